//! Sections 2, 2.3 and 4: what is sent and what is accepted.

use serde_json::json;

use super::calls::{
    CHECKOUT_7, CREATE_6, DELETE_6, LIST_6, LIST_7, UPDATE_6, assert_problem, assert_refused_6_somehow, get, is_stored,
};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn v6_answers_json_by_suffix_by_accept_or_by_query() {
    let stage = Stage::new();
    for (path, accept) in [
        ("/v6/credentials.json", "*/*"),
        ("/v6/credentials.json", "text/xml"),
        ("/v6/credentials.json?format=xml", "text/html"),
        ("/v6/credentials", "application/json"),
        ("/v6/credentials?format=xml", "application/json"),
        ("/v6/credentials?format=json", "text/html"),
        ("/v6/credentials", "*/*"),
    ] {
        let answer = stage.send(&get(path).header("Accept", accept).lax()).answer();
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")), "{path} {accept}");
    }
    assert_eq!(stage.get("/v6/credentials").status, 200);
}

#[test]
fn v6_cannot_be_had_in_xml() {
    let stage = Stage::new();
    for (path, accept) in [
        ("/v6/credentials.xml", "application/json"),
        ("/v6/credentials", "text/xml"),
        ("/v6/credentials?format=xml", "*/*"),
        ("/v6/credentials?format=JSON", "*/*"),
        ("/v6/credentials", "text/html"),
    ] {
        let answer = stage.send(&get(path).header("Accept", accept)).answer();
        assert_refused_6_somehow(&answer, "406 Not Acceptable");
        assert!(answer.text().contains("JSON only"), "{path} {accept}");
    }
}

#[test]
fn v7_answers_hal_to_who_accepts_it() {
    let stage = Stage::new();
    for accept in [
        "application/hal+json",
        "application/hal+json, application/json, application/problem+json",
        "*/*",
        "application/*;q=0.5",
        "text/html, */*;q=0.1",
    ] {
        let answer = stage.send(&get(LIST_7).header("Accept", accept)).answer();
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/hal+json")), "{accept}");
    }
    assert_eq!(stage.get(LIST_7).status, 200);
}

#[test]
fn v7_refuses_who_accepts_json_alone() {
    let stage = Stage::new();
    for accept in ["application/json", "application/json, application/problem+json", "text/html", "*/*;q=0"] {
        for request in [get(LIST_7), get("/v7/account-groups"), get(CHECKOUT_7)] {
            let answer = stage.send(&request.header("Accept", accept)).answer();
            assert_problem(&answer, 406, "Not Acceptable");
        }
        let write = Request::new("PUT", CHECKOUT_7).token(TOKEN).json(&json!({ "name": "x", "value": "y" }));
        assert_eq!(stage.send(&write.header("Accept", accept)).answer().status, 406, "{accept}");
    }
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn a_deletion_in_v7_may_accept_errors_only() {
    let request = Request::new("DELETE", CHECKOUT_7).token(TOKEN).header("Accept", "application/problem+json");
    assert_eq!(Stage::new().send(&request).answer().status, 204);
}

#[test]
fn only_json_is_read() {
    let stage = Stage::new();
    for (method, path) in [("POST", CREATE_6), ("POST", UPDATE_6), ("POST", LIST_7), ("PUT", CHECKOUT_7)] {
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/hal+json", ""] {
            let body = json!({ "name": "x", "value": "y" }).to_string();
            let request = Request::new(method, path).token(TOKEN).body(content_type, body);
            assert_eq!(stage.send(&request).answer().status, 415, "{method} {path} {content_type}");
        }
    }
    assert_eq!(stage.send(&Request::new("POST", DELETE_6).token(TOKEN)).answer().status, 415);
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn the_content_type_may_have_a_charset() {
    let stage = Stage::new();
    for (method, path) in [("POST", UPDATE_6), ("PUT", CHECKOUT_7)] {
        let body = json!({ "value": "new" }).to_string();
        let request = Request::new(method, path).token(TOKEN).body("application/json; charset=utf-8", body);
        assert_eq!(stage.send(&request).answer().status, 200, "{path}");
    }
}

#[test]
fn a_body_that_is_no_json_object_is_refused() {
    let stage = Stage::new();
    for body in ["", "{", "[]", "\"x\"", "null"] {
        for (method, path) in [("POST", CREATE_6), ("POST", UPDATE_6)] {
            let answer = stage.send(&Request::new(method, path).token(TOKEN).body("application/json", body)).answer();
            assert_refused_6_somehow(&answer, "400 Bad Request");
        }
        for (method, path) in [("POST", LIST_7), ("PUT", CHECKOUT_7)] {
            let answer = stage.send(&Request::new(method, path).token(TOKEN).body("application/json", body)).answer();
            assert_problem(&answer, 400, "Request validation failed. There are invalid or missing fields");
            assert_eq!(answer.json().get("errors"), Some(&json!(null)));
        }
    }
    assert_eq!(stage.get(LIST_6).json()["credentials"].as_array().unwrap().len(), 6);
}
