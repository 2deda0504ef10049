//! `ZStack` Cloud (`contracts/zstack.md`): the short names its tests speak in.

mod audit;
mod authorization;
mod create;
mod delete;
mod errors;
mod faults;
mod list;
mod read;
mod settings;
mod statistics;
mod truth_log;
mod update;
mod update_fields;
mod vault;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::client::{Answer, Request};
use crate::stage::Stage;

const CREDENTIALS: &str = "/zstack/api/v1/credentials";
const STATISTICS: &str = "/zstack/api/v1/credentials/statistics";
const AUDIT: &str = "/zstack/api/v1/credential-audit";
const MAIN: &str = "/zstack/api/v1/credentials/cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";
const MAIN_UUID: &str = "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";
const OLD: &str = "old-value-of-prod-db-password";

/// An edit of the main credential that leaves its value alone.
fn edit() -> Value {
    json!({
        "name": "prod-db-password", "description": "changed", "expiresAt": "2099-01-15T08:00:00Z",
        "operator": "ops@example.com",
    })
}

/// [`edit`] with one member set.
fn edit_with(name: &str, member: impl Into<Value>) -> Value {
    let mut edit = edit();
    edit[name] = member.into();
    edit
}

/// [`edit`] with one member left out.
fn edit_without(name: &str) -> Value {
    let mut edit = edit();
    edit.as_object_mut().unwrap().remove(name);
    edit
}

/// What a create needs.
fn creation() -> Value {
    json!({
        "name": "fresh-api-key", "description": "Just made", "type": "CREDENTIAL_TYPE_API_KEY",
        "value": "brand new", "expiresAt": "2099-01-15T08:00:00Z",
    })
}

fn items(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()["items"].as_array().unwrap().clone()
}

fn names(answer: &Answer) -> Vec<String> {
    items(answer).iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

/// The list entry with this name.
fn listed(stage: &Stage, name: &str) -> Value {
    let all = items(&stage.get(&format!("{CREDENTIALS}?limit=100")));
    all.into_iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("{name} is not listed"))
}

fn address_of(credential: &Value) -> String {
    format!("{CREDENTIALS}/{}", credential["uuid"].as_str().unwrap())
}

/// The status the vault gives to a candidate.
fn vault(stage: &Stage, uuid: &str, candidate: &str) -> u16 {
    let basic = STANDARD.encode(format!("anyone:{candidate}"));
    let request = Request::new("GET", &format!("/_sandbox/vault/zstack/{uuid}"));
    stage.send(&request.header("Authorization", &format!("Basic {basic}"))).answer().status
}

/// Whether the main credential holds exactly this value.
fn holds(stage: &Stage, value: &str) -> bool {
    vault(stage, MAIN_UUID, value) == 200
}

/// Checks status, code and words of a refusal in the published structure.
fn assert_refused(answer: &Answer, status: u16, code: &str, words: &str) {
    let body = answer.json();
    let error = &body["error"];
    assert_eq!((answer.status, error["code"].as_str()), (status, Some(code)), "{body}");
    assert!(error["details"].as_str().unwrap().contains(words), "{body} does not say {words}");
}
