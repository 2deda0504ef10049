//! `/_sandbox/log`: everything that happened, and no secret.

use serde_json::json;

use crate::client::Request;
use crate::stage::{API_USER, RETAIL, Stage, TOKEN, full_record};

/// SHA-256 of `new` and of `rekey-demo-token`, from another program.
const NEW: &str = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437";
const DEMO_TOKEN: &str = "f84df191211cef17708ea2869154b13917988d2e07ffa94d8f496ee59d0a5f32";

#[test]
fn a_row_tells_the_request_its_effect_and_its_answer() {
    let stage = Stage::new();
    let path = format!("{API_USER}?q=1");
    let request = Request::new("PATCH", &path).token(TOKEN).json(&json!({ "password": "new", "email": "x" })).lax();
    stage.send(&request);
    let mut row = stage.log().remove(0);
    let time = row.as_object_mut().unwrap().remove("time").unwrap();
    assert_eq!(time.as_str().unwrap().len(), "2030-12-31T23:59:59.000Z".len());
    let expected = json!({
        "sequence": 1, "connection": 1, "method": "PATCH", "path": API_USER, "query": "q=1",
        "headers": {
            "names": ["host", "connection", "authorization", "content-type", "content-length"],
            "accept": null, "contentType": "application/json",
            "authorization": { "scheme": "Bearer", "sha256": DEMO_TOKEN },
        },
        "body": { "password": { "sha256": NEW }, "email": "x" }, "keys": ["email", "password"],
        "applied": true, "answered": 200, "fault": null,
    });
    assert_eq!(row, expected);
}

#[test]
fn a_refused_request_is_answered_and_not_applied() {
    let stage = Stage::new();
    stage.write("PATCH", API_USER, &json!({ "password": "" }));
    let row = &stage.log()[0];
    assert_eq!((&row["applied"], &row["answered"]), (&json!(false), &json!(400)));
}

#[test]
fn unknown_addresses_of_the_vendor_are_logged_too() {
    let stage = Stage::new();
    stage.get("/apiops/nothing");
    assert_eq!(stage.log()[0]["path"], "/apiops/nothing");
}

#[test]
fn paths_are_logged_as_received() {
    let stage = Stage::new();
    let path = "/apiops/projects/retail/credentials/ops%20team%2Feu%2050%25/";
    stage.write("PATCH", path, &json!({ "password": "new" }));
    assert_eq!(stage.log()[0]["path"], path);
}

#[test]
fn no_secret_stands_in_the_log() {
    let stage = Stage::new();
    let form = "grant_type=client_credentials&client_id=admin&client_secret=rekey-demo-password";
    let sign_in = Request::new("POST", "/apiops/auth/token").body("application/x-www-form-urlencoded", form);
    stage.send(&sign_in);
    let mut record = full_record();
    record["metadata"] = json!([{ "key": "pin", "value": "hidden-value", "secret": true }]);
    stage.write("PUT", RETAIL, &record);
    stage.send(&Request::new("PUT", RETAIL).token(TOKEN).body("text/plain", "password: a brand new secret"));
    stage.send(&Request::new("GET", RETAIL).header("Authorization", "rekey-demo-token"));
    let log = serde_json::to_string(&stage.log()).unwrap();
    for secret in ["rekey-demo-password", TOKEN, "a brand new secret", "hidden-value"] {
        assert!(!log.contains(secret), "{secret} stands in {log}");
    }
    assert!(log.contains("client_credentials"));
}

#[test]
fn the_machinery_behind_the_scenes_is_not_logged() {
    let stage = Stage::new();
    stage.gateway("test", "api-user", "wrong");
    stage.control("faults", &json!([]));
    assert_eq!(stage.log(), [json!(null); 0]);
}
