//! Section 5.2.

use serde_json::{Value, json};

use crate::stage::{RETAIL, Stage, assert_refused, full_record};

fn new_record() -> Value {
    let mut record = full_record();
    record["username"] = json!("newcomer");
    record
}

#[test]
fn a_new_credential_is_listed_and_live_everywhere() {
    let stage = Stage::new();
    let created = stage.write("POST", RETAIL, &new_record());
    assert_eq!((created.status, &created.json()["success"]), (200, &json!(true)));
    assert_eq!(stage.listed("newcomer")["fullName"], "Someone Else");
    for environment in ["test", "staging", "production"] {
        assert_eq!(stage.gateway(environment, "newcomer", "a brand new secret"), 200);
    }
}

#[test]
fn optional_fields_have_their_documented_defaults() {
    let stage = Stage::in_generation("b");
    let least = json!({ "username": "least", "password": "p", "fullName": "Least", "email": "least@demo.example" });
    assert_eq!(stage.write("POST", RETAIL, &least).status, 200);
    let expected = json!({
        "username": "least", "password": null, "email": "least@demo.example", "fullName": "Least", "description": "",
        "roleNameList": [], "enabled": true, "ipList": [], "expireDate": null, "metadata": [],
    });
    assert_eq!(stage.listed("least"), expected);
}

#[test]
fn empty_essentials_are_refused_in_the_documented_order() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        let mut record = json!({});
        for (field, text) in [
            ("username", "Credential username can not be empty!"),
            ("password", "Credential password can not be empty!"),
            ("fullName", "Credential full name can not be empty!"),
            ("email", "Credential email can not be empty!"),
        ] {
            for empty in [None, Some(json!("")), Some(Value::Null)] {
                let mut tried = record.clone();
                if let Some(value) = empty {
                    tried[field] = value;
                }
                assert_refused(&stage.write("POST", RETAIL, &tried), generation, 400, "bad_request", text);
            }
            record[field] = new_record()[field].clone();
        }
    }
}

#[test]
fn a_username_is_unique_across_all_projects() {
    let a = "There is already a credential has this name!";
    let b = "This username is already used by another credential. Credential usernames must be unique across ALL \
             projects, not only this one, so the credential holding it may live in a different project. Choose a \
             different username.";
    for (generation, text) in [("a", a), ("b", b), ("l", a)] {
        let stage = Stage::in_generation(generation);
        let path = "/apiops/projects/wholesale/credentials/";
        assert_refused(&stage.write("POST", path, &full_record()), generation, 400, "bad_request", text);
        assert_eq!(stage.accepting("old-password-of-api-user").len(), 3);
    }
}

#[test]
fn bad_values_are_refused_and_nothing_is_stored() {
    let stage = Stage::new();
    for (field, value) in [
        ("email", json!("not an address")),
        ("ipList", json!(["10.0.0.0/33"])),
        ("roleNameList", json!(["no-such-role"])),
        ("expireDate", json!("31.12.2099")),
        ("enabled", json!("yes")),
        ("ipList", json!("10.0.0.1")),
    ] {
        let mut record = new_record();
        record[field] = value;
        let answer = stage.write("POST", RETAIL, &record);
        assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("bad_request")), "{field}");
    }
    assert_eq!(stage.get(RETAIL).json()["resultCount"], 7);
}
