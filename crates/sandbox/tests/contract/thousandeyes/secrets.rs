//! The truth log and the vault: what was sent can be proved, and nowhere be read.

use serde_json::json;

use super::calls::{CHECKOUT_7, CREATE_6, LIST_6, LIST_7, SENSITIVE, UPDATE_6, basic, is_stored};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

/// SHA-256 of `new`, from another program.
const NEW: &str = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437";

#[test]
fn the_log_has_names_in_the_clear_and_values_as_digests() {
    let stage = Stage::new();
    stage.write("POST", UPDATE_6, &json!({ "name": "Kasse", "value": "new" }));
    stage.write("PUT", CHECKOUT_7, &json!({ "value": "new" }));
    let log = stage.log();
    assert_eq!(log[0]["body"], json!({ "name": "Kasse", "value": { "sha256": NEW } }));
    assert_eq!(log[0]["keys"], json!(["name", "value"]));
    assert_eq!(log[1]["body"], json!({ "value": { "sha256": NEW } }));
    assert_eq!(log[1]["keys"], json!(["value"]));
}

#[test]
fn no_secret_stands_in_the_log() {
    let stage = Stage::new();
    let secret = "a-secret-of-some-length";
    for body in [
        json!({ "name": "New", "value": secret }),
        json!({ "value": secret, "unknown": { "value": secret } }),
        json!({ "credentials": [{ "value": secret }] }),
        json!([{ "value": secret }]),
    ] {
        stage.write("POST", CREATE_6, &body);
        stage.write("PUT", CHECKOUT_7, &body);
    }
    stage.send(&Request::new("PUT", CHECKOUT_7).token(TOKEN).body("text/plain", secret));
    stage.send(&basic(Request::new("GET", LIST_6), "admin@example.com", "rekey-demo-api-token"));
    stage.send(&Request::new("GET", LIST_7).token(SENSITIVE));
    let log = serde_json::to_string(&stage.log()).unwrap();
    // The Basic header of the demonstration, from another program.
    let encoded = "YWRtaW5AZXhhbXBsZS5jb206cmVrZXktZGVtby1hcGktdG9rZW4=";
    for hidden in [secret, TOKEN, SENSITIVE, "rekey-demo-api-token", encoded] {
        assert!(!log.contains(hidden), "{hidden} stands in {log}");
    }
}

#[test]
fn unknown_versions_and_addresses_are_logged_too() {
    let stage = Stage::new();
    for path in ["/thousandeyes/v5/credentials", "/v7/nothing", "/v6/status.json"] {
        stage.get(path);
    }
    let paths: Vec<_> = stage.log().into_iter().map(|row| row["path"].clone()).collect();
    assert_eq!(paths, ["/thousandeyes/v5/credentials", "/v7/nothing", "/v6/status.json"]);
}

#[test]
fn the_demonstration_stores_the_documented_values() {
    let stage = Stage::new();
    for id in ["405", "406", "411", "418", "427", "433", "502", "509", "601"] {
        assert!(is_stored(&stage, id, &format!("old-value-of-{id}")), "{id}");
        assert!(!is_stored(&stage, id, "old-value-of-"), "{id}");
    }
}

#[test]
fn the_vault_opens_to_nobody_without_a_candidate() {
    let stage = Stage::new();
    let vault = |id: &str| Request::new("GET", &format!("/_sandbox/vault/thousandeyes/{id}"));
    for request in [vault("405"), vault("405").token(TOKEN), basic(vault("999"), "", ""), basic(vault("0405"), "", "x")]
    {
        assert_eq!(stage.send(&request).answer().status, 401);
    }
    assert_eq!(stage.log().len(), 0);
}
