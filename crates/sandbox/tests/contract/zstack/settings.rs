//! What `/_sandbox/settings`, `/_sandbox/reset` and a restart do to `ZStack`.

use rekey_sandbox::{Options, Storage};
use serde_json::{Value, json};

use super::{CREDENTIALS, MAIN, OLD, edit_with, holds, names};
use crate::client::{Answer, Request};
use crate::stage::Stage;

fn settings(stage: &Stage) -> Value {
    stage.send(&Request::new("GET", "/_sandbox/settings")).answer().json()
}

fn change(stage: &Stage, body: &Value) -> Answer {
    stage.send(&Request::new("POST", "/_sandbox/settings").json(body)).answer()
}

#[test]
fn every_setting_has_its_default_and_returns_to_it() {
    let stage = Stage::new();
    let cases = [
        ("zstackValue", json!("optional"), json!("required")),
        ("zstackExpiresAt", json!("optional"), json!("required")),
        ("zstackErrors", json!("details"), json!("gateway")),
        ("zstackTotal", json!("absent"), json!("present")),
        ("zstackLimits", json!({ "default": 20, "maximum": 100 }), json!({ "default": 2, "maximum": 3 })),
        ("zstackStatistics", json!("numbers"), json!("off")),
    ];
    for (name, default, other) in &cases {
        assert_eq!(&settings(&stage)[name], default, "{name}");
        assert_eq!(&change(&stage, &json!({ *name: other })).json()[name], other, "{name}");
    }
    for (name, _, other) in &cases {
        assert_eq!(&settings(&stage)[name], other, "{name} was changed by another one");
    }
    stage.control("reset", &json!({}));
    for (name, default, _) in &cases {
        assert_eq!(&settings(&stage)[name], default, "{name}");
    }
}

#[test]
fn a_misspelt_setting_is_refused() {
    let stage = Stage::new();
    for body in [
        json!({ "zstackvalue": "required" }),
        json!({ "zstackValue": "mandatory" }),
        json!({ "zstackErrors": "grpc" }),
        json!({ "zstackTotal": true }),
        json!({ "zstackLimits": { "default": 20 } }),
        json!({ "zstackLimits": { "default": -1, "maximum": 100 } }),
        json!({ "zstackStatistics": "Off" }),
    ] {
        assert_eq!(change(&stage, &body).status, 400, "{body}");
    }
}

#[test]
fn a_reset_brings_back_records_and_values() {
    let stage = Stage::new();
    stage.write("PUT", MAIN, &edit_with("value", "new"));
    let second = names(&stage.get(CREDENTIALS))[1].clone();
    stage.control("reset", &json!({}));
    assert!(holds(&stage, OLD));
    assert_eq!(stage.get(MAIN).json()["description"], "Primary database password for production environment");
    assert_eq!(names(&stage.get(CREDENTIALS))[1], second);
}

#[test]
fn a_rotated_value_survives_a_restart() {
    let folder = std::env::temp_dir().join(format!("rekey-sandbox-zstack-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let options = || Options { storage: Storage::File(folder.join("sandbox.db")), ..Options::default() };
    let first = Stage::with(options());
    assert_eq!(first.write("PUT", MAIN, &edit_with("value", "new")).status, 200);
    drop(first);
    let second = Stage::with(options());
    assert!(holds(&second, "new"));
    drop(second);
    std::fs::remove_dir_all(folder).unwrap();
}
