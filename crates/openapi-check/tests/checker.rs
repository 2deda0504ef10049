//! What the checker notices, on a document of its own.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows these inside tests only, not in the functions tests share"
)]

use rekey_openapi_check::{Answer, Document, DocumentProblem, Request};
use serde_json::{Value, json};

fn definition() -> Value {
    json!({
        "openapi": "3.1.0", "info": { "title": "Doors", "version": "1" },
        "security": [{ "key": [] }, { "guard": [] }],
        "paths": {
            "/doors/all": { "get": { "responses": { "2XX": { "description": "" }, "default": { "description": "" } } } },
            "/doors/{number}": {
                "parameters": [{ "name": "number", "in": "path", "required": true, "schema": { "type": "integer" } }],
                "put": {
                    "parameters": [
                        { "name": "floor", "in": "query", "required": true, "schema": { "type": "integer" } },
                        { "name": "wing", "in": "query", "schema": { "enum": ["east", "west"] } },
                    ],
                    "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Door" } } } },
                    "responses": { "200": { "$ref": "#/components/responses/Done" }, "404": { "description": "" } },
                },
                "post": {
                    "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "not": {} } } } },
                    "responses": { "204": { "description": "" } },
                },
            },
        },
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" }, "guard": { "type": "http", "scheme": "basic" } },
            "schemas": { "Door": {
                "type": "object", "required": ["open"], "additionalProperties": false,
                "properties": { "open": { "type": "boolean" }, "by": { "type": "string", "format": "email" } },
            } },
            "responses": { "Done": {
                "description": "", "headers": { "Doors-Left": { "required": true, "schema": { "type": "integer" } } },
                "content": { "application/hal+json": { "schema": { "oneOf": [
                    { "$ref": "#/components/schemas/Door" }, { "type": "object", "required": ["status"] },
                ] } } },
            } },
        },
    })
}

fn document() -> Document {
    Document::parse(&definition().to_string()).unwrap()
}

fn put(target: &str) -> Request<'_> {
    let request = Request::new("PUT", target).header("Authorization", "Bearer abc").body(br#"{"open":true}"#);
    request.header("content-type", "application/json; charset=utf-8")
}

fn done(body: &str) -> Answer<'_> {
    let answer = Answer::new(200).header("Content-Type", "application/hal+json").header("doors-left", "3");
    answer.body(body.as_bytes())
}

/// The one violation, without the request it belongs to.
fn violation(result: Result<(), Vec<String>>) -> String {
    let violations = result.unwrap_err();
    assert_eq!(violations.len(), 1, "{violations:?}");
    violations[0].split_once(": ").unwrap().1.to_owned()
}

#[test]
fn a_request_as_documented_passes() {
    let document = document();
    for request in [
        put("/doors/7?floor=1"),
        put("/doors/7?floor=1&wing=east"),
        put("/doors/7?floor=1").header("Accept", "text/html, */*;q=0.1"),
        put("/doors/7?floor=1").body(br#"{"open":false,"by":"a@b.example"}"#),
        Request::new("post", "/doors/7")
            .header("Authorization", "basic YTpi")
            .header("Content-Type", "application/x-www-form-urlencoded"),
    ] {
        assert_eq!(document.check_request(&request), Ok(()), "{request:?}");
    }
}

#[test]
fn each_departure_in_a_request_is_noticed() {
    let document = document();
    let unsigned = || Request::new("PUT", "/doors/7?floor=1").body(br#"{"open":true}"#);
    let json = "application/json";
    for (request, start) in [
        (put("/doors/7"), "query floor: is missing"),
        (put("/doors/7?floor=low"), "query floor: "),
        (put("/doors/7?floor=1&wing=north"), "query wing: "),
        (put("/doors/7?floor=1&floor=1"), "query floor: is given twice"),
        (put("/doors/7?floor=1&roof=1"), "query roof: is not documented"),
        (put("/doors/seven?floor=1"), "path number: "),
        (put("/doors/7?floor=1").body(b""), "body: is not JSON"),
        (put("/doors/7?floor=1").body(b"{}"), "body : \"open\" is a required"),
        (put("/doors/7?floor=1").body(br#"{"open":1}"#), "body /open: "),
        (put("/doors/7?floor=1").body(br#"{"open":true,"by":"nobody"}"#), "body /by: "),
        (put("/doors/7?floor=1").body(br#"{"open":true,"lock":1}"#), "body : Additional properties"),
        (put("/doors/7?floor=1").header("Accept", json), "header Accept: "),
        (unsigned().header("Content-Type", json), "header Authorization: is missing"),
        (unsigned().header("Content-Type", json).header("Authorization", "Bearer "), "header Authorization: is none"),
        (unsigned().header("Content-Type", json).header("Authorization", "Digest x"), "header Authorization: is none"),
        (unsigned().header("Authorization", "Bearer a"), "header Content-Type: is missing"),
        (
            unsigned().header("Authorization", "Bearer a").header("Content-Type", "text/plain"),
            "header Content-Type: text/plain",
        ),
        (Request::new("GET", "/doors/all").header("Authorization", "Bearer a").body(b"x"), "body: must be empty"),
    ] {
        let found = violation(document.check_request(&request));
        assert!(found.starts_with(start), "{start}: {found}");
    }
}

#[test]
fn what_is_not_documented_is_not_there() {
    let document = document();
    for (method, target) in
        [("PUT", "/doors/7/"), ("PUT", "/doors/"), ("GET", "/doors/7"), ("PUT", "/doors/all"), ("GET", "/Doors/all")]
    {
        assert!(!document.has(method, target), "{method} {target}");
        assert_eq!(violation(document.check_request(&Request::new(method, target))), "is not documented");
    }
    assert!(document.has("GET", "/doors/all?x=1"));
}

#[test]
fn each_departure_in_an_answer_is_noticed() {
    let document = document();
    let request = put("/doors/7?floor=1");
    let check = |answer: &Answer<'_>| document.check_answer(&request, answer);
    assert_eq!(check(&done(r#"{"open":true}"#)), Ok(()));
    assert_eq!(check(&done(r#"{"status":1}"#)), Ok(()));
    assert_eq!(check(&Answer::new(404)), Ok(()));
    let bare = Answer::new(200).body(br#"{"open":true}"#);
    for (answer, start) in [
        (Answer::new(201), "status: 201 is not documented"),
        (Answer::new(404).body(b"no"), "body: must be empty"),
        (done(r#"{"open":"ajar"}"#), "body /open: "),
        (done(""), "body: is not JSON"),
        (bare.clone().header("Content-Type", "application/hal+json"), "header Doors-Left: is missing"),
        (bare.clone().header("Doors-Left", "3"), "header Content-Type: is missing"),
        (bare.clone().header("Doors-Left", "3").header("Content-Type", "application/json"), "header Content-Type: "),
        (bare.header("Doors-Left", "few").header("Content-Type", "application/hal+json"), "header Doors-Left: "),
    ] {
        let found = violation(check(&answer));
        assert!(found.starts_with(start), "{start}: {found}");
    }
}

#[test]
fn a_range_and_the_default_stand_for_statuses_without_a_rule() {
    let document = document();
    let request = Request::new("GET", "/doors/all");
    for status in [200, 299, 404, 500] {
        assert_eq!(document.check_answer(&request, &Answer::new(status)), Ok(()), "{status}");
    }
}

#[test]
fn no_violation_repeats_a_value() {
    let request = put("/doors/7?floor=1").body(br#"{"open":"a secret","by":"another"}"#);
    let violations = document().check_request(&request).unwrap_err().join("\n");
    assert!(!violations.contains("a secret") && !violations.contains("another"), "{violations}");
}

#[test]
fn a_document_that_cannot_be_used_is_refused() {
    let altered = |pointer: &str, value: Value| {
        let mut definition = definition();
        *definition.pointer_mut(pointer).unwrap() = value;
        Document::parse(&definition.to_string()).unwrap_err()
    };
    assert!(matches!(Document::parse("{"), Err(DocumentProblem::NotJson(_))));
    assert!(matches!(altered("/openapi", json!("3.0.1")), DocumentProblem::OtherVersion));
    assert!(matches!(altered("/components/responses", json!({})), DocumentProblem::DanglingReference(_)));
    assert!(matches!(
        altered("/components/securitySchemes/key/type", json!("oauth2")),
        DocumentProblem::Unsupported { .. }
    ));
    assert!(matches!(altered("/components/schemas/Door/type", json!("door")), DocumentProblem::Schema { .. }));
    assert!(matches!(altered("/components/schemas", json!({})), DocumentProblem::Schema { .. }));
}
