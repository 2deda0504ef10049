//! The configuration of the demonstration, for a folder that has none of its own.

use crate::options::Systems;

const APINIZER: &str =
    r#"{"connections":[{"id":"gateway","label":"API gateway","kind":"apinizer","baseUrl":"/apinizer"}]}"#;

const ALL: &str = r#"{"connections":[
{"id":"gateway","label":"API gateway","kind":"apinizer","baseUrl":"/apinizer"},
{"id":"monitoring","label":"Monitoring","kind":"thousandeyes","baseUrl":"/thousandeyes","version":"v7"},
{"id":"monitoring-v6","label":"Monitoring (v6)","kind":"thousandeyes","baseUrl":"/thousandeyes","version":"v6"},
{"id":"cloud","label":"Cloud","kind":"zstack","baseUrl":"/zstack","operator":"ops@example.com"}
]}"#;

/// A connection to each of `systems`.
pub(super) fn demonstration(systems: Systems) -> &'static str {
    match systems {
        Systems::Apinizer => APINIZER,
        Systems::All => ALL,
    }
}
