//! Sections 2.2 and 2.3: tokens and permissions.

use serde_json::json;

use crate::client::Request;
use crate::stage::{API_USER, RETAIL, Stage, TOKEN, assert_refused, full_record};

/// Without a token, with an unknown one, with an expired one.
const TEXTS: [(&str, &str, &str, (&str, &str)); 3] = [
    ("a", "Invalid token", "Invalid token", ("invalid_token", "Token is invalid or expired")),
    (
        "b",
        "Empty Key! Client must be authenticated to access this resource.",
        "Token is not valid!",
        ("", "Token was expired!"),
    ),
    ("l", "Invalid token", "Invalid token", ("invalid_token", "Token is invalid or expired")),
];

#[test]
fn a_request_needs_a_valid_token() {
    for (generation, missing, unknown, (expired_code, expired)) in TEXTS {
        let stage = Stage::in_generation(generation);
        let list = Request::new("GET", RETAIL);
        let code = "unauthorized_client";
        assert_refused(&stage.send(&list).answer(), generation, 401, code, missing);
        assert_refused(&stage.send(&list.clone().token("made-up")).answer(), generation, 401, code, unknown);
        let basic = list.clone().header("Authorization", "Basic cmVrZXktZGVtby10b2tlbg==");
        assert_refused(&stage.send(&basic).answer(), generation, 401, code, unknown);
        stage.control("tokens", &json!({ "expire": TOKEN }));
        assert_refused(&stage.send(&list.token(TOKEN)).answer(), generation, 401, expired_code, expired);
    }
}

#[test]
fn a_revoked_token_is_unknown() {
    let stage = Stage::in_generation("b");
    stage.control("tokens", &json!({ "revoke": TOKEN }));
    assert_refused(&stage.get(RETAIL), "b", 401, "", "Token is not valid!");
}

#[test]
fn the_token_is_checked_before_anything_else() {
    let stage = Stage::new();
    let request = Request::new("PATCH", "/apiops/projects/nowhere/credentials/nobody/").body("text/plain", "?");
    assert_refused(&stage.send(&request).answer(), "a", 401, "unauthorized_client", "Invalid token");
}

#[test]
fn a_viewer_may_read_and_not_write() {
    let text = "User does not have required permission for this operation!";
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        let viewer = |method: &str, path: &str| Request::new(method, path).token("rekey-viewer-token");
        assert_eq!(stage.send(&viewer("GET", RETAIL)).answer().status, 200);
        for request in [
            viewer("POST", RETAIL).json(&full_record()),
            viewer("PUT", RETAIL).json(&full_record()),
            viewer("PATCH", API_USER).json(&json!({ "password": "new" })),
            viewer("DELETE", API_USER),
        ] {
            assert_refused(&stage.send(&request).answer(), generation, 400, "bad_request", text);
        }
        assert_eq!(stage.accepting("old-password-of-api-user").len(), 3);
    }
}
