//! Sections 3.1 and 3.2, field by field.

use serde_json::{Value, json};

use super::{MAIN, OLD, assert_refused, edit_with, edit_without, holds};
use crate::stage::Stage;

#[test]
fn three_fields_are_always_wanted() {
    let stage = Stage::new();
    for field in ["name", "description", "operator"] {
        let answer = stage.write("PUT", MAIN, &edit_without(field));
        assert_refused(&answer, 400, "InvalidArgument", &format!("{field} is required"));
    }
}

#[test]
fn name_and_operator_must_say_something() {
    let stage = Stage::new();
    for field in ["name", "operator"] {
        for blank in ["", " ", "\t\n", "\u{a0}"] {
            let answer = stage.write("PUT", MAIN, &edit_with(field, blank));
            assert_refused(&answer, 400, "InvalidArgument", &format!("{field} must not be empty"));
        }
    }
}

#[test]
fn nothing_but_text_is_taken() {
    let stage = Stage::new();
    for field in ["name", "description", "value", "expiresAt", "operator"] {
        for wrong in [Value::Null, json!(1), json!(true), json!([]), json!({}), json!(["text"])] {
            let answer = stage.write("PUT", MAIN, &edit_with(field, wrong));
            assert_refused(&answer, 400, "InvalidArgument", &format!("{field} must be a string"));
        }
    }
    assert!(holds(&stage, OLD));
}

#[test]
fn an_empty_value_is_refused_in_any_case() {
    for presence in ["optional", "required"] {
        let stage = Stage::new();
        stage.control("settings", &json!({ "zstackValue": presence }));
        let answer = stage.write("PUT", MAIN, &edit_with("value", ""));
        assert_refused(&answer, 400, "InvalidArgument", "value must not be empty");
        assert!(holds(&stage, OLD));
    }
}

#[test]
fn keys_the_operation_does_not_have_are_refused_by_name() {
    let stage = Stage::new();
    for key in [
        "type",
        "uuid",
        "healthStatus",
        "createdBy",
        "createDate",
        "lastOpDate",
        "Value",
        "password",
        "expires_at",
        "componentUuid",
    ] {
        assert_refused(&stage.write("PUT", MAIN, &edit_with(key, "x")), 400, "InvalidArgument", key);
    }
}

#[test]
fn the_expiry_is_read_as_the_standard_has_it() {
    let stage = Stage::new();
    for (sent, told) in [
        ("2099-01-15T08:00:00Z", "2099-01-15T08:00:00Z"),
        ("2099-01-15T08:00:00.000Z", "2099-01-15T08:00:00Z"),
        ("2099-01-15T08:00:00+02:00", "2099-01-15T06:00:00Z"),
        ("2001-01-15T08:00:00Z", "2001-01-15T08:00:00Z"),
    ] {
        assert_eq!(stage.write("PUT", MAIN, &edit_with("expiresAt", sent)).json()["expiresAt"], told, "{sent}");
    }
}

#[test]
fn an_expiry_that_is_no_date_is_refused() {
    let stage = Stage::new();
    let before = stage.get(MAIN).json()["expiresAt"].clone();
    for date in
        ["", "example", "never", "2099-01-15", "2099-01-15T08:00", "2099-02-30T08:00:00Z", "2099-01-15 08:00:00Z"]
    {
        let answer = stage.write("PUT", MAIN, &edit_with("expiresAt", date));
        assert_refused(&answer, 400, "InvalidArgument", "expiresAt");
    }
    assert_eq!(stage.get(MAIN).json()["expiresAt"], before);
}

#[test]
fn no_refusal_repeats_the_secret() {
    let stage = Stage::new();
    for mut body in [edit_with("colour", "green"), edit_with("expiresAt", "example"), edit_without("operator")] {
        body["value"] = json!("the-secret-itself");
        let answer = stage.write("PUT", MAIN, &body);
        assert_eq!(answer.status, 400);
        assert!(!answer.text().contains("the-secret-itself"));
    }
}
