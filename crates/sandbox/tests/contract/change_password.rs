//! Section 5.4.

use serde_json::{Value, json};

use crate::client::Request;
use crate::stage::{API_USER, EVERYWHERE, Stage, TOKEN, assert_refused};

#[test]
fn the_new_password_works_everywhere_and_the_old_one_nowhere() {
    let stage = Stage::new();
    assert_eq!(stage.accepting("old-password-of-api-user"), EVERYWHERE);
    let answer = stage.change_password("new secret \u{1F511} ").answer();
    let expected = json!({
        "success": true,
        "deploymentResult": {
            "success": true, "message": "Deployment completed successfully",
            "environmentResults": [
                { "environmentName": "test", "success": true, "message": "Deployed successfully" },
                { "environmentName": "staging", "success": true, "message": "Deployed successfully" },
                { "environmentName": "production", "success": true, "message": "Deployed successfully" },
            ],
        },
    });
    assert_eq!((answer.status, answer.json()), (200, expected));
    assert_eq!(stage.accepting("new secret \u{1F511} "), EVERYWHERE);
    assert!(stage.accepting("new secret \u{1F511}").is_empty());
    assert!(stage.accepting("old-password-of-api-user").is_empty());
}

#[test]
fn every_other_field_stays_as_it_was_whatever_is_sent() {
    let stage = Stage::new();
    let before = stage.listed("api-user");
    let body = json!({ "password": "new", "email": "x", "enabled": false, "username": "other", "ipList": 7 });
    let request = Request::new("PATCH", API_USER).token(TOKEN).json(&body).lax();
    assert_eq!(stage.send(&request).answer().status, 200);
    assert_eq!(stage.listed("api-user"), before);
}

#[test]
fn an_empty_password_is_refused() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        for body in [json!({}), json!({ "password": "" }), json!({ "password": Value::Null })] {
            let text = "Credential password can not be empty!";
            assert_refused(&stage.write("PATCH", API_USER, &body), generation, 400, "bad_request", text);
        }
        assert_eq!(stage.accepting("old-password-of-api-user"), EVERYWHERE);
    }
}

#[test]
fn an_unknown_username_is_not_found() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        for username in ["nobody", "Api-User", "warehouse-sync"] {
            let path = format!("/apinizer/apiops/projects/retail/credentials/{username}/");
            let text = format!("Credential (username: {username}) was not found!");
            let answer = stage.write("PATCH", &path, &json!({ "password": "new" }));
            assert_refused(&answer, generation, 400, "bad_request", &text);
        }
    }
}

#[test]
fn a_path_segment_is_decoded_exactly_once() {
    let stage = Stage::new();
    let body = json!({ "password": "new" });
    let encoded = "/apiops/projects/retail/credentials/ops%20team%2Feu%2050%25/";
    assert_eq!(stage.write("PATCH", encoded, &body).status, 200);
    assert_eq!(stage.gateway("production", "ops team/eu 50%", "new"), 200);
    let encoded_twice = "/apiops/projects/retail/credentials/ops%2520team%252Feu%252050%2525/";
    let text = "Credential (username: ops%20team%2Feu%2050%25) was not found!";
    assert_refused(&stage.write("PATCH", encoded_twice, &body), "a", 400, "bad_request", text);
}

#[test]
fn only_json_is_read() {
    let stage = Stage::new();
    let form = Request::new("PATCH", API_USER).token(TOKEN).body("application/x-www-form-urlencoded", "password=new");
    assert_eq!(stage.send(&form).answer().status, 415);
    assert_eq!(stage.accepting("old-password-of-api-user"), EVERYWHERE);
}
