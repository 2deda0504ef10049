//! `/_sandbox/settings` and `/_sandbox/reset`.

use serde_json::json;

use crate::client::Request;
use crate::stage::{API_USER, EVERYWHERE, RETAIL, Stage};

#[test]
fn the_generation_can_be_switched_while_running() {
    let stage = Stage::new();
    for (generation, flag) in [("b", "status"), ("l", "status"), ("a", "success")] {
        stage.control("settings", &json!({ "generation": generation }));
        assert!(stage.get(RETAIL).json().get(flag).is_some(), "generation {generation}");
    }
}

#[test]
fn a_change_leaves_the_other_settings_alone() {
    let stage = Stage::new();
    stage.control("settings", &json!({ "deploymentShape": "pods" }));
    stage.control("settings", &json!({ "generation": "b" }));
    let settings = stage.send(&Request::new("GET", "/_sandbox/settings")).answer().json();
    assert_eq!((&settings["generation"], &settings["deploymentShape"]), (&json!("b"), &json!("pods")));
}

#[test]
fn an_unknown_setting_is_refused() {
    let request = Request::new("POST", "/_sandbox/settings").json(&json!({ "generatoin": "b" }));
    assert_eq!(Stage::new().send(&request).answer().status, 400);
}

#[test]
fn a_reset_brings_back_data_settings_tokens_and_an_empty_log() {
    let stage = Stage::new();
    stage.change_password("new");
    stage.control("settings", &json!({ "generation": "b" }));
    stage.control("tokens", &json!({ "revoke": "rekey-demo-token" }));
    stage.fault(&json!({ "kind": "drop-before-reading" }));
    assert_eq!(stage.send(&Request::new("POST", "/_sandbox/reset")).answer().status, 204);
    assert!(stage.log().is_empty());
    assert_eq!(stage.accepting("old-password-of-api-user"), EVERYWHERE);
    let answer = stage.write("PATCH", API_USER, &json!({ "password": "new" }));
    assert_eq!((answer.status, &answer.json()["success"]), (200, &json!(true)));
}

#[test]
fn a_reset_can_make_a_large_list() {
    let stage = Stage::new();
    stage.control("reset", &json!({ "credentials": 1000 }));
    assert_eq!(stage.get(RETAIL).json()["resultCount"], 1007);
    assert_eq!(stage.gateway("test", "generated-000001", "old-password-of-generated"), 200);
}
