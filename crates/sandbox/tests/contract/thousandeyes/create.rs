//! Sections 3 and 4: new credentials.

use serde_json::{Value, json};

use super::calls::{CREATE_6, LIST_6, LIST_7, SENSITIVE, VALIDATION_FAILED, is_stored, name_of};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

/// Blanks and line ends belong to a secret (T5).
const SECRET: &str = " two words\n\u{1F511}\"\\ ";

#[test]
fn v6_answers_201_with_a_list_of_one_without_the_value() {
    let stage = Stage::new();
    let request = Request::new("POST", CREATE_6).token(SENSITIVE).json(&json!({ "name": "New", "value": SECRET }));
    let answer = stage.send(&request).answer();
    let body = answer.json();
    let id = body["credentials"][0]["credentialId"].to_string();
    let expected = json!({ "credentials": [{
        "credentialId": id.parse::<u32>().unwrap(), "name": "New",
        "apiLinks": [{ "rel": "self", "href": format!("https://api.thousandeyes.com/v6/credentials/{id}") }],
    }] });
    assert_eq!((answer.status, body), (201, expected));
    assert_eq!(name_of(&stage, &id).as_deref(), Some("New"));
    assert!(is_stored(&stage, &id, SECRET));
    assert!(!is_stored(&stage, &id, SECRET.trim()));
}

#[test]
fn v7_answers_201_with_the_record_and_its_address() {
    let stage = Stage::new();
    let request = Request::new("POST", LIST_7).token(SENSITIVE).json(&json!({ "name": "New", "value": SECRET }));
    let answer = stage.send(&request).answer();
    let body = answer.json();
    let id = body["id"].as_str().unwrap().to_owned();
    let address = format!("https://api.thousandeyes.com/v7/credentials/{id}");
    assert_eq!((answer.status, answer.header("location")), (201, Some(address.as_str())));
    assert_eq!(body, json!({ "id": id, "name": "New", "_links": { "self": { "href": address } } }));
    assert!(is_stored(&stage, &id, SECRET));
}

#[test]
fn both_fields_are_needed() {
    let stage = Stage::new();
    for (body, field) in [
        (json!({ "name": "New" }), "value"),
        (json!({ "value": "x" }), "name"),
        (json!({ "name": "", "value": "x" }), "name"),
        (json!({ "name": "New", "value": "" }), "value"),
        (json!({ "name": "New", "value": null }), "value"),
        (json!({ "name": 7, "value": "x" }), "name"),
        (json!({ "name": "New", "value": "x", "aid": "75" }), "aid"),
    ] {
        let six = stage.write("POST", CREATE_6, &body);
        assert_eq!(six.status, 400, "{body}");
        assert!(six.json()["errorMessage"].as_str().unwrap().starts_with("400 Bad Request\n"), "{body}");
        let seven = stage.write("POST", LIST_7, &body);
        assert_eq!((seven.status, &seven.json()["title"]), (400, &json!(VALIDATION_FAILED)), "{body}");
        assert_eq!(seven.json()["errors"][0]["field"], field, "{body}");
    }
    assert_eq!(stage.get(LIST_6).json()["credentials"].as_array().unwrap().len(), 6);
}

#[test]
fn a_name_may_be_taken() {
    let stage = Stage::new();
    let body = json!({ "name": "Checkout login", "value": "x" });
    assert_eq!(stage.write("POST", LIST_7, &body).status, 201);
}

#[test]
fn an_id_is_never_given_twice() {
    let stage = Stage::new();
    let create = || -> Value { stage.write("POST", LIST_7, &json!({ "name": "New", "value": "x" })).json() };
    let first = create();
    let path = format!("{LIST_7}/{}", first["id"].as_str().unwrap());
    assert_eq!(stage.send(&Request::new("DELETE", &path).token(TOKEN)).answer().status, 204);
    assert_ne!(create()["id"], first["id"]);
}
