//! Section 4 and T3: whether `PUT` of version 7 keeps what was left out is open, so both can be played.

use serde_json::{Value, json};

use super::calls::{CHECKOUT_7, INVALID_FIELDS, SENSITIVE, VALIDATION_FAILED, assert_problem, is_stored, name_of, set};
use crate::client::Request;
use crate::stage::Stage;

fn last_effects(stage: &Stage) -> Value {
    stage.log().pop().unwrap()["effects"].clone()
}

#[test]
fn name_and_secret_are_set_in_either_reading() {
    for reading in ["keeps", "clears"] {
        let stage = Stage::new();
        set(&stage, &json!({ "v7Put": reading }));
        let answer = stage.write("PUT", CHECKOUT_7, &json!({ "name": "Kasse", "value": " new " }));
        let expected = json!({
            "id": "405", "name": "Kasse",
            "_links": { "self": { "href": "https://api.thousandeyes.com/v7/credentials/405" } },
        });
        assert_eq!((answer.status, answer.json()), (200, expected), "{reading}");
        assert_eq!(last_effects(&stage), json!(["name-set", "value-set"]));
        assert_eq!(name_of(&stage, "405").as_deref(), Some("Kasse"));
        assert!(is_stored(&stage, "405", " new "));
    }
}

#[test]
fn a_field_left_out_is_kept_by_default() {
    let stage = Stage::new();
    assert_eq!(stage.write("PUT", CHECKOUT_7, &json!({ "name": "Kasse" })).status, 200);
    assert_eq!(last_effects(&stage), json!(["name-set"]));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
    assert_eq!(stage.write("PUT", CHECKOUT_7, &json!({ "value": "new" })).status, 200);
    assert_eq!(last_effects(&stage), json!(["value-set"]));
    assert_eq!(name_of(&stage, "405").as_deref(), Some("Kasse"));
    assert!(is_stored(&stage, "405", "new"));
}

#[test]
fn a_secret_left_out_can_be_lost_without_a_word_in_the_answer() {
    let stage = Stage::new();
    set(&stage, &json!({ "v7Put": "clears" }));
    let answer = stage.write("PUT", CHECKOUT_7, &json!({ "name": "Kasse" }));
    assert_eq!((answer.status, &answer.json()["name"]), (200, &json!("Kasse")));
    assert_eq!(last_effects(&stage), json!(["name-set", "value-lost"]));
    for candidate in ["old-value-of-405", "", "null"] {
        assert!(!is_stored(&stage, "405", candidate), "{candidate:?}");
    }
    let seen = stage.send(&Request::new("GET", CHECKOUT_7).token(SENSITIVE)).answer();
    assert_eq!((seen.status, seen.json().get("value")), (200, None));
    assert_eq!(stage.write("PUT", CHECKOUT_7, &json!({ "name": "Kasse", "value": "again" })).status, 200);
    assert!(is_stored(&stage, "405", "again"));
}

#[test]
fn a_record_cannot_be_replaced_by_one_without_a_name() {
    let stage = Stage::new();
    set(&stage, &json!({ "v7Put": "clears" }));
    let answer = stage.write("PUT", CHECKOUT_7, &json!({ "value": "new" }));
    assert_problem(&answer, 400, VALIDATION_FAILED);
    assert_eq!(answer.json()["errors"][0]["field"], "name");
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn v6_stays_partial_whatever_v7_does() {
    let stage = Stage::new();
    set(&stage, &json!({ "v7Put": "clears" }));
    assert_eq!(stage.write("POST", "/v6/credentials/405/update.json", &json!({ "name": "Kasse" })).status, 200);
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn invalid_fields_are_told_one_by_one() {
    let stage = Stage::new();
    let answer = stage.write("PUT", CHECKOUT_7, &json!({ "name": "", "value": null, "_links": {} }));
    assert_problem(&answer, 400, VALIDATION_FAILED);
    let body = answer.json();
    assert_eq!(body["detail"], INVALID_FIELDS);
    let errors = body["errors"].as_array().unwrap();
    let fields: Vec<&str> = errors.iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["name", "value", "_links"]);
    assert!(errors.iter().all(|error| !error["message"].as_str().unwrap().is_empty()));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn a_body_that_sets_nothing_is_refused() {
    let answer = Stage::new().write("PUT", CHECKOUT_7, &json!({}));
    assert_problem(&answer, 400, VALIDATION_FAILED);
    assert_eq!(answer.json()["errors"], json!(null));
}

#[test]
fn an_unknown_id_is_not_found() {
    let answer = Stage::new().write("PUT", "/v7/credentials/999", &json!({ "name": "x", "value": "y" }));
    assert_problem(&answer, 404, "URI Resource Not Found");
}
