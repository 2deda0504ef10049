//! Section 4.6.

use serde_json::{Value, json};

use super::{AUDIT, CREDENTIALS, MAIN, MAIN_UUID, assert_refused, creation, edit, edit_with, items};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

fn entries(stage: &Stage, query: &str) -> Vec<Value> {
    items(&stage.get(&format!("{AUDIT}?{query}")))
}

#[test]
fn each_applied_write_leaves_one_entry() {
    let stage = Stage::new();
    let before = stage.get(AUDIT).json()["total"].as_u64().unwrap();
    stage.write("POST", CREDENTIALS, &creation());
    stage.write("PUT", MAIN, &edit_with("name", "renamed"));
    stage.write("PUT", MAIN, &edit_with("operator", " "));
    stage.send(&Request::new("DELETE", MAIN).token(TOKEN));
    let after = stage.get(AUDIT).json();
    assert_eq!(after["total"], before + 3);
    let told: Vec<_> = after["items"].as_array().unwrap()[..3]
        .iter()
        .map(|entry| ["action", "operator", "credentialName"].map(|name| entry[name].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(
        told,
        [
            ["DELETE", "admin@example.com", "renamed"],
            ["UPDATE", "ops@example.com", "renamed"],
            ["CREATE", "admin@example.com", "fresh-api-key"],
        ]
    );
}

#[test]
fn an_entry_has_its_published_members_and_no_secret() {
    let stage = Stage::new();
    stage.write("PUT", MAIN, &edit_with("value", "the-secret-itself"));
    let answer = stage.get(&format!("{AUDIT}?credentialUuid={MAIN_UUID}"));
    assert!(!answer.text().contains("the-secret-itself"));
    let entry = &items(&answer)[0];
    let members: Vec<&String> = entry.as_object().unwrap().keys().collect();
    assert_eq!(members, ["action", "createDate", "credentialName", "credentialUuid", "details", "operator", "uuid"]);
    assert!(entry["uuid"].as_str().unwrap().starts_with("log-"));
    assert_eq!(entry["credentialUuid"], MAIN_UUID);
}

#[test]
fn an_entry_says_whether_the_value_was_rotated() {
    let stage = Stage::new();
    for (body, is_rotation) in [(edit(), false), (edit_with("value", "new"), true)] {
        stage.write("PUT", MAIN, &body);
        let newest = &entries(&stage, &format!("credentialUuid={MAIN_UUID}"))[0];
        assert_eq!(newest["details"].as_str().unwrap().contains("rotated"), is_rotation, "{newest}");
    }
}

#[test]
fn the_demo_data_tell_of_a_published_reveal() {
    let found = entries(&Stage::new(), "action=REVEAL");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["details"], "Revealed by automation pipeline for deployment job #42");
}

#[test]
fn filters_narrow_the_log() {
    let stage = Stage::new();
    for (query, expected) in [
        ("", 54),
        ("action=CREATE", 27),
        ("action=UPDATE", 26),
        ("operator=ops@example.com", 27),
        ("operator=nobody", 0),
        (&format!("credentialUuid={MAIN_UUID}"), 3),
        (&format!("credentialUuid={MAIN_UUID}&action=UPDATE"), 1),
        ("since=2001-01-01T00:00:00Z&until=2099-01-01T00:00:00Z", 54),
        ("since=2099-01-01T00:00:00Z", 0),
        ("until=2001-01-01T00:00:00Z", 0),
    ] {
        assert_eq!(entries(&stage, query).len(), expected, "{query}");
    }
}

#[test]
fn since_and_until_include_their_own_second() {
    let stage = Stage::new();
    let at = entries(&stage, "action=REVEAL")[0]["createDate"].as_str().unwrap().to_owned();
    assert_eq!(entries(&stage, &format!("action=REVEAL&since={at}&until={at}")).len(), 1);
}

#[test]
fn a_page_is_cut_and_the_total_is_not_while_the_export_is_whole() {
    let stage = Stage::new();
    stage.control("settings", &json!({ "zstackLimits": { "default": 3, "maximum": 5 } }));
    let list = stage.get(AUDIT).json();
    assert_eq!((list["items"].as_array().unwrap().len(), &list["total"]), (5, &json!(54)));
    let export = stage.get(&format!("{AUDIT}/export")).json();
    assert_eq!((export["items"].as_array().unwrap().len(), export.get("total")), (54, None));
}

#[test]
fn a_query_that_cannot_be_read_is_refused() {
    let stage = Stage::new();
    for query in ["action=update", "action=", "since=yesterday", "until=2026-01-15", "limit=5", "offset=5", "uuid=x"] {
        let name = query.split('=').next().unwrap();
        for path in [AUDIT.to_owned(), format!("{AUDIT}/export")] {
            assert_refused(&stage.get(&format!("{path}?{query}")), 400, "InvalidArgument", name);
        }
    }
}
