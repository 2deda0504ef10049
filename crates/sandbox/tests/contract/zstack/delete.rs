//! Section 4.4.

use serde_json::json;

use super::{AUDIT, MAIN, MAIN_UUID, OLD, assert_refused, items, vault};
use crate::client::{Answer, Request};
use crate::stage::{Stage, TOKEN};

fn delete(stage: &Stage, query: &str) -> Answer {
    stage.send(&Request::new("DELETE", &format!("{MAIN}{query}")).token(TOKEN)).answer()
}

#[test]
fn a_deletion_is_permanent_and_answers_an_empty_object() {
    let stage = Stage::new();
    let answer = delete(&stage, "?operator=ops%40example.com");
    assert_eq!((answer.status, answer.json()), (200, json!({})));
    assert_eq!(stage.get(MAIN).status, 404);
    assert_eq!(vault(&stage, MAIN_UUID, OLD), 401);
    assert_refused(&delete(&stage, ""), 404, "NotFound", MAIN_UUID);
}

#[test]
fn who_deletes_is_the_operator_or_else_the_owner_of_the_token() {
    for (query, operator) in [("?operator=ops%40example.com", "ops@example.com"), ("", "admin@example.com")] {
        let stage = Stage::new();
        delete(&stage, query);
        let entry = &items(&stage.get(&format!("{AUDIT}?action=DELETE")))[0];
        assert_eq!((&entry["operator"], &entry["credentialName"]), (&json!(operator), &json!("prod-db-password")));
    }
}

#[test]
fn the_published_options_are_accepted() {
    for query in [
        "?options.propagationPolicy=Restrict",
        "?options.propagationPolicy=Foreground",
        "?options.propagationPolicy=Background",
        "?options.propagationPolicy=Orphan",
        "?options.propagationPolicy=SoftDelete",
        "?options.force=false",
        "?options.gracePeriodSeconds=0&options.revokeRemoteCredentials=true",
    ] {
        assert_eq!(delete(&Stage::new(), query).status, 200, "{query}");
    }
}

#[test]
fn force_is_denied() {
    let stage = Stage::new();
    assert_refused(&delete(&stage, "?options.force=true"), 403, "PermissionDenied", "PermissionDenied");
    assert_eq!(stage.get(MAIN).status, 200);
}

#[test]
fn options_that_cannot_be_read_are_refused() {
    let stage = Stage::new();
    for (name, value) in [
        ("options.propagationPolicy", "Cascade"),
        ("options.propagationPolicy", ""),
        ("options.force", "yes"),
        ("options.gracePeriodSeconds", "-1"),
        ("options.revokeRemoteCredentials", "1"),
        ("operator", ""),
        ("force", "true"),
    ] {
        assert_refused(&delete(&stage, &format!("?{name}={value}")), 400, "InvalidArgument", name);
    }
    assert_eq!(stage.get(MAIN).status, 200);
}
