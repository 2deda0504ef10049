//! Sections 2, 3.1 and 4: account groups, and `aid`.

use serde_json::{Value, json};

use super::calls::{
    CHECKOUT_7, CREATE_6, DELETE_6, GROUPS_6, GROUPS_7, LIST_6, LIST_7, READ_6, UPDATE_6, assert_problem,
    assert_refused_6, empty, get, is_stored,
};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

fn ids(list: &Value, field: &str) -> Vec<String> {
    list["credentials"].as_array().unwrap().iter().map(|entry| entry[field].to_string()).collect()
}

#[test]
fn v6_tells_the_groups_with_numbers_for_flags() {
    let stage = Stage::new();
    for (query, current) in [("", 75), ("?aid=75", 75), ("?aid=1234", 1234)] {
        let group = |aid: u32, name: &str, default: u8| json!({ "accountGroupName": name, "aid": aid, "current": u8::from(aid == current), "default": default });
        let expected = json!({
            "accountGroups": [group(75, "Retail operations", 1), group(1234, "Wholesale operations", 0)],
        });
        let answer = stage.get(&format!("{GROUPS_6}{query}"));
        assert_eq!((answer.status, answer.json()), (200, expected), "{query}");
    }
}

#[test]
fn v7_tells_the_groups_with_texts_and_booleans_and_knows_no_aid_here() {
    let stage = Stage::new();
    let group = |aid: &str, name: &str, own: bool| json!({ "aid": aid, "accountGroupName": name, "isCurrentAccountGroup": own, "isDefaultAccountGroup": own });
    let expected = json!({
        "accountGroups": [group("75", "Retail operations", true), group("1234", "Wholesale operations", false)],
        "_links": { "self": { "href": "https://api.thousandeyes.com/v7/account-groups" } },
    });
    for path in [GROUPS_7.to_owned(), format!("{GROUPS_7}?aid=1234")] {
        let answer = stage.send(&get(&path).lax()).answer();
        assert_eq!((answer.status, answer.json()), (200, expected.clone()), "{path}");
    }
}

#[test]
fn a_list_speaks_of_one_group() {
    let stage = Stage::new();
    for (query, expected) in [
        ("", vec!["405", "406", "411", "418", "427", "433"]),
        ("?aid=75", vec!["405", "406", "411", "418", "427", "433"]),
        ("?aid=1234", vec!["502", "509"]),
    ] {
        assert_eq!(ids(&stage.get(&format!("{LIST_6}{query}")).json(), "credentialId"), expected, "{query}");
        let quoted: Vec<String> = expected.iter().map(|id| format!("\"{id}\"")).collect();
        assert_eq!(ids(&stage.get(&format!("{LIST_7}{query}")).json(), "id"), quoted, "{query}");
    }
}

#[test]
fn v6_refuses_every_wrong_aid_in_the_same_words() {
    let stage = Stage::new();
    for aid in ["9001", "4711", "x", "", "75.0"] {
        for request in [
            Request::new("GET", &format!("{GROUPS_6}?aid={aid}")),
            Request::new("GET", &format!("{LIST_6}?aid={aid}")),
            Request::new("GET", &format!("{READ_6}?aid={aid}")),
            Request::new("POST", &format!("{CREATE_6}?aid={aid}")).json(&json!({ "name": "a", "value": "b" })),
            Request::new("POST", &format!("{UPDATE_6}?aid={aid}")).json(&json!({ "value": "b" })),
            empty("POST", &format!("{DELETE_6}?aid={aid}")),
        ] {
            assert_refused_6(&stage.send(&request.token(TOKEN)).answer(), 400, "400 Bad Request\nInvalid aid");
        }
    }
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn v7_tells_a_foreign_group_from_an_unknown_one() {
    let stage = Stage::new();
    for (aid, status, title) in
        [("9001", 403, "Forbidden"), ("4711", 404, "URI Resource Not Found"), ("x", 404, "URI Resource Not Found")]
    {
        for request in [
            Request::new("GET", &format!("{LIST_7}?aid={aid}")),
            Request::new("GET", &format!("{CHECKOUT_7}?aid={aid}")),
            Request::new("POST", &format!("{LIST_7}?aid={aid}")).json(&json!({ "name": "a", "value": "b" })),
            Request::new("PUT", &format!("{CHECKOUT_7}?aid={aid}")).json(&json!({ "name": "a", "value": "b" })),
            Request::new("DELETE", &format!("{CHECKOUT_7}?aid={aid}")),
        ] {
            assert_problem(&stage.send(&request.token(TOKEN)).answer(), status, title);
        }
    }
    assert!(is_stored(&stage, "405", "old-value-of-405"));
}

#[test]
fn a_credential_can_be_used_in_its_own_group_only() {
    let stage = Stage::new();
    let body = json!({ "name": "x", "value": "y" });
    for (id, query, status) in [
        ("405", "?aid=75", 200),
        ("405", "?aid=1234", 404),
        ("502", "", 404),
        ("502", "?aid=1234", 200),
        ("601", "", 404),
    ] {
        let six = |action: &str| format!("/v6/credentials/{id}{action}.json{query}");
        let seven = format!("/v7/credentials/{id}{query}");
        assert_eq!(stage.get(&six("")).status, status, "{id}{query}");
        assert_eq!(stage.get(&seven).status, status, "{id}{query}");
        assert_eq!(stage.write("POST", &six("/update"), &body).status, status, "{id}{query}");
        assert_eq!(stage.write("PUT", &seven, &body).status, status, "{id}{query}");
    }
    assert!(is_stored(&stage, "601", "old-value-of-601"));
}

#[test]
fn a_new_credential_lives_in_the_group_it_was_made_in() {
    let stage = Stage::new();
    let created = stage.write("POST", &format!("{LIST_7}?aid=1234"), &json!({ "name": "a", "value": "b" })).json();
    let id = created["id"].as_str().unwrap();
    assert_eq!(stage.get(&format!("{LIST_7}/{id}")).status, 404);
    assert_eq!(stage.get(&format!("{LIST_7}/{id}?aid=1234")).status, 200);
}
