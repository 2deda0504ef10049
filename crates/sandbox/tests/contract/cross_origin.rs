//! CORS is off unless asked for.

use rekey_sandbox::Options;
use serde_json::json;

use crate::client::Request;
use crate::stage::{API_USER, RETAIL, Stage, TOKEN};

const PORTAL: &str = "https://portal.example";

fn preflight(origin: &str) -> Request {
    Request::new("OPTIONS", API_USER)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "PATCH")
        .header("Access-Control-Request-Headers", "authorization,content-type")
}

fn stage() -> Stage {
    Stage::with(Options { cross_origin: Some(PORTAL.to_owned()), ..Options::default() })
}

#[test]
fn without_the_option_no_origin_is_allowed() {
    let stage = Stage::new();
    let answer = stage.send(&preflight(PORTAL)).answer();
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert!(answer.status >= 400);
}

#[test]
fn the_named_origin_may_send_the_two_headers() {
    let answer = stage().send(&preflight(PORTAL)).answer();
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-origin"), Some(PORTAL));
    assert_eq!(answer.header("access-control-allow-headers"), Some("Authorization, Content-Type"));
    assert!(answer.header("access-control-allow-methods").unwrap().contains("PATCH"));
}

#[test]
fn another_origin_is_not_allowed() {
    let answer = stage().send(&preflight("https://evil.example")).answer();
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[test]
fn answers_and_refusals_can_be_read_by_the_named_origin() {
    let stage = stage();
    for token in [TOKEN, "made-up"] {
        let request = Request::new("GET", RETAIL).token(token).header("Origin", PORTAL);
        assert_eq!(stage.send(&request).answer().header("access-control-allow-origin"), Some(PORTAL));
    }
}

#[test]
fn a_script_can_fail_the_preflight() {
    let stage = stage();
    stage.control(
        "faults",
        &json!([{ "method": "OPTIONS", "path": API_USER, "fault": { "kind": "respond", "status": 403 } }]),
    );
    assert_eq!(stage.send(&preflight(PORTAL)).answer().status, 403);
}

#[test]
fn a_script_can_withhold_an_answer_or_a_preflight_from_the_named_origin_x03() {
    let stage = stage();
    let withhold = |method: &str, path: &str| {
        stage.control("faults", &json!([{ "method": method, "path": path, "fault": { "kind": "no-cors" } }]));
    };
    withhold("GET", RETAIL);
    let answer = stage.send(&Request::new("GET", RETAIL).token(TOKEN).header("Origin", PORTAL)).answer();
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, None));
    withhold("OPTIONS", API_USER);
    let answer = stage.send(&preflight(PORTAL)).answer();
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (204, None));
}
