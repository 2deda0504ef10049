//! Sections 2, 2.3 and 4: which addresses and verbs exist.

use serde_json::json;

use super::calls::{
    CHECKOUT_7, CREATE_6, DELETE_6, GROUPS_6, GROUPS_7, LIST_6, LIST_7, READ_6, UPDATE_6, assert_problem,
    assert_refused_6_somehow, get,
};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn the_status_needs_no_token() {
    let stage = Stage::new();
    let before = milliseconds();
    for path in ["/thousandeyes/v6/status.json", "/v6/status.json"] {
        let answer = stage.send(&Request::new("GET", path)).answer();
        let timestamp = answer.json()["timestamp"].as_u64().unwrap();
        assert_eq!(answer.status, 200);
        assert!((before..before + 60_000).contains(&timestamp), "{timestamp}");
    }
    let posted = stage.send(&Request::new("POST", "/v6/status.json")).answer();
    assert_refused_6_somehow(&posted, "405 Method Not Allowed");
}

fn milliseconds() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}

#[test]
fn both_versions_also_answer_at_the_root() {
    let stage = Stage::new();
    for path in ["/v6/credentials.json", "/v7/credentials", "/v6/account-groups.json", "/v7/account-groups"] {
        let at_the_root = stage.get(path);
        let mounted = stage.get(&format!("/thousandeyes{path}"));
        assert_eq!((at_the_root.status, at_the_root.json()), (200, mounted.json()), "{path}");
    }
}

#[test]
fn an_unknown_address_is_not_found() {
    let stage = Stage::new();
    for path in
        ["/v6", "/v6/nothing", "/v6/credentials/", "/v6/tests.json", "/v6/credentials/abc.json", "/v6/credentials.yaml"]
    {
        assert_refused_6_somehow(&stage.get(path), "404 Not Found");
    }
    for path in ["/v7", "/v7/credentials/", "/v7/tests", "/v7/credentials/405/update", "/v7/status"] {
        assert_problem(&stage.get(path), 404, "URI Resource Not Found");
    }
    for path in ["/thousandeyes", "/thousandeyes/", "/thousandeyes/credentials", "/thousandeyes/vx/credentials"] {
        assert_eq!(stage.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_suffix_is_not_found_in_v7() {
    let stage = Stage::new();
    for path in ["/v7/credentials.json", "/v7/credentials/405.json", "/v7/account-groups.json", "/v7/credentials.xml"] {
        assert_problem(&stage.get(path), 404, "URI Resource Not Found");
    }
}

#[test]
fn the_wrong_verb_is_refused_with_the_right_ones() {
    let stage = Stage::new();
    for (path, wrong, allowed) in [
        (LIST_6, ["POST", "PUT", "DELETE"], "GET"),
        (READ_6, ["POST", "PUT", "DELETE"], "GET"),
        (GROUPS_6, ["POST", "PUT", "DELETE"], "GET"),
        (CREATE_6, ["GET", "PUT", "DELETE"], "POST"),
        (UPDATE_6, ["GET", "PUT", "PATCH"], "POST"),
        (DELETE_6, ["GET", "DELETE", "PATCH"], "POST"),
        (LIST_7, ["PUT", "PATCH", "DELETE"], "GET, POST"),
        (CHECKOUT_7, ["POST", "PATCH", "OPTIONS"], "GET, PUT, DELETE"),
        (GROUPS_7, ["POST", "PUT", "DELETE"], "GET"),
    ] {
        for method in wrong {
            let answer = stage.send(&Request::new(method, path).token(TOKEN).json(&json!({ "name": "x" }))).answer();
            assert_eq!((answer.status, answer.header("allow")), (405, Some(allowed)), "{method} {path}");
        }
    }
}

#[test]
fn an_address_says_nothing_to_a_stranger() {
    let stage = Stage::new();
    for path in ["/v6/nothing", "/v7/nothing", LIST_6, LIST_7] {
        assert_eq!(stage.send(&Request::new("OPTIONS", path)).answer().status, 401, "{path}");
    }
}

#[test]
fn a_version_that_does_not_exist_has_moved() {
    let stage = Stage::new();
    for (version, status) in [("v5", 301), ("v8", 301), ("v65", 301), ("w7", 404)] {
        let answer = stage.send(&get(&format!("/thousandeyes/{version}/credentials?aid=75"))).answer();
        let location = (status == 301).then_some("/thousandeyes/v7/credentials?aid=75");
        assert_eq!((answer.status, answer.header("location")), (status, location), "{version}");
    }
}
