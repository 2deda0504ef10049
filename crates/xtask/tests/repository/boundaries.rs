//! What may happen in one place only.

use crate::sources::{Source, files};

/// The one file that sends requests; the element's own downloads are in its `download.js`.
const TRANSPORT: &str = "src/transport";
const DOWNLOADS: &str = "src/element/download.js";

/// Where a secret may be read: where it becomes bytes of a request, where a rule judges it, and at the edge to an
/// input or the clipboard.
const EXPOSING: [&str; 9] = [
    "crates/core/src/access",
    "crates/core/src/dialect",
    "crates/core/src/http",
    "crates/core/src/password",
    // A marker in the place of a secret.
    "crates/core/src/preview/sample",
    "crates/core/src/secret",
    "src/components/secret_field/clipboard",
    "src/components/secret_field/state",
    "src/transport",
];

/// Names of the systems, which a view does not know: it asks a capability.
const VENDORS: [&str; 6] = ["Apinizer", "apinizer", "ThousandEyes", "thousandeyes", "ZStack", "zstack"];

/// Where `words` stand outside the places that are `allowed` to have them.
pub(crate) fn violations(files: &[Source], allowed: &[&str], words: &[&str]) -> Vec<String> {
    let others = files.iter().filter(|file| !allowed.iter().any(|place| file.belongs_to(place)));
    others.flat_map(|file| file.find(words)).collect()
}

#[test]
fn requests_are_sent_from_one_file() {
    let sending = ["gloo_net", "fetch_with_", ".fetch(", "XmlHttpRequest", "WebSocket", "send_beacon"];
    let found = violations(&files("src", &[".rs"]), &[TRANSPORT], &sending);
    assert!(found.is_empty(), "{found:#?}");
    let found =
        violations(&files("src", &[".js"]), &[DOWNLOADS], &["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon"]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn secrets_are_exposed_at_the_edges_only() {
    for folder in ["crates/core/src", "src"] {
        let found = violations(&files(folder, &[".rs"]), &EXPOSING, &[".expose()"]);
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn a_view_does_not_ask_which_system_it_shows() {
    let found = violations(&files("src", &[".rs"]), &["src/text"], &VENDORS);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_view_writes_no_style_attribute() {
    // The page's policy blocks the attribute, and the browser says so only in its console (M13).
    let found = violations(&files("src", &[".rs"]), &[], &[" style=", "\"style\""]);
    assert!(found.is_empty(), "{found:#?}");
}
