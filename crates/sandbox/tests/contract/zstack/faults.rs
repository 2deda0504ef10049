//! Faults meet `ZStack` as they meet every vendor (reliability.md 2.1).

use serde_json::{Value, json};

use super::{CREDENTIALS, MAIN, OLD, edit, edit_with, holds};
use crate::client::{Reply, Request};
use crate::stage::{Stage, TOKEN};

/// A rotation of the main credential that meets `fault`.
fn rotation_meeting(stage: &Stage, fault: &Value) -> Reply {
    stage.control("faults", &json!([{ "method": "PUT", "path": MAIN, "fault": fault }]));
    stage.send(&Request::new("PUT", MAIN).token(TOKEN).json(&edit_with("value", "new")))
}

#[test]
fn a_lost_answer_leaves_either_value() {
    for (kind, value, applied) in [("drop-before-reading", OLD, false), ("apply-then-drop", "new", true)] {
        let stage = Stage::new();
        let before = stage.get(MAIN).json()["lastOpDate"].clone();
        assert!(rotation_meeting(&stage, &json!({ "kind": kind })).is_nothing());
        assert!(holds(&stage, value), "{kind}");
        let row = stage.log().pop().unwrap();
        assert_eq!((&row["applied"], &row["answered"]), (&json!(applied), &json!(null)), "{kind}");
        assert_eq!(stage.get(MAIN).json()["lastOpDate"] != before, applied, "{kind}");
    }
}

#[test]
fn a_late_application_arrives_in_the_end() {
    let stage = Stage::new();
    assert!(rotation_meeting(&stage, &json!({ "kind": "apply-later", "milliseconds": 200 })).is_nothing());
    stage.first_row_once(|row| row["applied"] == true);
    assert!(holds(&stage, "new"));
}

#[test]
fn an_answer_of_choice_may_hide_that_the_value_was_rotated() {
    for (apply, value) in [(false, OLD), (true, "new")] {
        let stage = Stage::new();
        let answer = rotation_meeting(&stage, &json!({ "kind": "respond", "status": 504, "apply": apply })).answer();
        assert_eq!(answer.status, 504);
        assert!(holds(&stage, value), "apply {apply}");
    }
}

#[test]
fn only_the_request_of_the_script_meets_its_fault() {
    let stage = Stage::new();
    let fault = json!({ "kind": "respond", "status": 429, "headers": { "Retry-After": "7" } });
    stage.control("faults", &json!([{ "path": format!("{CREDENTIALS}*"), "nth": 2, "fault": fault }]));
    assert_eq!(stage.get(CREDENTIALS).status, 200);
    let limited = stage.get(MAIN);
    assert_eq!((limited.status, limited.header("retry-after")), (429, Some("7")));
    assert_eq!(stage.write("PUT", MAIN, &edit()).status, 200);
}
