//! Section 6: the result per environment, and what it leaves behind.

use serde_json::{Value, json};

use crate::client::Request;
use crate::stage::{API_USER, Stage};

const WORDS: &str = "Connection to gateway pod timed out";

fn one_failing() -> Value {
    json!({ "kind": "fail-environments", "environments": [{ "name": "production", "message": WORDS }] })
}

#[test]
fn a_failed_environment_keeps_the_old_password_and_the_record_is_saved() {
    let stage = Stage::new();
    stage.fault(&one_failing());
    let answer = stage.change_password("new").answer();
    let body = answer.json();
    assert_eq!((answer.status, &body["success"]), (200, &json!(true)));
    assert_eq!(body["deploymentResult"]["success"], false);
    let production = &body["deploymentResult"]["environmentResults"][2];
    assert_eq!(production, &json!({ "environmentName": "production", "success": false, "message": WORDS }));
    assert_eq!(stage.accepting("new"), ["test", "staging"]);
    assert_eq!(stage.accepting("old-password-of-api-user"), ["production"]);
}

#[test]
fn sending_again_deploys_again() {
    let stage = Stage::new();
    stage.fault(&one_failing());
    stage.change_password("new");
    stage.change_password("new");
    assert_eq!(stage.accepting("new"), ["test", "staging", "production"]);
}

#[test]
fn the_overall_flag_may_contradict_the_environments() {
    let stage = Stage::new();
    let mut fault = one_failing();
    fault["overall"] = json!(true);
    stage.fault(&fault);
    let result = &stage.change_password("new").answer().json()["deploymentResult"];
    assert_eq!(result["success"], true);
    assert_eq!(result["environmentResults"][2]["success"], false);
}

#[test]
fn the_pods_shape_tells_every_pod() {
    let stage = Stage::in_generation("b");
    stage.control("settings", &json!({ "deploymentShape": "pods" }));
    stage.fault(&one_failing());
    let body = stage.change_password("new").answer().json();
    assert_eq!(body["status"], "SUCCESS");
    let pods = body["deploymentResult"]["detailList"].as_array().unwrap();
    let told = |pod: &Value| (pod["envName"].clone(), pod["success"].clone());
    assert_eq!(pods.len(), 6);
    assert_eq!(told(&pods[4]), (json!("production"), json!(true)));
    assert_eq!(told(&pods[5]), (json!("production"), json!(false)));
    assert_eq!(pods[5]["detail"], WORDS);
    assert_eq!(body["deploymentResult"].get("environmentResults"), None);
}

#[test]
fn without_the_permission_to_deploy_the_record_is_saved_and_no_environment_takes_it() {
    let stage = Stage::new();
    let request = Request::new("PATCH", API_USER).token("rekey-nodeploy-token").json(&json!({ "password": "new" }));
    let body = stage.send(&request).answer().json();
    assert_eq!(body["success"], true);
    for result in body["deploymentResult"]["environmentResults"].as_array().unwrap() {
        assert_eq!(result["message"], "User does not have required permission to deploy/undeploy API Proxy!");
    }
    assert_eq!(stage.accepting("old-password-of-api-user").len(), 3);
}

#[test]
fn the_deployment_result_may_be_anything_or_nothing() {
    let stage = Stage::new();
    for value in
        [Value::Null, json!({}), json!([]), json!("done"), json!({ "success": true, "environmentResults": [] })]
    {
        stage.fault(&json!({ "kind": "deployment", "value": value }));
        assert_eq!(stage.change_password("new").answer().json(), json!({ "success": true, "deploymentResult": value }));
    }
    stage.fault(&json!({ "kind": "deployment" }));
    assert_eq!(stage.change_password("new").answer().json(), json!({ "success": true }));
    assert_eq!(stage.accepting("new").len(), 3);
}
