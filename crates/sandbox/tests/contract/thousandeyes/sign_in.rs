//! Sections 2.1 and 4: who may come in, and how a refusal is told.

use serde_json::json;

use super::calls::{LIST_6, LIST_7, assert_refused_6_somehow, basic, get};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

const EMAIL: &str = "admin@example.com";
const API_TOKEN: &str = "rekey-demo-api-token";

#[test]
fn v6_takes_basic_and_bearer() {
    let stage = Stage::new();
    for request in [basic(Request::new("GET", LIST_6), EMAIL, API_TOKEN), get(LIST_6)] {
        assert_eq!(stage.send(&request).answer().status, 200);
    }
}

#[test]
fn v7_takes_bearer_only() {
    let stage = Stage::new();
    assert_eq!(stage.send(&get(LIST_7)).answer().status, 200);
    let answer = stage.send(&basic(Request::new("GET", LIST_7), EMAIL, API_TOKEN)).answer();
    assert_eq!(answer.status, 401);
}

#[test]
fn nobody_else_comes_in() {
    let stage = Stage::new();
    for path in [LIST_6, LIST_7] {
        let request = || Request::new("GET", path);
        for (case, stranger) in [
            ("nothing", request()),
            ("unknown token", request().token("made-up")),
            ("no token", request().token("")),
            ("API token as bearer", request().token(API_TOKEN)),
            ("bearer token as password", basic(request(), EMAIL, TOKEN)),
            ("someone else's e-mail", basic(request(), "viewer@example.com", API_TOKEN)),
            ("unknown e-mail", basic(request(), "nobody@example.com", API_TOKEN)),
            ("token as user", basic(request(), API_TOKEN, "")),
            ("not base64", request().header("Authorization", "Basic ???")),
            ("another scheme", request().header("Authorization", &format!("Token {TOKEN}"))),
            ("no scheme", request().header("Authorization", TOKEN)),
        ] {
            assert_eq!(stage.send(&stranger).answer().status, 401, "{case} at {path}");
        }
    }
}

#[test]
fn each_version_has_its_own_shape_of_401() {
    let stage = Stage::new();
    let six = stage.send(&Request::new("GET", LIST_6).token("made-up")).answer();
    assert_refused_6_somehow(&six, "401 Unauthorized");
    assert!(six.header("www-authenticate").unwrap().starts_with("Basic "));
    let seven = stage.send(&Request::new("GET", LIST_7).token("made-up")).answer();
    let expected = json!({ "error": "invalid_token", "error_description": "Invalid access token" });
    assert_eq!((seven.status, seven.json()), (401, expected));
    assert_eq!(seven.header("content-type"), Some("application/problem+json"));
    assert!(seven.header("www-authenticate").unwrap().starts_with("Bearer "));
}

#[test]
fn a_session_can_end_in_the_middle() {
    for end in ["revoke", "expire"] {
        let stage = Stage::new();
        stage.control("tokens", &json!({ end: TOKEN }));
        assert_eq!(stage.get(LIST_6).status, 401, "{end}");
        assert_eq!(stage.get(LIST_7).status, 401, "{end}");
        let with_password = basic(Request::new("GET", LIST_6), EMAIL, API_TOKEN);
        assert_eq!(stage.send(&with_password).answer().status, 200, "{end}");
        stage.control("tokens", &json!({ end: API_TOKEN }));
        assert_eq!(stage.send(&with_password).answer().status, 401, "{end}");
    }
}

#[test]
fn the_token_is_checked_before_anything_else() {
    let stage = Stage::new();
    let request = Request::new("PUT", "/v7/nothing?aid=x").header("Accept", "text/html").body("text/plain", "?");
    assert_eq!(stage.send(&request).answer().status, 401);
}
