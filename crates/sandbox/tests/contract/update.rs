//! Section 5.3.

use serde_json::{Value, json};

use crate::client::Request;
use crate::stage::{EVERYWHERE, RETAIL, Stage, TOKEN, assert_refused, full_record};

fn without(field: &str) -> Value {
    let mut record = full_record();
    record.as_object_mut().unwrap().remove(field);
    record
}

#[test]
fn every_field_arrives_as_sent() {
    let stage = Stage::new();
    assert_eq!(stage.write("PUT", RETAIL, &full_record()).status, 200);
    let mut expected = full_record();
    expected["password"] = Value::Null;
    assert_eq!(stage.listed("api-user"), expected);
    assert_eq!(stage.accepting("a brand new secret"), EVERYWHERE);
    assert!(stage.accepting("old-password-of-api-user").is_empty());
}

#[test]
fn the_essentials_are_refused_with_their_documented_texts() {
    for (field, text) in [
        ("username", "Credential username can not be empty!"),
        ("password", "Credential password can not be empty!"),
        ("fullName", "Credential full name can not be empty!"),
        ("email", "Credential email can not be empty!"),
    ] {
        let stage = Stage::new();
        assert_refused(&stage.write("PUT", RETAIL, &without(field)), "a", 400, "bad_request", text);
        let mut empty = full_record();
        empty[field] = json!("");
        assert_refused(&stage.write("PUT", RETAIL, &empty), "a", 400, "bad_request", text);
    }
}

#[test]
fn the_other_five_fields_may_not_be_left_out() {
    for field in ["description", "roleNameList", "enabled", "ipList", "expireDate"] {
        let text = format!("Field '{field}' is required");
        let a = Stage::new().write("PUT", RETAIL, &without(field));
        let expected = json!({
            "error": "validation_failed", "error_description": text,
            "validation_errors": [{ "field": field, "message": text }],
        });
        assert_eq!((a.status, a.json()), (400, expected));
        let b = Stage::in_generation("b").write("PUT", RETAIL, &without(field));
        assert_refused(&b, "b", 400, "", &text);
    }
}

#[test]
fn null_means_that_it_never_expires() {
    let stage = Stage::new();
    let mut record = full_record();
    record["expireDate"] = Value::Null;
    assert_eq!(stage.write("PUT", RETAIL, &record).status, 200);
    assert_eq!(stage.listed("api-user")["expireDate"], Value::Null);
}

#[test]
fn an_unknown_username_is_not_found_even_if_another_project_has_it() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        for username in ["nobody", "warehouse-sync", "API-USER"] {
            let mut record = full_record();
            record["username"] = json!(username);
            let text = format!("Credential (username: {username}) was not found!");
            assert_refused(&stage.write("PUT", RETAIL, &record), generation, 400, "bad_request", &text);
        }
    }
}

#[test]
fn unknown_keys_are_ignored() {
    let stage = Stage::new();
    let mut record = full_record();
    record["colour"] = json!("green");
    let request = Request::new("PUT", RETAIL).token(TOKEN).json(&record).lax();
    assert_eq!(stage.send(&request).answer().status, 200);
    assert_eq!(stage.listed("api-user").get("colour"), None);
}

#[test]
fn only_json_is_read() {
    let stage = Stage::new();
    let put = || Request::new("PUT", RETAIL).token(TOKEN);
    assert_eq!(stage.send(&put().body("text/plain", full_record().to_string())).answer().status, 415);
    assert_eq!(stage.send(&put().body("application/json", "{\"username\":")).answer().status, 400);
    assert_eq!(stage.send(&put().body("application/json", "[]")).answer().status, 400);
    let with_charset = put().body("application/json; charset=utf-8", full_record().to_string());
    assert_eq!(stage.send(&with_charset).answer().status, 200);
}

#[test]
fn metadata_sent_back_is_kept_with_its_secret_values() {
    let stage = Stage::in_generation("b");
    let before = stage.listed("kiosk-eu");
    let mut record = before.clone();
    record["password"] = json!("a brand new secret");
    assert_eq!(stage.write("PUT", RETAIL, &record).status, 200);
    assert_eq!(stage.listed("kiosk-eu"), before);
}

#[test]
fn metadata_left_out_is_wiped_in_b_and_untouched_in_a() {
    let stage = Stage::new();
    let mut record = stage.listed("kiosk-eu");
    record["password"] = json!("a brand new secret");
    assert_eq!(stage.write("PUT", RETAIL, &record).status, 200);
    stage.control("settings", &json!({ "generation": "b" }));
    assert_eq!(stage.listed("kiosk-eu")["metadata"].as_array().unwrap().len(), 2);
    assert_eq!(stage.write("PUT", RETAIL, &record).status, 200);
    assert_eq!(stage.listed("kiosk-eu")["metadata"], json!([]));
}
