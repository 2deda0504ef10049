//! Sections 3 and 4: lists, details, and who sees values.

use serde_json::{Value, json};

use super::calls::{CHECKOUT_7, LIST_6, LIST_7, READ_6, SENSITIVE, VIEWER, assert_problem, assert_refused_6_somehow};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

fn read(stage: &Stage, path: &str, token: &str) -> Value {
    let answer = stage.send(&Request::new("GET", path).token(token)).answer();
    assert_eq!(answer.status, 200, "{path}");
    answer.json()
}

#[test]
fn v6_shows_a_list_even_of_one() {
    let stage = Stage::new();
    let checkout = json!({
        "credentialId": 405, "name": "Checkout login",
        "apiLinks": [{ "rel": "self", "href": "https://api.thousandeyes.com/v6/credentials/405" }],
    });
    assert_eq!(read(&stage, READ_6, TOKEN), json!({ "credentials": [checkout.clone()] }));
    assert_eq!(read(&stage, LIST_6, TOKEN)["credentials"][0], checkout);
}

#[test]
fn v7_shows_one_record_and_its_id_as_text() {
    let stage = Stage::new();
    let checkout = json!({
        "id": "405", "name": "Checkout login",
        "_links": { "self": { "href": "https://api.thousandeyes.com/v7/credentials/405" } },
    });
    assert_eq!(read(&stage, CHECKOUT_7, TOKEN), checkout);
    let list = read(&stage, LIST_7, TOKEN);
    assert_eq!(list["credentials"][0], checkout);
    assert_eq!(list["_links"], json!({ "self": { "href": "https://api.thousandeyes.com/v7/credentials" } }));
}

#[test]
fn names_come_as_they_are() {
    let stage = Stage::new();
    let list = read(&stage, LIST_7, TOKEN);
    let names: Vec<&str> =
        list["credentials"].as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap()).collect();
    let expected = [
        "Checkout login",
        "Store locator API key",
        "Kundenkonto Z\u{FC}rich",
        "Loyalty <b>beta</b> & friends",
        "Payment gateway",
        "Returns portal",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_value_is_shown_to_who_may_see_it_and_is_never_the_stored_one() {
    let stage = Stage::new();
    for (path, record) in
        [(LIST_6, "/credentials/0"), (READ_6, "/credentials/0"), (LIST_7, "/credentials/0"), (CHECKOUT_7, "")]
    {
        for token in [TOKEN, VIEWER] {
            assert_eq!(read(&stage, path, token).pointer(record).unwrap().get("value"), None, "{path}");
        }
        let seen = read(&stage, path, SENSITIVE);
        let value = seen.pointer(record).unwrap()["value"].as_str().unwrap();
        assert!(value.starts_with("ENC[") && !value.contains("old-value"), "{value}");
    }
}

#[test]
fn an_unknown_id_is_not_found() {
    let stage = Stage::new();
    for id in ["999", "0405", "0", "99999999999999999999"] {
        assert_refused_6_somehow(&stage.get(&format!("/v6/credentials/{id}.json")), "404 Not Found");
    }
    for id in ["999", "0405", "abc", "+405", "%34%30%35", "99999999999999999999"] {
        assert_problem(&stage.get(&format!("/v7/credentials/{id}")), 404, "URI Resource Not Found");
    }
}
