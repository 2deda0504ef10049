//! Faults in the body of an answer whose headers look right (X10, X34b).

use serde_json::json;

use crate::stage::{EVERYWHERE, RETAIL, Stage};

#[test]
fn a_cut_body_announces_more_than_it_gives() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "cut-body", "after": 20 }));
    let answer = stage.change_password("new").answer();
    let announced: usize = answer.header("content-length").unwrap().parse().unwrap();
    assert_eq!((answer.status, answer.body.len()), (200, 20));
    assert!(announced > 20);
    assert_eq!(stage.accepting("new"), EVERYWHERE);
}

#[test]
fn a_body_can_be_cut_before_its_first_byte() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "cut-body", "after": 0 }));
    let answer = stage.change_password("new").answer();
    assert_eq!((answer.status, answer.body.len()), (200, 0));
}

#[test]
fn an_oversized_body_is_still_the_same_json() {
    let stage = Stage::new();
    stage.control("faults", &json!([{ "path": RETAIL, "fault": { "kind": "oversize", "bytes": 3_000_000 } }]));
    let answer = stage.get(RETAIL);
    assert_eq!(answer.body.len(), 3_000_000);
    assert_eq!(answer.json()["resultCount"], 7);
}
