//! The configuration of the demonstration, for a folder that has none of its own.

use crate::options::Systems;

const APINIZER: &str = r#"{"id":"gateway","label":"API gateway","kind":"apinizer","baseUrl":"/apinizer"}"#;

const OTHERS: &str = r#",
{"id":"monitoring","label":"Monitoring","kind":"thousandeyes","baseUrl":"/thousandeyes","version":"v7"},
{"id":"monitoring-v6","label":"Monitoring (v6)","kind":"thousandeyes","baseUrl":"/thousandeyes","version":"v6"},
{"id":"cloud","label":"Cloud","kind":"zstack","baseUrl":"/zstack","operator":"ops@example.com"}"#;

/// A connection to each of `systems`, for the page itself and for frames of `portal`.
pub(super) fn demonstration(systems: Systems, portal: Option<&str>) -> String {
    let others = match systems {
        Systems::Apinizer => "",
        Systems::All => OTHERS,
    };
    let portals = portal.map(|portal| format!(",\"portals\":[\"{portal}\"]")).unwrap_or_default();
    format!("{{\"connections\":[{APINIZER}{others}]{portals}}}")
}

#[cfg(test)]
mod tests {
    use super::{Systems, demonstration};

    #[test]
    fn every_choice_is_json() {
        for (systems, portal, connections) in
            [(Systems::Apinizer, None, 1), (Systems::All, None, 4), (Systems::All, Some("http://localhost:9"), 4)]
        {
            let configuration: serde_json::Value =
                serde_json::from_str(&demonstration(systems, portal)).expect("the configuration is JSON");
            assert_eq!(configuration["connections"].as_array().map(Vec::len), Some(connections));
            assert_eq!(configuration["portals"][0].as_str(), portal);
        }
    }
}
