//! Section 3: what an update changes, and what it leaves alone.

use serde_json::{Value, json};

use super::{MAIN, OLD, address_of, assert_refused, edit, edit_with, edit_without, holds, listed, vault};
use crate::client::Request;
use crate::stage::{Stage, TOKEN};

#[test]
fn an_edit_without_a_value_changes_the_record_and_keeps_the_secret() {
    let stage = Stage::new();
    let before = stage.get(MAIN).json();
    let body = json!({
        "name": "renamed", "description": "", "expiresAt": "2098-07-01T12:30:00Z", "operator": "someone",
    });
    let answer = stage.write("PUT", MAIN, &body);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let after = answer.json();
    assert_eq!(after, stage.get(MAIN).json());
    for (member, expected) in [("name", "renamed"), ("description", ""), ("expiresAt", "2098-07-01T12:30:00Z")] {
        assert_eq!(after[member], expected, "{member}");
    }
    for member in ["uuid", "type", "createdBy", "createDate"] {
        assert_eq!(after[member], before[member], "{member}");
    }
    assert!(holds(&stage, OLD));
}

#[test]
fn a_rotation_stores_exactly_what_was_sent() {
    let stage = Stage::new();
    let mut last = OLD;
    for value in [
        "new-s3cr3t-v@lue",
        " leading and trailing ",
        "   ",
        "\t",
        "a",
        "with:colons:in:it",
        "line one\nline two\r\nline three\n",
        "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",
        "quotes \" ' ` and \\ and %41 and +",
        "žluťoučký kůň 🐎",
        "e\u{301} is not \u{e9}",
        "\u{0}\u{1f}",
        "********",
        "null",
    ] {
        let answer = stage.write("PUT", MAIN, &edit_with("value", value));
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(holds(&stage, value), "{value:?} has not arrived");
        assert!(!holds(&stage, last) && !holds(&stage, &format!("{value} ")), "{value:?}");
        assert!(answer.json().get("value").is_none());
        last = value;
    }
}

#[test]
fn a_long_value_arrives_whole() {
    let stage = Stage::new();
    let value = "0123456789abcdef".repeat(4096);
    assert_eq!(stage.write("PUT", MAIN, &edit_with("value", value.as_str())).status, 200);
    assert!(holds(&stage, &value));
}

#[test]
fn each_write_moves_the_last_operation() {
    let stage = Stage::new();
    let mut last = stage.get(MAIN).json()["lastOpDate"].as_str().unwrap().to_owned();
    for body in [edit(), edit(), edit_with("value", "new"), edit()] {
        let next = stage.write("PUT", MAIN, &body).json()["lastOpDate"].as_str().unwrap().to_owned();
        assert!(next > last, "{next} after {last}");
        last = next;
    }
}

#[test]
fn a_refused_write_moves_nothing() {
    let stage = Stage::new();
    let before = stage.get(MAIN).json();
    for body in [edit_with("value", ""), edit_without("operator"), edit_with("colour", "green")] {
        assert_eq!(stage.write("PUT", MAIN, &body).status, 400);
    }
    assert_eq!(stage.get(MAIN).json(), before);
    assert!(holds(&stage, OLD));
}

#[test]
fn the_secret_may_be_wanted_with_every_update() {
    let stage = Stage::new();
    stage.control("settings", &json!({ "zstackValue": "required" }));
    let before = stage.get(MAIN).json();
    assert_refused(&stage.write("PUT", MAIN, &edit()), 400, "InvalidArgument", "value is required");
    assert_eq!(stage.get(MAIN).json(), before);
    assert_eq!(stage.write("PUT", MAIN, &edit_with("value", "new")).status, 200);
    assert!(holds(&stage, "new"));
}

#[test]
fn an_expiry_left_out_stays_unless_it_is_wanted() {
    let stage = Stage::new();
    let before = stage.get(MAIN).json()["expiresAt"].clone();
    assert_eq!(stage.write("PUT", MAIN, &edit_without("expiresAt")).json()["expiresAt"], before);
    stage.control("settings", &json!({ "zstackExpiresAt": "required" }));
    let answer = stage.write("PUT", MAIN, &edit_without("expiresAt"));
    assert_refused(&answer, 400, "InvalidArgument", "expiresAt is required");
    assert_eq!(stage.write("PUT", MAIN, &edit()).status, 200);
}

#[test]
fn health_follows_a_new_expiry() {
    let stage = Stage::new();
    for (expires_at, health) in [("2001-01-01T00:00:00Z", "EXPIRED"), ("2099-01-01T00:00:00Z", "OK")] {
        let answer = stage.write("PUT", MAIN, &edit_with("expiresAt", expires_at));
        assert_eq!(answer.json()["healthStatus"], format!("CREDENTIAL_HEALTH_STATUS_{health}"));
    }
}

#[test]
fn odd_records_can_be_edited_and_stay_what_they_are() {
    for name in ["legacy-appliance-secret", "imported-ledger-password", "untouched-license-key"] {
        let stage = Stage::new();
        let before = listed(&stage, name);
        let body = json!({ "name": name, "description": "changed", "operator": "someone" });
        let after = stage.write("PUT", &address_of(&before), &body).json();
        for member in ["uuid", "type", "healthStatus", "expiresAt", "createDate"] {
            assert_eq!(after.get(member), before.get(member), "{name}: {member}");
        }
        assert!(after["lastOpDate"].is_string(), "{name}");
        assert_eq!(vault(&stage, before["uuid"].as_str().unwrap(), &format!("old-value-of-{name}")), 200);
    }
}

#[test]
fn a_date_that_is_none_cannot_be_sent_back() {
    let stage = Stage::new();
    let path = address_of(&listed(&stage, "imported-ledger-password"));
    let body =
        json!({ "name": "imported-ledger-password", "description": "", "operator": "x", "expiresAt": "example" });
    assert_refused(&stage.write("PUT", &path, &body), 400, "InvalidArgument", "expiresAt");
}

#[test]
fn a_name_in_use_is_a_conflict() {
    let stage = Stage::new();
    let answer = stage.write("PUT", MAIN, &edit_with("name", "staging-db-password"));
    assert_refused(&answer, 409, "AlreadyExists", "staging-db-password");
    assert_eq!(stage.get(MAIN).json()["name"], "prod-db-password");
}

#[test]
fn an_unknown_credential_is_not_found() {
    let stage = Stage::new();
    let answer = stage.write("PUT", "/zstack/api/v1/credentials/cred-of-nobody", &edit_with("name", "free"));
    assert_refused(&answer, 404, "NotFound", "cred-of-nobody");
}

#[test]
fn only_json_is_read() {
    let stage = Stage::new();
    let put = || Request::new("PUT", MAIN).token(TOKEN);
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json", ""] {
        let answer = stage.send(&put().body(content_type, edit().to_string())).answer();
        assert_refused(&answer, 415, "InvalidArgument", "application/json");
    }
    for body in ["", "{", "[]", "null", "\"text\"", "{\"name\":\"a\"} x"] {
        assert_refused(
            &stage.send(&put().body("application/json", body)).answer(),
            400,
            "InvalidArgument",
            "JSON object",
        );
    }
    let with_charset = put().body("application/json; charset=utf-8", edit().to_string());
    assert_eq!(stage.send(&with_charset).answer().status, 200);
}

#[test]
fn the_published_example_body_is_no_body_of_this_operation() {
    let answer = Stage::new().write("PUT", MAIN, &json!({ "key": "value" }));
    assert_refused(&answer, 400, "InvalidArgument", "key");
}

#[test]
fn a_change_survives_under_the_other_address() {
    let stage = Stage::new();
    let answer = stage.write("PUT", &MAIN.replace("/zstack", ""), &edit_with("value", "new"));
    assert_eq!(answer.status, 200);
    assert_eq!(stage.get(MAIN).json()["description"], Value::from("changed"));
    assert!(holds(&stage, "new"));
}
