//! Sections 3 and 4: deletions.

use serde_json::json;

use super::calls::{CHECKOUT_7, DELETE_6, READ_6, assert_problem, assert_refused_6_somehow, empty, is_stored, name_of};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn a_deleted_credential_is_gone_in_both_versions() {
    for request in [empty("POST", DELETE_6), Request::new("DELETE", CHECKOUT_7)] {
        let stage = Stage::new();
        let answer = stage.send(&request.clone().token(TOKEN)).answer();
        assert_eq!((answer.status, answer.text().as_str()), (204, ""));
        assert_eq!(answer.header("content-type"), None);
        let row = stage.log().remove(0);
        assert_eq!((&row["applied"], &row["effects"]), (&json!(true), &json!(["deleted"])));
        assert_eq!((stage.get(READ_6).status, stage.get(CHECKOUT_7).status), (404, 404));
        assert_eq!(name_of(&stage, "405"), None);
        assert!(!is_stored(&stage, "405", "old-value-of-405"));
        assert_eq!(stage.send(&request.token(TOKEN)).answer().status, 404);
    }
}

#[test]
fn v6_wants_an_empty_body() {
    let stage = Stage::new();
    let answer = stage.write("POST", DELETE_6, &json!({}));
    assert_refused_6_somehow(&answer, "400 Bad Request");
    assert_eq!(stage.get(READ_6).status, 200);
}

#[test]
fn an_unknown_id_is_not_found() {
    let stage = Stage::new();
    let six = stage.send(&empty("POST", "/v6/credentials/999/delete.json").token(TOKEN)).answer();
    assert_refused_6_somehow(&six, "404 Not Found");
    let seven = stage.send(&Request::new("DELETE", "/v7/credentials/999").token(TOKEN)).answer();
    assert_problem(&seven, 404, "URI Resource Not Found");
}
