//! Sections 1, 3.1 and 5.1: addresses, projects and the list of credentials.

use serde_json::{Value, json};

use crate::stage::{RETAIL, Stage, assert_refused};

fn usernames(list: &Value) -> Vec<&str> {
    list["resultList"].as_array().unwrap().iter().map(|entry| entry["username"].as_str().unwrap()).collect()
}

#[test]
fn projects_carry_status_in_every_generation() {
    for generation in ["a", "b", "l"] {
        let projects = Stage::in_generation(generation).get("/apinizer/apiops/projects/").json();
        assert_eq!(projects["status"], "SUCCESS");
        assert_eq!(projects["resultCount"], 3);
        assert_eq!(projects["resultList"][1]["name"], "retail");
        assert_eq!(projects["resultList"][1].get("relativePath").is_some(), generation == "b");
    }
}

#[test]
fn the_list_has_the_flag_of_its_generation() {
    for (generation, flag, value) in
        [("a", "success", json!(true)), ("b", "status", json!("SUCCESS")), ("l", "status", json!("SUCCESS"))]
    {
        let list = Stage::in_generation(generation).get(RETAIL).json();
        assert_eq!(list[flag], value, "generation {generation}");
        assert_eq!(list.get("success").is_some(), generation == "a");
    }
}

#[test]
fn disabled_and_expired_credentials_are_listed_and_no_password_is() {
    let stage = Stage::new();
    let list = stage.get(RETAIL).json();
    let expected =
        ["api-user", "billing-batch", "kiosk-eu", "legacy-erp", "ops team/eu 50%", "partner-acme", "reporting"];
    assert_eq!(usernames(&list), expected);
    assert!(list["resultList"].as_array().unwrap().iter().all(|entry| entry["password"].is_null()));
    assert_eq!(stage.listed("legacy-erp")["enabled"], false);
    assert!(!list.to_string().contains("argon2"));
}

#[test]
fn a_project_may_be_empty() {
    assert_eq!(Stage::new().get("/apiops/projects/empty/credentials/").json()["resultList"], json!([]));
}

#[test]
fn the_project_admin_lists_all_credentials() {
    assert_eq!(usernames(&Stage::new().get("/apiops/projects/admin/credentials/").json()).len(), 9);
}

#[test]
fn metadata_is_shown_in_generation_b_without_the_values_of_secret_entries() {
    assert_eq!(Stage::new().listed("kiosk-eu").get("metadata"), None);
    let expected = json!([
        { "key": "region", "value": "eu-west", "secret": false, "includeInJwt": true,
          "includeInTokenResponse": false, "jwtClaimName": "rgn" },
        { "key": "pairingCode", "value": null, "secret": true, "includeInJwt": false,
          "includeInTokenResponse": false, "jwtClaimName": null },
    ]);
    assert_eq!(Stage::in_generation("b").listed("kiosk-eu")["metadata"], expected);
}

#[test]
fn an_unknown_project_is_told_in_the_words_of_the_generation() {
    for (generation, status, code, text) in [
        ("a", 404, "not_found", "Project(Retail) was not found or user does not have privilege to access it!"),
        ("b", 400, "", "Project (Retail) is not found!"),
        ("l", 400, "bad_request", "Project(Retail) was not found or user does not have privilege to access it!"),
    ] {
        let answer = Stage::in_generation(generation).get("/apiops/projects/Retail/credentials/");
        assert_refused(&answer, generation, status, code, text);
    }
}

#[test]
fn a_project_without_a_name_is_refused() {
    let answer = Stage::in_generation("b").get("/apiops/projects//credentials/");
    assert_refused(&answer, "b", 400, "", "projectName value can not be empty!");
}

#[test]
fn the_slash_at_the_end_belongs_to_the_address() {
    let stage = Stage::new();
    for path in ["/apiops/projects", "/apiops/projects/retail/credentials", "/apiops/nothing/", "/apinizer/"] {
        assert_eq!(stage.get(path).status, 404, "{path}");
    }
    assert_eq!(
        stage.write("PATCH", "/apiops/projects/retail/credentials/api-user", &json!({"password": "x"})).status,
        404
    );
}

#[test]
fn no_single_credential_can_be_read() {
    assert_eq!(Stage::new().get("/apiops/projects/retail/credentials/api-user/").status, 405);
}
