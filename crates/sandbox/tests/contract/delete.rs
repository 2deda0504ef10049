//! Section 5.5.

use serde_json::json;

use crate::client::Request;
use crate::stage::{API_USER, RETAIL, Stage, TOKEN, assert_refused};

#[test]
fn a_deleted_credential_is_gone_from_the_list_and_from_every_environment() {
    let stage = Stage::new();
    let answer = stage.send(&Request::new("DELETE", API_USER).token(TOKEN)).answer();
    let expected = json!({
        "success": true,
        "deploymentResult": {
            "success": true, "message": "Undeployment completed successfully",
            "environmentResults": [
                { "environmentName": "test", "success": true, "message": "Undeployed successfully" },
                { "environmentName": "staging", "success": true, "message": "Undeployed successfully" },
                { "environmentName": "production", "success": true, "message": "Undeployed successfully" },
            ],
        },
    });
    assert_eq!((answer.status, answer.json()), (200, expected));
    assert_eq!(stage.get(RETAIL).json()["resultCount"], 6);
    assert!(stage.accepting("old-password-of-api-user").is_empty());
}

#[test]
fn an_unknown_username_is_not_found() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        let answer = stage.send(&Request::new("DELETE", &format!("{RETAIL}nobody/")).token(TOKEN)).answer();
        let text = "Credential (username: nobody) was not found!";
        assert_refused(&answer, generation, 400, "bad_request", text);
    }
}

#[test]
fn generation_b_tells_the_pods() {
    let stage = Stage::in_generation("b");
    let answer = stage.send(&Request::new("DELETE", API_USER).token(TOKEN)).answer().json();
    assert_eq!(answer["status"], "SUCCESS");
    assert_eq!(answer["deploymentResult"]["detailList"][0]["detail"], "Undeployed successfully");
}
