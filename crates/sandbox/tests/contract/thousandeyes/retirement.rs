//! T1: version 6 may be gone.

use serde_json::json;

use super::calls::{LIST_6, LIST_7, UPDATE_6, assert_refused_6_somehow, is_stored, set};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn every_address_of_v6_answers_alike_and_v7_stays() {
    for (state, status) in [("moved", 301), ("not-found", 404), ("gone", 410)] {
        let stage = Stage::new();
        set(&stage, &json!({ "v6": state }));
        for request in [
            Request::new("GET", LIST_6).token(TOKEN),
            Request::new("GET", LIST_6),
            Request::new("GET", "/v6/status.json"),
            Request::new("GET", "/v6/nothing"),
            Request::new("POST", UPDATE_6).token(TOKEN).json(&json!({ "value": "new" })),
        ] {
            assert_eq!(stage.send(&request).answer().status, status, "{state}");
        }
        assert!(is_stored(&stage, "405", "old-value-of-405"));
        assert_eq!(stage.get(LIST_7).status, 200);
        set(&stage, &json!({ "v6": "answers" }));
        assert_eq!(stage.get(LIST_6).status, 200);
    }
}

#[test]
fn a_moved_version_leads_to_the_same_address_of_v7() {
    let stage = Stage::new();
    set(&stage, &json!({ "v6": "moved" }));
    for (path, location) in [
        ("/thousandeyes/v6/credentials.json?aid=75", "/thousandeyes/v7/credentials.json?aid=75"),
        ("/v6/credentials/405/update.json", "/v7/credentials/405/update.json"),
    ] {
        let answer = stage.get(path);
        assert_eq!((answer.status, answer.header("location")), (301, Some(location)));
        assert_eq!(answer.text(), "");
    }
}

#[test]
fn a_version_that_is_gone_says_so() {
    let stage = Stage::new();
    for (state, first_line) in [("not-found", "404 Not Found"), ("gone", "410 Gone")] {
        set(&stage, &json!({ "v6": state }));
        assert_refused_6_somehow(&stage.get(LIST_6), first_line);
    }
}

#[test]
fn a_misspelt_state_is_refused() {
    let body = json!({ "thousandEyes": { "v6": "retired" } });
    let answer = Stage::new().send(&Request::new("POST", "/_sandbox/settings").json(&body)).answer();
    assert_eq!(answer.status, 400);
}
