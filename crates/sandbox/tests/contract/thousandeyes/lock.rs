//! Section 2.1: accounts that lock, and addresses that are blocked.

use serde_json::json;

use super::calls::{LIST_6, LIST_7, assert_problem, assert_refused_6_somehow, basic, set, statuses};
use crate::client::Request;
use crate::stage::Stage;

const EMAIL: &str = "admin@example.com";

fn sign_in(token: &str) -> Request {
    basic(Request::new("GET", LIST_6), EMAIL, token)
}

#[test]
fn a_handful_of_wrong_sign_ins_locks_nothing() {
    let stage = Stage::new();
    for _ in 0..3 {
        assert_eq!(statuses(&stage, &sign_in("wrong"), 15), [401; 15]);
        assert_eq!(statuses(&stage, &sign_in("rekey-demo-api-token"), 1), [200]);
    }
}

#[test]
fn a_locked_account_stays_out_with_the_right_token_too() {
    let stage = Stage::new();
    set(&stage, &json!({ "lockAfter": 3 }));
    assert_eq!(statuses(&stage, &sign_in("wrong"), 3), [401; 3]);
    assert_eq!(statuses(&stage, &sign_in("rekey-demo-api-token"), 2), [401; 2]);
    assert_eq!((stage.get(LIST_6).status, stage.get(LIST_7).status), (401, 401));
    let somebody_else = Request::new("GET", LIST_7).token("rekey-viewer-token");
    assert_eq!(statuses(&stage, &somebody_else, 1), [200]);
    stage.control("reset", &json!({}));
    assert_eq!(statuses(&stage, &sign_in("rekey-demo-api-token"), 1), [200]);
}

#[test]
fn twenty_wrong_sign_ins_in_a_row_lock_the_account() {
    let stage = Stage::new();
    statuses(&stage, &sign_in("wrong"), 20);
    assert_eq!(statuses(&stage, &sign_in("rekey-demo-api-token"), 1), [401]);
}

#[test]
fn a_wrong_bearer_token_belongs_to_nobody_and_locks_nobody() {
    let stage = Stage::new();
    set(&stage, &json!({ "lockAfter": 2 }));
    let stranger = Request::new("GET", LIST_7).token("made-up");
    assert_eq!(statuses(&stage, &stranger, 5), [401; 5]);
    assert_eq!(stage.get(LIST_7).status, 200);
}

#[test]
fn an_address_with_many_refusals_is_blocked_for_everybody() {
    let stage = Stage::new();
    set(&stage, &json!({ "refusalsPerWindow": 3 }));
    let stranger = Request::new("GET", LIST_7).token("made-up");
    assert_eq!(statuses(&stage, &stranger, 5), [401, 401, 401, 429, 429]);
    assert_problem(&stage.get(LIST_7), 429, "Too Many Requests");
    assert_refused_6_somehow(&stage.get(LIST_6), "429 Too Many Requests");
    let status = stage.send(&Request::new("GET", "/v6/status.json")).answer();
    assert_eq!(status.status, 429);
}

#[test]
fn by_default_a_hundred_refusals_block() {
    let stage = Stage::new();
    let stranger = Request::new("GET", LIST_7);
    assert!(statuses(&stage, &stranger, 100).into_iter().all(|status| status == 401));
    assert_eq!(statuses(&stage, &stranger, 1), [429]);
}

#[test]
fn a_block_ends_with_its_window() {
    let stage = Stage::new();
    set(&stage, &json!({ "refusalsPerWindow": 1, "windowSeconds": 2 }));
    let stranger = Request::new("GET", LIST_7).token("made-up");
    assert_eq!(statuses(&stage, &stranger, 2), [401, 429]);
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    assert_eq!(stage.get(LIST_7).status, 200);
}
