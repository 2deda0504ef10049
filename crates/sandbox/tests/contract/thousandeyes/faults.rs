//! The faults of reliability.md 2.1 meet this vendor as they meet any other.

use serde_json::{Value, json};

use super::calls::{CHECKOUT_7, LIST_7, UPDATE_6, is_stored};
use crate::client::{Reply, Request};
use crate::stage::{Stage, TOKEN};

fn fault(stage: &Stage, method: &str, path: &str, fault: &Value) {
    stage.control("faults", &json!([{ "method": method, "path": path, "fault": fault }]));
}

fn change(stage: &Stage, method: &str, path: &str) -> Reply {
    stage.send(&Request::new(method, path).token(TOKEN).json(&json!({ "name": "Kasse", "value": "new" })))
}

const WRITES: [(&str, &str); 2] = [("POST", UPDATE_6), ("PUT", CHECKOUT_7)];

#[test]
fn a_connection_can_end_before_and_after_the_change() {
    for (method, path) in WRITES {
        for (kind, applied) in [("drop-before-reading", false), ("apply-then-drop", true)] {
            let stage = Stage::new();
            fault(&stage, method, path, &json!({ "kind": kind }));
            assert!(change(&stage, method, path).is_nothing(), "{kind}");
            assert_eq!(is_stored(&stage, "405", "new"), applied, "{kind}");
            let row = &stage.log()[0];
            assert_eq!((&row["applied"], &row["fault"]), (&json!(applied), &json!(kind)));
            assert_eq!(row.get("effects").is_some(), applied, "{kind}");
        }
    }
}

#[test]
fn a_change_can_come_late() {
    let stage = Stage::new();
    fault(&stage, "PUT", CHECKOUT_7, &json!({ "kind": "apply-later", "milliseconds": 300 }));
    assert!(change(&stage, "PUT", CHECKOUT_7).is_nothing());
    assert!(is_stored(&stage, "405", "old-value-of-405"));
    stage.first_row_once(|row| row["applied"] == true);
    assert!(is_stored(&stage, "405", "new"));
}

#[test]
fn an_answer_of_choice_can_be_given() {
    let stage = Stage::new();
    let body = json!({ "errorMessage": "503 Service Unavailable\nPlease bear with us" });
    fault(&stage, "POST", UPDATE_6, &json!({ "kind": "respond", "status": 503, "body": body.clone() }));
    let answer = change(&stage, "POST", UPDATE_6).answer();
    assert_eq!((answer.status, answer.json()), (503, body));
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn a_redirect_and_a_cut_body_can_be_met() {
    let stage = Stage::new();
    let location = "https://elsewhere.example/";
    fault(&stage, "PUT", CHECKOUT_7, &json!({ "kind": "redirect", "status": 307, "location": location }));
    assert_eq!(change(&stage, "PUT", CHECKOUT_7).answer().status, 307);
    fault(&stage, "GET", LIST_7, &json!({ "kind": "cut-body", "after": 10 }));
    assert_eq!(stage.get(LIST_7).body.len(), 10);
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}
