//! Answers as the contracts have them, with a text of choice in every place that holds one.

use rekey_core::dialect::Dialect;
use rekey_core::http::{Reply, Response};
use serde_json::{Map, Value, json};

/// Every dialect.
pub const DIALECTS: [Dialect; 4] =
    [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack];

/// A secret that a server should not send; nothing of it may be kept.
pub const SECRET: &str = "a secret that the server sent back";

/// The id of [`record`] where none is chosen.
pub const ID: &str = "405";

/// A record with this id, and this text everywhere else.
pub fn record(dialect: Dialect, id: &str, text: &str) -> Value {
    match dialect {
        Dialect::Apinizer => json!({
            "username": id, "password": SECRET, "email": text, "fullName": text, "description": text,
            "roleNameList": [text], "enabled": true, "ipList": [text], "expireDate": text,
            "x-unknown": {text: [text, {"deep": text}]},
        }),
        Dialect::ThousandEyesV6 => json!({"credentialId": id, "name": text, "value": SECRET}),
        Dialect::ThousandEyesV7 => json!({"id": id, "name": text, "value": SECRET, "_links": {"self": {"href": text}}}),
        Dialect::ZStack => json!({
            "uuid": id, "name": text, "description": text, "type": text, "value": SECRET, "healthStatus": text,
            "expiresAt": text, "lastOpDate": text,
        }),
    }
}

/// The member that holds the records of a list.
pub fn member(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Apinizer => "resultList",
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => "credentials",
        Dialect::ZStack => "items",
    }
}

/// A list of records.
pub fn list(dialect: Dialect, records: Vec<Value>) -> Value {
    let mut answer = Map::new();
    match dialect {
        Dialect::Apinizer => {
            answer.insert("success".to_owned(), json!(true));
            answer.insert("resultCount".to_owned(), json!(records.len()));
        }
        Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => {}
        Dialect::ZStack => _ = answer.insert("total".to_owned(), json!(records.len())),
    }
    answer.insert(member(dialect).to_owned(), Value::Array(records));
    Value::Object(answer)
}

/// What each system answers to a write that it has carried out.
pub fn written(dialect: Dialect, text: &str) -> Value {
    match dialect {
        Dialect::Apinizer => {
            let environment = |name: &str| json!({"environmentName": name, "success": true, "message": text});
            let environments = [environment("production"), environment(text)];
            let deployment = json!({"success": true, "message": text, "environmentResults": environments});
            json!({"success": true, "deploymentResult": deployment})
        }
        Dialect::ThousandEyesV6 => json!({"credentials": [record(dialect, ID, text)]}),
        Dialect::ThousandEyesV7 | Dialect::ZStack => record(dialect, ID, text),
    }
}

/// Whether an answer to a write says in every place that may deny it that all was done. An own reading of the contracts:
/// the dialects are held against it.
pub fn is_done(dialect: Dialect, answer: &Value) -> bool {
    let is_ours = |record: &Value, key: &str| record[key] == json!(ID) || record[key] == json!(405);
    match dialect {
        Dialect::Apinizer => {
            let (deployment, status) = (&answer["deploymentResult"], &answer["status"]);
            let denied = answer["success"] == json!(false) || status.as_str() == Some("FAILURE");
            !denied
                && deployment["success"] != json!(false)
                && leaves(deployment).is_some_and(|leaves| {
                    !leaves.is_empty() && leaves.iter().all(|leaf| leaf["success"] == json!(true))
                })
        }
        Dialect::ThousandEyesV6 => {
            let record = &answer["credentials"][0];
            is_ours(record, "credentialId") || is_ours(record, "id")
        }
        Dialect::ThousandEyesV7 => is_ours(answer, "id") || is_ours(answer, "credentialId"),
        Dialect::ZStack => answer["uuid"] == json!(ID),
    }
}

/// The leaves of a deployment, of either documented shape; nothing where there is none.
fn leaves(result: &Value) -> Option<Vec<Value>> {
    let lists = ["environmentResults", "deploymentResults", "detailList"];
    let children = |entry: &Value| lists.iter().find_map(|list| entry[*list].as_array().cloned());
    let Some(first) = children(result).filter(|list| !list.is_empty()) else {
        // A single pod may stand alone.
        let is_named = |key: &str| result[key].as_str().is_some_and(|name| !name.is_empty());
        return (is_named("environmentName") || is_named("envName")).then(|| vec![result.clone()]);
    };
    let mut open = first;
    let mut found = Vec::new();
    while let Some(entry) = open.pop() {
        match children(&entry).filter(|list| !list.is_empty()) {
            Some(below) => open.extend(below),
            None => found.push(entry),
        }
    }
    Some(found)
}

/// An answer in JSON.
pub fn json_reply(status: u16, body: &Value) -> Reply {
    reply(status, Some("application/json"), body.to_string().into_bytes())
}

/// An answer.
pub fn reply(status: u16, content_type: Option<&str>, body: Vec<u8>) -> Reply {
    Ok(Response { status, content_type: content_type.map(str::to_owned), retry_after: None, body: Ok(body) })
}
