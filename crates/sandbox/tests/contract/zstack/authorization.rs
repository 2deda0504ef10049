//! Section 1: the Bearer token.

use serde_json::json;

use super::{AUDIT, CREDENTIALS, MAIN, OLD, STATISTICS, assert_refused, creation, edit, edit_with, holds};
use crate::client::Request;
use crate::stage::{API_USER, Stage, TOKEN};

const READS: [&str; 5] = [CREDENTIALS, MAIN, STATISTICS, AUDIT, "/zstack/api/v1/credential-audit/export"];

#[test]
fn every_read_needs_a_bearer_token() {
    let stage = Stage::new();
    for path in READS {
        let request = || Request::new("GET", path);
        assert_refused(&stage.send(&request()).answer(), 401, "Unauthenticated", "missing");
        for authorization in
            ["Bearer made-up", "Bearer", "Basic cmVrZXktZGVtby10b2tlbjo=", "OAuth rekey-demo-token", "rekey-demo-token"]
        {
            let answer = stage.send(&request().header("Authorization", authorization)).answer();
            assert_refused(&answer, 401, "Unauthenticated", "not valid");
        }
        assert_eq!(stage.send(&request().header("Authorization", "bearer rekey-demo-token")).answer().status, 200);
    }
}

#[test]
fn a_viewer_reads_everything_and_writes_nothing() {
    let stage = Stage::new();
    let viewer = |method: &str, path: &str| Request::new(method, path).token("rekey-viewer-token");
    for path in READS {
        assert_eq!(stage.send(&viewer("GET", path)).answer().status, 200, "{path}");
    }
    for request in [
        viewer("POST", CREDENTIALS).json(&creation()),
        viewer("PUT", MAIN).json(&edit_with("value", "new")),
        viewer("DELETE", MAIN),
        viewer("PUT", "/zstack/api/v1/credentials/cred-of-nobody").body("text/plain", "?"),
    ] {
        assert_refused(&stage.send(&request).answer(), 403, "PermissionDenied", "PermissionDenied");
    }
    assert!(holds(&stage, OLD));
}

#[test]
fn a_session_can_end_in_the_middle() {
    for (end, words) in [("revoke", "not valid"), ("expire", "expired")] {
        let stage = Stage::new();
        assert_eq!(stage.get(MAIN).status, 200);
        stage.control("tokens", &json!({ (end): TOKEN }));
        assert_refused(&stage.get(MAIN), 401, "Unauthenticated", words);
        assert_refused(&stage.write("PUT", MAIN, &edit_with("value", "new")), 401, "Unauthenticated", words);
        assert!(holds(&stage, OLD));
        stage.control("reset", &json!({}));
        assert_eq!(stage.write("PUT", MAIN, &edit()).status, 200);
    }
}

#[test]
fn a_token_ends_at_every_vendor_and_other_tokens_live_on() {
    let stage = Stage::new();
    stage.control("tokens", &json!({ "revoke": TOKEN }));
    assert_eq!(stage.get(CREDENTIALS).status, 401);
    assert_eq!(stage.write("PATCH", API_USER, &json!({ "password": "new" })).status, 401);
    let viewer = Request::new("GET", CREDENTIALS).token("rekey-viewer-token");
    assert_eq!(stage.send(&viewer).answer().status, 200);
}

#[test]
fn the_token_is_checked_before_anything_else() {
    let stage = Stage::new();
    let request = Request::new("PUT", "/zstack/api/v1/credentials/cred-of-nobody").body("text/plain", "?");
    assert_refused(&stage.send(&request).answer(), 401, "Unauthenticated", "missing");
}
