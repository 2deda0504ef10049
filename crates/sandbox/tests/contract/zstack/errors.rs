//! Sections 5 and 6: one refusal, three shapes.

use serde_json::{Value, json};

use super::{CREDENTIALS, MAIN, creation, edit_with};
use crate::client::{Answer, Request};
use crate::stage::{Stage, TOKEN};

/// Every refusal: name, number in gRPC, status, and how it comes about.
fn refusals(stage: &Stage) -> Vec<(&'static str, u8, u16, Answer)> {
    let taken = edit_with("name", "staging-db-password");
    let viewer = Request::new("POST", CREDENTIALS).token("rekey-viewer-token").json(&creation());
    let text = Request::new("POST", CREDENTIALS).token(TOKEN).body("text/plain", "?");
    vec![
        ("InvalidArgument", 3, 400, stage.write("PUT", MAIN, &edit_with("operator", ""))),
        ("Unauthenticated", 16, 401, stage.send(&Request::new("GET", MAIN)).answer()),
        ("PermissionDenied", 7, 403, stage.send(&viewer).answer()),
        ("NotFound", 5, 404, stage.get("/zstack/api/v1/credentials/cred-of-nobody")),
        ("NotFound", 5, 404, stage.get("/zstack/api/v1/nothing")),
        ("AlreadyExists", 6, 409, stage.write("PUT", MAIN, &taken)),
        ("InvalidArgument", 3, 415, stage.send(&text).answer()),
    ]
}

fn in_shape(shape: &str) -> Vec<(&'static str, u8, u16, Answer)> {
    let stage = Stage::new();
    stage.control("settings", &json!({ "zstackErrors": shape }));
    refusals(&stage)
}

fn members(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn is_words(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

#[test]
fn the_published_structure_is_the_default() {
    let by_default = refusals(&Stage::new());
    for (name, _, status, answer) in by_default.into_iter().chain(in_shape("details")) {
        let body = answer.json();
        assert_eq!((answer.status, members(&body)), (status, vec!["error"]), "{name}");
        assert_eq!(members(&body["error"]), ["code", "description", "details"]);
        assert_eq!(body["error"]["code"], name);
        assert!(is_words(&body["error"]["description"]) && is_words(&body["error"]["details"]), "{body}");
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
}

#[test]
fn a_gateway_tells_a_number_and_a_message() {
    for (name, number, status, answer) in in_shape("gateway") {
        let body = answer.json();
        assert_eq!((answer.status, members(&body)), (status, vec!["code", "details", "message"]), "{name}");
        assert_eq!((&body["code"], &body["details"]), (&json!(number), &json!([])), "{name}");
        assert!(is_words(&body["message"]), "{body}");
    }
}

#[test]
fn a_plain_text_is_all_there_may_be() {
    for (name, _, status, answer) in in_shape("text") {
        let body = answer.json();
        assert_eq!((answer.status, members(&body)), (status, vec!["error"]), "{name}");
        assert!(is_words(&body["error"]), "{body}");
        assert_eq!(body["error"].as_str().unwrap().contains("PermissionDenied"), status == 403, "{body}");
    }
}

#[test]
fn a_success_has_the_same_shape_in_all_of_them() {
    let expected = Stage::new().get(CREDENTIALS).json()["items"].as_array().unwrap().len();
    for shape in ["details", "gateway", "text"] {
        let stage = Stage::new();
        stage.control("settings", &json!({ "zstackErrors": shape }));
        assert_eq!(stage.get(CREDENTIALS).json()["items"].as_array().unwrap().len(), expected, "{shape}");
    }
}
