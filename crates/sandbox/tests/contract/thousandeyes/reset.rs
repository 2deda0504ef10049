//! `/_sandbox/reset` and `/_sandbox/settings`, as far as they concern this vendor.

use rekey_sandbox::{Options, Storage};
use serde_json::json;

use super::calls::{CHECKOUT_7, LIST_7, UPDATE_6, is_stored, name_of, set};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn the_defaults_are_the_documented_ones() {
    let settings = Stage::new().send(&Request::new("GET", "/_sandbox/settings")).answer().json();
    let expected = json!({
        "v6": "answers", "v7Put": "keeps", "requestsPerWindow": 240, "refusalsPerWindow": 100, "windowSeconds": 60,
        "lockAfter": 20, "retryAfter": false, "exposeRateLimit": false,
    });
    assert_eq!(settings["thousandEyes"], expected);
}

#[test]
fn a_change_leaves_the_other_settings_alone() {
    let stage = Stage::new();
    set(&stage, &json!({ "v7Put": "clears" }));
    set(&stage, &json!({ "lockAfter": 3 }));
    stage.control("settings", &json!({ "generation": "b" }));
    let settings = stage.send(&Request::new("GET", "/_sandbox/settings")).answer().json()["thousandEyes"].clone();
    assert_eq!((&settings["v7Put"], &settings["lockAfter"]), (&json!("clears"), &json!(3)));
}

#[test]
fn an_unknown_setting_is_refused() {
    let body = json!({ "thousandEyes": { "lockafter": 3 } });
    assert_eq!(Stage::new().send(&Request::new("POST", "/_sandbox/settings").json(&body)).answer().status, 400);
}

#[test]
fn a_reset_brings_back_data_tokens_settings_and_limits() {
    let stage = Stage::new();
    let new_id = || stage.write("POST", LIST_7, &json!({ "name": "New", "value": "x" })).json()["id"].clone();
    let first = new_id();
    stage.write("PUT", CHECKOUT_7, &json!({ "name": "x", "value": "y" }));
    stage.control("tokens", &json!({ "revoke": TOKEN }));
    set(&stage, &json!({ "requestsPerWindow": 0, "v6": "gone" }));
    stage.control("reset", &json!({}));
    assert_eq!(name_of(&stage, "405").as_deref(), Some("Checkout login"));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
    assert_eq!(stage.write("POST", UPDATE_6, &json!({ "value": "z" })).status, 200);
    assert_eq!(stage.get(LIST_7).header("x-organization-rate-limit-remaining"), Some("237"));
    assert_eq!(new_id(), first);
}

#[test]
fn a_reset_can_make_a_large_list_without_pages() {
    let stage = Stage::new();
    stage.control("reset", &json!({ "credentials": 1000 }));
    let list = stage.get(LIST_7).json();
    assert_eq!(list["credentials"].as_array().unwrap().len(), 1006);
    assert_eq!(list["credentials"][6]["name"], "Generated 000001");
    assert!(is_stored(&stage, "10001", "old-value-of-generated"));
}

#[test]
fn a_stored_value_survives_a_restart() {
    let folder = std::env::temp_dir().join(format!("rekey-thousandeyes-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let options = || Options { storage: Storage::File(folder.join("sandbox.db")), ..Options::default() };
    let first = Stage::with(options());
    assert_eq!(first.write("POST", UPDATE_6, &json!({ "value": "new" })).status, 200);
    drop(first);
    let second = Stage::with(options());
    assert!(is_stored(&second, "405", "new"));
    drop(second);
    std::fs::remove_dir_all(folder).unwrap();
}
