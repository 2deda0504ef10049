//! `/_sandbox/gateway/{environment}`: an API behind the gateway.

use serde_json::json;

use crate::client::Request;
use crate::stage::{RETAIL, Stage, full_record};

#[test]
fn it_tells_who_called_where() {
    let answer = Stage::new().gateway_answer("staging", "api-user", "old-password-of-api-user");
    let expected = json!({ "username": "api-user", "environment": "staging", "ipList": [], "expireDate": null });
    assert_eq!((answer.status, answer.json()), (200, expected));
}

#[test]
fn wrong_disabled_and_expired_credentials_are_refused() {
    let stage = Stage::new();
    assert_eq!(stage.gateway("test", "api-user", "wrong"), 401);
    assert_eq!(stage.gateway("test", "nobody", "wrong"), 401);
    assert_eq!(stage.gateway("test", "legacy-erp", "old-password-of-legacy-erp"), 401);
    assert_eq!(stage.gateway("test", "partner-acme", "old-password-of-partner-acme"), 401);
    assert_eq!(stage.gateway("test", "billing-batch", "old-password-of-billing-batch"), 200);
    assert_eq!(stage.send(&Request::new("GET", "/_sandbox/gateway/test")).answer().status, 401);
}

#[test]
fn an_unknown_environment_is_not_found() {
    assert_eq!(Stage::new().gateway("moon", "api-user", "old-password-of-api-user"), 404);
}

#[test]
fn disabling_a_credential_takes_effect_only_where_it_is_deployed() {
    let stage = Stage::new();
    let mut record = full_record();
    record["password"] = json!("old-password-of-api-user");
    record["enabled"] = json!(false);
    stage.control(
        "faults",
        &json!([{ "method": "PUT", "path": RETAIL, "fault": {
            "kind": "fail-environments", "environments": [{ "name": "test", "message": "no route to host" }] } }]),
    );
    assert_eq!(stage.write("PUT", RETAIL, &record).status, 200);
    assert_eq!(stage.accepting("old-password-of-api-user"), ["test"]);
}
