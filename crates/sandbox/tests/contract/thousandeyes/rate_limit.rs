//! Section 2.2: 240 requests a minute for the organisation.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::calls::{LIST_6, LIST_7, VIEWER, assert_problem, assert_refused_6_somehow, get, set, statuses};
use crate::client::{Answer, Request};
use crate::stage::Stage;

fn number(answer: &Answer, header: &str) -> u64 {
    let name = format!("x-organization-rate-limit-{header}");
    answer.header(&name).unwrap_or_else(|| panic!("no {name}")).parse().unwrap()
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

#[test]
fn every_answer_carries_the_state_of_the_limit() {
    let stage = Stage::new();
    for (request, status, remaining) in [
        (Request::new("GET", "/v6/status.json"), 200, 240),
        (Request::new("GET", LIST_7), 401, 240),
        (get(LIST_7), 200, 239),
        (get(LIST_6), 200, 238),
        (get("/v7/nothing"), 404, 237),
        (get(LIST_7).header("Accept", "text/html"), 406, 236),
        (Request::new("POST", LIST_7).token(VIEWER).json(&json!({})), 403, 235),
        (Request::new("GET", LIST_6), 401, 235),
    ] {
        let answer = stage.send(&request).answer();
        assert_eq!((answer.status, number(&answer, "limit"), number(&answer, "remaining")), (status, 240, remaining));
        let wait = number(&answer, "reset").saturating_sub(now());
        assert!((50..=61).contains(&wait), "{wait}");
    }
}

#[test]
fn the_window_starts_with_the_first_request() {
    let stage = Stage::new();
    let first = number(&stage.get(LIST_7), "reset");
    std::thread::sleep(Duration::from_millis(1_100));
    assert_eq!(number(&stage.get(LIST_7), "reset"), first);
}

#[test]
fn beyond_the_limit_everybody_of_the_organisation_waits() {
    let stage = Stage::new();
    set(&stage, &json!({ "requestsPerWindow": 3 }));
    assert_eq!(statuses(&stage, &get(LIST_7), 5), [200, 200, 200, 429, 429]);
    let viewer = stage.send(&Request::new("GET", LIST_7).token(VIEWER)).answer();
    assert_problem(&viewer, 429, "Too Many Requests");
    assert_eq!(viewer.json()["detail"], "Exhausted rate limit for the organization");
    assert_eq!((number(&viewer, "limit"), number(&viewer, "remaining")), (3, 0));
    assert_eq!(viewer.header("retry-after"), None);
    assert_refused_6_somehow(&stage.get(LIST_6), "429 Too Many Requests");
}

#[test]
fn a_write_beyond_the_limit_changes_nothing() {
    let stage = Stage::new();
    set(&stage, &json!({ "requestsPerWindow": 0 }));
    let answer = stage.write("PUT", "/v7/credentials/405", &json!({ "name": "x", "value": "y" }));
    assert_eq!(answer.status, 429);
    assert_eq!(stage.log()[0]["applied"], false);
}

#[test]
fn the_next_window_has_everything_again() {
    let stage = Stage::new();
    set(&stage, &json!({ "requestsPerWindow": 1, "windowSeconds": 2 }));
    assert_eq!(statuses(&stage, &get(LIST_7), 2), [200, 429]);
    std::thread::sleep(Duration::from_millis(2_100));
    assert_eq!(stage.get(LIST_7).status, 200);
}

#[test]
fn waiting_until_the_reset_is_enough() {
    let stage = Stage::new();
    set(&stage, &json!({ "requestsPerWindow": 1, "windowSeconds": 2 }));
    stage.get(LIST_7);
    let refused = stage.get(LIST_7);
    assert_eq!(refused.status, 429);
    let reset = UNIX_EPOCH + Duration::from_secs(number(&refused, "reset"));
    std::thread::sleep(reset.duration_since(SystemTime::now()).unwrap_or_default());
    assert_eq!(stage.get(LIST_7).status, 200);
}

#[test]
fn the_server_may_say_when_to_return() {
    let stage = Stage::new();
    set(&stage, &json!({ "requestsPerWindow": 1, "retryAfter": true }));
    assert_eq!(stage.get(LIST_7).header("retry-after"), None);
    let seconds: u64 = stage.get(LIST_7).header("retry-after").unwrap().parse().unwrap();
    assert!((50..=61).contains(&seconds), "{seconds}");
}

#[test]
fn a_new_limit_starts_a_new_window() {
    let stage = Stage::new();
    statuses(&stage, &get(LIST_7), 5);
    set(&stage, &json!({ "requestsPerWindow": 2 }));
    assert_eq!(statuses(&stage, &get(LIST_7), 3), [200, 200, 429]);
    set(&stage, &json!({ "requestsPerWindow": 240 }));
    assert_eq!(stage.get(LIST_7).status, 200);
}
