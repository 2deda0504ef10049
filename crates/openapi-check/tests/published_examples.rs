//! The examples that the vendors publish, as the contracts give them, fit the documents made from the contracts.

use rekey_openapi_check::{Answer, Document, Request, contracts};
use serde_json::{Value, json};

const TOKEN: &str = "Bearer token-1";

fn check_request(document: &Document, method: &str, target: &str, body: &Value) -> Result<(), Vec<String>> {
    let body = body.to_string();
    let request =
        Request::new(method, target).header("Authorization", TOKEN).header("Content-Type", "application/json");
    document.check_request(&request.body(body.as_bytes()))
}

fn check_answer(
    document: &Document,
    method: &str,
    target: &str,
    status: u16,
    kind: &str,
    body: &Value,
) -> Result<(), Vec<String>> {
    let body = body.to_string();
    let answer = Answer::new(status).header("Content-Type", kind).body(body.as_bytes());
    let limits = answer
        .header("X-Organization-Rate-Limit-Limit", "240")
        .header("X-Organization-Rate-Limit-Remaining", "239")
        .header("X-Organization-Rate-Limit-Reset", "1492608660");
    document.check_answer(&Request::new(method, target), &limits)
}

#[test]
fn apinizer_changes_a_password() {
    let document = contracts::apinizer();
    let path = "/apiops/projects/MyProject/credentials/api-user/";
    assert_eq!(check_request(document, "PATCH", path, &json!({ "password": "new" })), Ok(()));
    let kind = "application/json;charset=UTF-8";
    let saved = json!({ "success": true, "deploymentResult": {
        "success": true, "message": "Deployment completed successfully",
        "environmentResults": [{ "environmentName": "production", "success": true, "message": "Deployed successfully" }] } });
    assert_eq!(check_answer(document, "PATCH", path, 200, kind, &saved), Ok(()));
    for refusal in [
        json!({ "error": "bad_request", "error_description": "Credential (username: api-user) was not found!" }),
        json!({ "error": "validation_failed", "error_description": "Validation failed",
            "validation_errors": [{ "field": "name", "message": "Name is required" }] }),
        json!({ "status": "FAILURE", "resultMessage": "Credential (username: api-user) was not found!" }),
    ] {
        assert_eq!(check_answer(document, "PATCH", path, 400, kind, &refusal), Ok(()), "{refusal}");
    }
}

#[test]
fn thousandeyes_6_updates_one_field() {
    let document = contracts::thousandeyes_6();
    let path = "/v6/credentials/405/update.json";
    assert_eq!(check_request(document, "POST", path, &json!({ "value": "updated password" })), Ok(()));
    let updated = json!({ "credentials": [{ "credentialId": 405, "name": "Example Credential 1",
        "apiLinks": [{ "rel": "self", "href": "https://api.thousandeyes.com/v6/credentials/405" }] }] });
    assert_eq!(check_answer(document, "POST", path, 200, "application/json", &updated), Ok(()));
    let groups =
        json!({ "accountGroups": [{ "accountGroupName": "API Sandbox", "aid": 75, "current": 1, "default": 1 }] });
    assert_eq!(check_answer(document, "GET", "/v6/account-groups.json", 200, "application/json", &groups), Ok(()));
}

#[test]
fn thousandeyes_7_has_a_401_of_its_own() {
    let document = contracts::thousandeyes_7();
    let kind = "application/problem+json";
    let path = "/v7/credentials/3247";
    let unauthorized = json!({ "error": "invalid_token", "error_description": "Invalid access token" });
    assert_eq!(check_answer(document, "PUT", path, 401, kind, &unauthorized), Ok(()));
    assert!(check_answer(document, "PUT", path, 403, kind, &unauthorized).is_err());
    let invalid = json!({ "title": "Request validation failed. There are invalid or missing fields", "status": 400,
        "detail": "Your request object contains invalid fields.",
        "errors": [{ "code": "DASH-5622", "field": "password", "message": "Password cannot be blank" }] });
    assert_eq!(check_answer(document, "PUT", path, 400, kind, &invalid), Ok(()));
    assert!(check_answer(document, "PUT", path, 404, kind, &invalid).is_err());
}

#[test]
fn zstack_shows_objects_where_it_says_texts() {
    let document = contracts::zstack();
    let path = "/api/v1/credentials/cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";
    let example = json!({
        "uuid": "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890", "name": "prod-db-password",
        "description": "Primary database password for production environment", "type": {}, "healthStatus": {},
        "expiresAt": "example", "createdBy": "admin@example.com", "createDate": "example",
    });
    let kind = "application/json";
    assert_eq!(check_answer(document, "PUT", path, 200, kind, &example), Ok(()));
    let counts = json!({ "total": 50, "ok": "40", "expiring": 5, "expired": 3, "unknown": 2 });
    assert_eq!(check_answer(document, "GET", "/api/v1/credentials/statistics", 200, kind, &counts), Ok(()));
    let timeout = json!({ "error": { "code": "SYS.1001", "description": "A message or a operation timeout",
        "details": "Delete resource timeout after 300s" } });
    assert_eq!(check_answer(document, "DELETE", path, 504, kind, &timeout), Ok(()));
    // The published example of a request has a placeholder for a body, which the contract calls invalid.
    assert!(check_request(document, "PUT", path, &json!({ "key": "value" })).is_err());
}
