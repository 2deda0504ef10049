//! Section 3: the update of version 6 sets what was sent and nothing else.

use serde_json::{Value, json};

use super::calls::{READ_6, SENSITIVE, UPDATE_6, assert_refused_6_somehow, is_stored, name_of};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

fn row_of(stage: &Stage, method: &str) -> Value {
    stage.log().into_iter().find(|row| row["method"] == method).unwrap()
}

#[test]
fn a_new_secret_leaves_the_name_alone() {
    let stage = Stage::new();
    let answer = stage.write("POST", UPDATE_6, &json!({ "value": "updated password" }));
    let expected = json!({ "credentials": [{
        "credentialId": 405, "name": "Checkout login",
        "apiLinks": [{ "rel": "self", "href": "https://api.thousandeyes.com/v6/credentials/405" }],
    }] });
    assert_eq!((answer.status, answer.json()), (200, expected));
    assert!(is_stored(&stage, "405", "updated password"));
    assert!(!is_stored(&stage, "405", "old-value-of-405"));
    let row = row_of(&stage, "POST");
    assert_eq!((&row["keys"], &row["effects"]), (&json!(["value"]), &json!(["value-set"])));
    assert_eq!((&row["applied"], &row["answered"]), (&json!(true), &json!(200)));
}

#[test]
fn a_new_name_leaves_the_secret_alone() {
    let stage = Stage::new();
    let answer = stage.write("POST", UPDATE_6, &json!({ "name": " Kasse \u{2603} " }));
    assert_eq!((answer.status, &answer.json()["credentials"][0]["name"]), (200, &json!(" Kasse \u{2603} ")));
    assert_eq!(name_of(&stage, "405").as_deref(), Some(" Kasse \u{2603} "));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
    assert_eq!(row_of(&stage, "POST")["effects"], json!(["name-set"]));
}

#[test]
fn both_can_be_set_at_once() {
    let stage = Stage::new();
    assert_eq!(stage.write("POST", UPDATE_6, &json!({ "name": "A", "value": "b" })).status, 200);
    assert_eq!(name_of(&stage, "405").as_deref(), Some("A"));
    assert!(is_stored(&stage, "405", "b"));
    assert_eq!(row_of(&stage, "POST")["effects"], json!(["name-set", "value-set"]));
}

#[test]
fn a_secret_arrives_byte_for_byte() {
    let stage = Stage::new();
    let long = "x".repeat(100_000);
    for secret in [" ", " lead and trail ", "a:b\r\nc\u{0}", "\u{65}\u{301} is not \u{E9}", "<b>&amp;", long.as_str()] {
        assert_eq!(stage.write("POST", UPDATE_6, &json!({ "value": secret })).status, 200);
        assert!(is_stored(&stage, "405", secret));
        assert!(!is_stored(&stage, "405", &format!("{secret} ")));
    }
}

#[test]
fn a_body_that_sets_nothing_or_too_much_changes_nothing() {
    let stage = Stage::new();
    for body in [
        json!({}),
        json!({ "name": "" }),
        json!({ "value": "" }),
        json!({ "name": "x", "value": "" }),
        json!({ "value": null }),
        json!({ "value": 7 }),
        json!({ "name": ["x"] }),
        json!({ "name": "x", "credentialId": 405 }),
        json!({ "value": "x", "Name": "x" }),
        json!({ "credentials": [{ "value": "x" }] }),
    ] {
        assert_refused_6_somehow(&stage.write("POST", UPDATE_6, &body), "400 Bad Request");
        assert_eq!(stage.log().last().unwrap()["applied"], false, "{body}");
    }
    assert_eq!(name_of(&stage, "405").as_deref(), Some("Checkout login"));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn every_problem_has_a_line_of_its_own() {
    let answer = Stage::new().write("POST", UPDATE_6, &json!({ "name": "", "value": 7, "colour": "red" }));
    let body = answer.json();
    let text = body["errorMessage"].as_str().unwrap();
    assert_eq!(text.lines().count(), 4, "{text}");
    for (line, field) in text.lines().skip(1).zip(["name", "value", "colour"]) {
        assert!(line.contains(field), "{line}");
    }
}

#[test]
fn an_unknown_id_is_not_found() {
    let stage = Stage::new();
    let answer = stage.write("POST", "/v6/credentials/999/update.json", &json!({ "value": "x" }));
    assert_refused_6_somehow(&answer, "404 Not Found");
}

#[test]
fn no_answer_to_an_update_has_the_value() {
    let stage = Stage::new();
    let request = Request::new("POST", UPDATE_6).token(SENSITIVE).json(&json!({ "value": "new" }));
    assert_eq!(stage.send(&request).answer().json()["credentials"][0].get("value"), None);
    let list = stage.send(&Request::new("GET", READ_6).token(TOKEN)).answer().text();
    assert!(!list.contains("new") && !list.contains("argon2"), "{list}");
}
