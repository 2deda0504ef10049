//! Section 2.1.

use serde_json::json;

use crate::client::{Answer, Request};
use crate::stage::{RETAIL, Stage};

const FORM: &str = "application/x-www-form-urlencoded";
const PATH: &str = "/apinizer/apiops/auth/token";

fn sign_in(stage: &Stage, form: &str) -> Answer {
    stage.send(&Request::new("POST", PATH).body(FORM, form)).answer()
}

#[test]
fn user_name_and_password_give_a_token_that_works_for_an_hour() {
    let stage = Stage::new();
    let answer = sign_in(&stage, "grant_type=client_credentials&client_id=admin&client_secret=rekey-demo-password");
    let body = answer.json();
    assert_eq!((answer.status, &body["token_type"], &body["expires_in"]), (200, &json!("Bearer"), &json!(3600)));
    let token = body["access_token"].as_str().unwrap();
    assert_eq!(stage.send(&Request::new("GET", RETAIL).token(token)).answer().status, 200);
}

#[test]
fn refusals_have_the_same_shape_in_every_generation() {
    for generation in ["a", "b", "l"] {
        let stage = Stage::in_generation(generation);
        let wrong_grant = sign_in(&stage, "grant_type=password&client_id=admin&client_secret=rekey-demo-password");
        let expected = json!({
            "error": "unsupported_grant_type", "error_description": "GrantType value must be client_credentials!",
        });
        assert_eq!((wrong_grant.status, wrong_grant.json()), (400, expected));
        for form in ["client_id=admin&client_secret=wrong", "client_id=nobody&client_secret=x", "client_id=admin"] {
            let refused = sign_in(&stage, &format!("grant_type=client_credentials&{form}"));
            let expected = json!({ "error": "unauthorized_client", "error_description": "Bad credentials" });
            assert_eq!((refused.status, refused.json()), (401, expected), "{form}");
        }
    }
}

#[test]
fn a_body_that_is_not_a_form_is_refused() {
    let stage = Stage::new();
    let body = json!({ "grant_type": "client_credentials", "client_id": "admin", "client_secret": "x" });
    assert_eq!(stage.send(&Request::new("POST", PATH).json(&body)).answer().status, 415);
}
