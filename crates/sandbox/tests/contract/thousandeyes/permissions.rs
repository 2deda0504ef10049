//! Section 3 and 4: who may read and who may write.

use serde_json::json;

use super::calls::{
    CHECKOUT_7, CREATE_6, DELETE_6, FORBIDDEN_6, GROUPS_6, GROUPS_7, LIST_6, LIST_7, READ_6, SENSITIVE, UPDATE_6,
    VIEWER, assert_problem, assert_refused_6, empty, is_stored, name_of,
};
use crate::client::Request;
use crate::stage::Stage;

#[test]
fn a_viewer_reads_everything() {
    let stage = Stage::new();
    for path in [LIST_6, READ_6, GROUPS_6, LIST_7, CHECKOUT_7, GROUPS_7] {
        let answer = stage.send(&Request::new("GET", path).token(VIEWER)).answer();
        assert_eq!(answer.status, 200, "{path}");
    }
}

#[test]
fn a_viewer_writes_nothing() {
    let stage = Stage::new();
    let body = json!({ "name": "x", "value": "y" });
    for request in [
        Request::new("POST", CREATE_6).json(&body),
        Request::new("POST", UPDATE_6).json(&body),
        Request::new("POST", UPDATE_6).body("text/plain", "?"),
        empty("POST", DELETE_6),
    ] {
        assert_refused_6(&stage.send(&request.token(VIEWER)).answer(), 403, FORBIDDEN_6);
    }
    for request in [
        Request::new("POST", LIST_7).json(&body),
        Request::new("PUT", CHECKOUT_7).json(&body),
        Request::new("PUT", "/v7/credentials/999").json(&body),
        Request::new("DELETE", CHECKOUT_7),
    ] {
        let answer = stage.send(&request.token(VIEWER)).answer();
        assert_problem(&answer, 403, "Forbidden");
        assert_eq!(answer.json()["detail"], "Insufficient permissions to query endpoint");
    }
    assert!(stage.log().iter().all(|row| row["applied"] == false));
    assert_eq!(name_of(&stage, "405").as_deref(), Some("Checkout login"));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn who_sees_values_writes_too() {
    let stage = Stage::new();
    let request = Request::new("POST", UPDATE_6).token(SENSITIVE).json(&json!({ "value": "new" }));
    assert_eq!(stage.send(&request).answer().status, 200);
    assert!(is_stored(&stage, "405", "new"));
}
