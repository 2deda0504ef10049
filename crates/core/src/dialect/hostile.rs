//! Answers with something in them that no contract has (reliability.md, H-01 to H-08): every value of a documented answer
//! is replaced, one after the other, by everything that JSON can say in its place.

use serde_json::{Value, json};

use crate::access::Access;
use crate::credential::Entry;
use crate::dialect::Dialect;
use crate::http::{Reply, Response};
use crate::outcome::Outcome;

/// What a server may put anywhere.
fn intruders() -> Vec<Value> {
    let mut deep = json!([]);
    for _ in 0..40 {
        deep = json!([deep]);
    }
    let large: Value = serde_json::from_str("123456789012345678901234567890e400").unwrap();
    let texts = [
        "",
        " ",
        "true",
        "false",
        "null",
        "-1",
        "../..",
        "%2e%2e",
        "a\u{202e}b\u{200b}\u{feff}",
        "\u{0}\u{1f}\u{7f}",
        "<script>alert(1)</script>",
        "{{constructor}}",
        "__proto__",
        "'; DROP TABLE credentials; --",
        "𝔰𝔢𝔠𝔯𝔢𝔱🔑",
        "2026-02-30T25:61:61Z",
        "9999999-01-01T00:00:00Z",
    ];
    let values =
        [json!(null), json!(true), json!(false), json!(0), json!(-1), json!(1.5), json!([]), json!({}), deep, large];
    let lists = [json!([null]), json!([[]]), json!([{}]), json!({"": {"": ""}}), json!({"success": false})];
    texts.map(Value::from).into_iter().chain(values).chain(lists).chain([json!("x".repeat(5_000))]).collect()
}

/// Every answer that has an intruder in one place of `answer`, or lacks what stands there.
fn with_intruders(answer: &Value) -> Vec<Value> {
    let mut places = Vec::new();
    collect(answer, String::new(), &mut places);
    let mut answers = intruders();
    for place in places {
        for intruder in intruders() {
            let mut changed = answer.clone();
            if let Some(at) = changed.pointer_mut(&place) {
                *at = intruder;
            }
            answers.push(changed);
        }
        let mut lacking = answer.clone();
        if let Some((parent, key)) = place.rsplit_once('/')
            && let Some(members) = lacking.pointer_mut(parent).and_then(Value::as_object_mut)
        {
            members.remove(key);
            answers.push(lacking);
        }
    }
    answers
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| collect(value, format!("{at}/{key}"), places)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(place, value)| collect(value, format!("{at}/{place}"), places));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    if !at.is_empty() {
        places.push(at);
    }
}

#[allow(clippy::unnecessary_wraps, reason = "a reply is what a dialect reads")]
fn reply(status: u16, body: &Value) -> Reply {
    let content_type = Some("application/json".to_owned());
    Ok(Response { status, content_type, retry_after: None, body: Ok(body.to_string().into_bytes()) })
}

const SECRET: &str = "a secret that the server sent back";

/// A record as each system writes it, with a secret in it that it should not send; short enough that all of it would be
/// in what is kept of a record that cannot be read.
fn record(dialect: Dialect) -> Value {
    match dialect {
        Dialect::Apinizer => json!({
            "username": "api-user", "password": SECRET, "email": "a@b.c", "fullName": "API user", "description": "",
            "roleNameList": ["orders"], "enabled": true, "ipList": [], "expireDate": null, "metadata": [],
        }),
        Dialect::ThousandEyesV6 => json!({"credentialId": 405, "name": "Checkout", "value": SECRET}),
        Dialect::ThousandEyesV7 => json!({"id": "405", "name": "Checkout", "value": SECRET, "_links": {"self": {}}}),
        Dialect::ZStack => json!({
            "uuid": "405", "name": "db", "description": "", "type": "CREDENTIAL_TYPE_PASSWORD", "value": SECRET,
            "healthStatus": "CREDENTIAL_HEALTH_STATUS_OK", "expiresAt": "2027-01-01T00:00:00Z", "lastOpDate": "x",
        }),
    }
}

fn list(dialect: Dialect) -> Value {
    let records = [record(dialect), record(dialect)];
    match dialect {
        Dialect::Apinizer => json!({"success": true, "resultCount": 2, "resultList": records}),
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => json!({"credentials": records}),
        Dialect::ZStack => json!({"items": records, "total": 2}),
    }
}

fn written(dialect: Dialect) -> Value {
    let environment = |name: &str| json!({"environmentName": name, "success": true, "message": "done"});
    match dialect {
        Dialect::Apinizer => json!({"success": true, "deploymentResult": {
            "success": true, "message": "ok", "environmentResults": [environment("test"), environment("production")],
        }}),
        Dialect::ThousandEyesV6 => json!({"credentials": [record(dialect)]}),
        Dialect::ThousandEyesV7 | Dialect::ZStack => record(dialect),
    }
}

/// Whether an answer to a write says in every place that may deny it that all was done.
fn is_success(dialect: Dialect, answer: &Value) -> bool {
    let id = |record: &Value, key: &str| record[key] == json!("405") || record[key] == json!(405);
    match dialect {
        Dialect::Apinizer => {
            let deployment = &answer["deploymentResult"];
            let environments = deployment["environmentResults"].as_array();
            answer["success"].as_bool().unwrap_or(answer["success"].is_null())
                && deployment["success"] != json!(false)
                && environments
                    .is_some_and(|all| !all.is_empty() && all.iter().all(|one| one["success"] == json!(true)))
        }
        Dialect::ThousandEyesV6 => id(&answer["credentials"][0], "credentialId") || id(&answer["credentials"][0], "id"),
        Dialect::ThousandEyesV7 => id(answer, "id") || id(answer, "credentialId"),
        Dialect::ZStack => answer["uuid"] == json!("405"),
    }
}

const DIALECTS: [Dialect; 4] = [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack];

#[test]
fn no_intruder_makes_a_write_look_saved_i1() {
    for dialect in DIALECTS {
        for answer in with_intruders(&written(dialect)) {
            for status in [200, 202] {
                let outcome = dialect.interpret_write(reply(status, &answer), "405");
                if matches!(outcome, Outcome::Saved(_)) {
                    assert!(is_success(dialect, &answer), "{dialect:?}: {answer}");
                }
            }
        }
    }
}

#[test]
fn no_intruder_makes_a_refusal_look_saved_nor_a_doubt_look_refused_i2() {
    let words =
        json!({"error": "bad_request", "error_description": "no", "status": 400, "title": "no", "message": "no"});
    for dialect in DIALECTS {
        for answer in with_intruders(&words) {
            for status in [301, 400, 401, 403, 404, 408, 409, 429, 500, 502, 503] {
                let outcome = dialect.interpret_write(reply(status, &answer), "405");
                assert!(!outcome.is_saved(), "{dialect:?} {status}: {answer}");
                let may_be_refused = (400..500).contains(&status) && status != 408;
                assert!(may_be_refused || !matches!(outcome, Outcome::Rejected(_)), "{dialect:?} {status}: {answer}");
            }
        }
    }
}

#[test]
fn no_intruder_loses_the_other_record_of_a_list_nor_keeps_a_secret_h08() {
    for dialect in DIALECTS {
        let whole = list(dialect);
        let records = whole.as_object().and_then(|all| all.values().find(|value| value.is_array())).unwrap();
        let member = whole.as_object().unwrap().iter().find(|(_, value)| value.is_array()).unwrap().0.clone();
        for changed in with_intruders(&records[0]) {
            let mut answer = whole.clone();
            answer[&member][0] = changed;
            let portion = dialect.interpret_list(&mut dialect.list_body(), reply(200, &answer), 0).unwrap();
            assert_eq!(portion.entries.len(), 2, "{dialect:?}: {answer}");
            assert!(matches!(portion.entries[1], Entry::Readable(_)), "{dialect:?}: {answer}");
            let kept = format!("{:?}", portion.entries);
            assert!(!kept.contains(SECRET), "{dialect:?}: {answer}");
        }
    }
}

#[test]
fn no_intruder_stops_a_reader() {
    let scopes = json!({"success": true, "resultList": [{"name": "retail"}], "accountGroups": [{"aid": 75, "accountGroupName": "a", "default": 1}]});
    let token = json!({"access_token": "token-1", "expires_in": 3600});
    let counters = json!({"total": 1, "ok": "1", "expiring": 0, "expired": 0, "unknown": 0});
    for dialect in DIALECTS {
        for answer in with_intruders(&list(dialect)) {
            let _ = dialect.interpret_list(&mut dialect.list_body(), reply(200, &answer), 0);
            let _ = dialect.interpret_look(reply(200, &answer), "405");
        }
        for answer in with_intruders(&scopes) {
            let _ = dialect.interpret_scopes(reply(200, &answer));
        }
        for answer in with_intruders(&token) {
            if let Ok(granted) = dialect.interpret_sign_in(reply(200, &answer)) {
                assert!(matches!(granted.access, Access::Bearer(_)), "{answer}");
            }
        }
        for answer in with_intruders(&counters) {
            let _ = dialect.interpret_statistics(reply(200, &answer));
        }
    }
}
