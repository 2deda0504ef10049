//! Section 4.1.

use serde_json::json;

use super::{CREDENTIALS, address_of, assert_refused, creation, names, vault};
use crate::stage::Stage;

#[test]
fn a_new_credential_is_answered_listed_and_kept() {
    let stage = Stage::new();
    let answer = stage.write("POST", CREDENTIALS, &creation());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let made = answer.json();
    for member in ["name", "description", "type", "expiresAt"] {
        assert_eq!(made[member], creation()[member], "{member}");
    }
    assert_eq!(made["createdBy"], "admin@example.com");
    assert_eq!(made["createDate"], made["lastOpDate"]);
    assert_eq!(stage.get(&address_of(&made)).json(), made);
    assert_eq!(names(&stage.get(&format!("{CREDENTIALS}?limit=100"))).last().unwrap(), "fresh-api-key");
    assert_eq!(vault(&stage, made["uuid"].as_str().unwrap(), "brand new"), 200);
}

#[test]
fn uuids_have_the_published_form_and_differ() {
    let stage = Stage::new();
    let uuids = ["one", "two"].map(|name| {
        let mut body = creation();
        body["name"] = json!(name);
        stage.write("POST", CREDENTIALS, &body).json()["uuid"].as_str().unwrap().to_owned()
    });
    assert_ne!(uuids[0], uuids[1]);
    for uuid in uuids {
        let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!((lengths, &uuid[..5]), (vec![4, 8, 4, 4, 4, 12], "cred-"), "{uuid}");
    }
}

#[test]
fn all_five_fields_are_wanted() {
    for field in ["name", "description", "type", "value", "expiresAt"] {
        let mut body = creation();
        body.as_object_mut().unwrap().remove(field);
        let answer = Stage::new().write("POST", CREDENTIALS, &body);
        assert_refused(&answer, 400, "InvalidArgument", &format!("{field} is required"));
    }
}

#[test]
fn what_cannot_be_taken_is_refused() {
    let stage = Stage::new();
    for (field, wrong) in [
        ("name", json!(" ")),
        ("name", json!(null)),
        ("description", json!(null)),
        ("type", json!("")),
        ("type", json!("PASSWORD")),
        ("type", json!({})),
        ("value", json!("")),
        ("value", json!(null)),
        ("value", json!(7)),
        ("expiresAt", json!("")),
        ("expiresAt", json!(null)),
        ("expiresAt", json!("tomorrow")),
        ("operator", json!("ops@example.com")),
        ("componentUuid", json!("comp")),
        ("uuid", json!("cred-of-mine")),
    ] {
        let mut body = creation();
        body[field] = wrong;
        assert_refused(&stage.write("POST", CREDENTIALS, &body), 400, "InvalidArgument", field);
    }
    assert_eq!(names(&stage.get(&format!("{CREDENTIALS}?limit=100"))).len(), 27);
}

#[test]
fn a_name_in_use_is_a_conflict() {
    let mut body = creation();
    body["name"] = json!("prod-db-password");
    assert_refused(&Stage::new().write("POST", CREDENTIALS, &body), 409, "AlreadyExists", "prod-db-password");
}
