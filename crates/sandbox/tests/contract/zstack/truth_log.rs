//! The truth log tells what was sent to `ZStack`, and no secret.

use serde_json::json;

use super::{CREDENTIALS, MAIN, creation, edit, edit_with};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

/// SHA-256 of `new`, from another program.
const NEW: &str = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437";

#[test]
fn an_edit_without_the_key_value_can_be_told_from_one_with_it() {
    let stage = Stage::new();
    stage.write("PUT", MAIN, &edit());
    stage.write("PUT", MAIN, &edit_with("value", "new"));
    let log = stage.log();
    assert_eq!(log[0]["keys"], json!(["description", "expiresAt", "name", "operator"]));
    assert_eq!(log[1]["keys"], json!(["description", "expiresAt", "name", "operator", "value"]));
    assert_eq!(log[0]["body"], edit());
    assert_eq!(log[1]["body"]["value"], json!({ "sha256": NEW }));
    for row in log {
        assert_eq!((&row["path"], &row["applied"], &row["answered"]), (&json!(MAIN), &json!(true), &json!(200)));
    }
}

#[test]
fn no_secret_stands_in_the_log() {
    let stage = Stage::new();
    let secret = "the-secret-itself";
    let put = || Request::new("PUT", MAIN).token(TOKEN);
    let mut new = creation();
    new["value"] = json!(secret);
    stage.write("POST", CREDENTIALS, &new);
    stage.write("PUT", MAIN, &edit_with("value", secret));
    stage.write("PUT", MAIN, &edit_with("value", json!([secret])));
    stage.write("PUT", MAIN, &json!({ "key": "x", "value": secret }));
    stage.write("PUT", MAIN, &json!({ "credential": { "value": secret } }));
    stage.send(&put().body("text/plain", format!("value: {secret}")));
    stage.send(&put().body("application/json", format!("{{\"value\":\"{secret}\"")));
    stage.send(&put().body("application/x-www-form-urlencoded", format!("value={secret}")));
    let log = serde_json::to_string(&stage.log()).unwrap();
    assert!(!log.contains(secret) && !log.contains(TOKEN), "{log}");
    assert_eq!(stage.log().len(), 8);
}

#[test]
fn reads_and_refusals_are_not_applied() {
    let stage = Stage::new();
    stage.get(CREDENTIALS);
    stage.write("PUT", MAIN, &edit_with("value", ""));
    stage.get("/zstack/api/v1/nothing");
    let told: Vec<_> = stage.log().iter().map(|row| (row["applied"].clone(), row["answered"].clone())).collect();
    assert_eq!(told, [200, 400, 404].map(|status| (json!(false), json!(status))));
}
