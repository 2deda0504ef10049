//! Faults before and instead of an answer (reliability.md 2.1).

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Reply, Request, connect};
use crate::stage::{API_USER, EVERYWHERE, RETAIL, Stage, TOKEN};

const OLD: &str = "old-password-of-api-user";

#[test]
fn a_connection_dropped_before_reading_applies_nothing() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "drop-before-reading" }));
    assert!(stage.change_password("new").is_nothing());
    assert_eq!(stage.accepting(OLD), EVERYWHERE);
    let row = &stage.log()[0];
    assert_eq!((&row["applied"], &row["answered"]), (&json!(false), &json!(null)));
    assert_eq!(row["fault"], "drop-before-reading");
}

#[test]
fn a_connection_dropped_after_applying_has_applied() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "apply-then-drop" }));
    assert!(stage.change_password("new").is_nothing());
    assert_eq!(stage.accepting("new"), EVERYWHERE);
    let row = &stage.log()[0];
    assert_eq!((&row["applied"], &row["answered"]), (&json!(true), &json!(null)));
}

/// A browser repeats a request by itself when a reused connection ends (X09), so both kinds must be possible.
#[test]
fn a_reused_connection_can_be_dropped_like_a_fresh_one() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "apply-then-drop" }));
    let mut connection = connect(stage.address());
    connection.write_all(b"GET /apiops/projects/ HTTP/1.1\r\nHost: sandbox\r\n\r\n").unwrap();
    let first = connection.read(&mut [0; 4096]).unwrap();
    assert!(first > 0);
    Request::new("PATCH", API_USER).token(TOKEN).json(&json!({ "password": "new" })).write_to(&connection);
    assert!(Reply::read(connection).is_nothing());
    let log = stage.log();
    assert_eq!(log[0]["connection"], log[1]["connection"]);
    assert_eq!((&log[1]["applied"], &log[1]["answered"]), (&json!(true), &json!(null)));
}

#[test]
fn a_late_application_comes_after_the_connection_has_gone() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "apply-later", "milliseconds": 500 }));
    assert!(stage.change_password("new").is_nothing());
    assert_eq!(stage.log()[0]["applied"], false);
    let row = stage.first_row_once(|row| row["applied"] == true);
    assert_eq!(row["answered"], json!(null));
    assert_eq!(stage.accepting("new"), EVERYWHERE);
}

#[test]
fn a_delayed_request_is_applied_even_if_the_client_leaves() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "delay", "milliseconds": 500 }));
    let request = Request::new("PATCH", API_USER).token(TOKEN).json(&json!({ "password": "new" }));
    let connection = request.start(stage.address());
    let row = stage.first_row_once(|_| true);
    assert_eq!(row["applied"], false);
    drop(connection);
    let row = stage.first_row_once(|row| row["applied"] == true);
    assert_eq!(row["answered"], json!(null));
    assert_eq!(stage.accepting("new"), EVERYWHERE);
}

#[test]
fn a_delay_holds_the_answer_back() {
    let stage = Stage::new();
    for kind in ["delay", "delay-after-apply"] {
        stage.fault(&json!({ "kind": kind, "milliseconds": 200 }));
        let start = Instant::now();
        assert_eq!(stage.change_password("new").answer().status, 200);
        assert!(start.elapsed() >= Duration::from_millis(200), "{kind}");
    }
}

#[test]
fn an_answer_of_choice_takes_the_place_of_the_servers_own() {
    let stage = Stage::new();
    stage.fault(&json!({
        "kind": "respond", "status": 503, "contentType": "text/html", "headers": { "Retry-After": "7" },
        "body": "<h1>Bad day</h1>",
    }));
    let answer = stage.change_password("new").answer();
    assert_eq!((answer.status, answer.text().as_str()), (503, "<h1>Bad day</h1>"));
    assert_eq!((answer.header("content-type"), answer.header("retry-after")), (Some("text/html"), Some("7")));
    assert_eq!(stage.accepting(OLD), EVERYWHERE);
}

#[test]
fn an_answer_of_choice_may_hide_that_the_request_was_applied() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "respond", "status": 500, "body": { "error": "server_error" }, "apply": true }));
    let answer = stage.change_password("new").answer();
    assert_eq!((answer.status, answer.json()), (500, json!({ "error": "server_error" })));
    assert_eq!(stage.accepting("new"), EVERYWHERE);
    assert_eq!(stage.log()[0]["applied"], true);
}

#[test]
fn a_redirect_applies_nothing() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "redirect", "status": 307, "location": "https://elsewhere.example/" }));
    let answer = stage.change_password("new").answer();
    assert_eq!((answer.status, answer.header("location")), (307, Some("https://elsewhere.example/")));
    assert_eq!(stage.accepting(OLD), EVERYWHERE);
}

#[test]
fn a_fault_meets_the_nth_request_and_then_no_more() {
    let stage = Stage::new();
    let path = "/apinizer/apiops/projects/*";
    stage.control(
        "faults",
        &json!([{ "method": "GET", "path": path, "nth": 2, "fault": { "kind": "respond", "status": 401 } }]),
    );
    let statuses: Vec<u16> = (0..3).map(|_| stage.get(RETAIL).status).collect();
    assert_eq!(statuses, [200, 401, 200]);
}

#[test]
fn a_script_that_cannot_be_read_is_refused() {
    let stage = Stage::new();
    let script = json!([{ "path": "/*", "fault": { "kind": "dely", "milliseconds": 1 } }]);
    let answer = stage.send(&Request::new("POST", "/_sandbox/faults").json(&script)).answer();
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("dely"), "{}", answer.text());
}
