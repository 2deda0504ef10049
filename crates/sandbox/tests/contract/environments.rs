//! Section 3.2: the environments of a project.

use serde_json::json;

use crate::client::Request;
use crate::stage::{Stage, assert_refused};

const AS_IN_A: &str = "/apinizer/apiops/environments/retail";
const AS_IN_B: &str = "/apinizer/apiops/projects/retail/environments/";

#[test]
fn each_generation_has_its_own_address() {
    for (generation, here, elsewhere) in [("a", AS_IN_A, AS_IN_B), ("b", AS_IN_B, AS_IN_A), ("l", AS_IN_A, AS_IN_B)] {
        let stage = Stage::in_generation(generation);
        assert_eq!(stage.get(elsewhere).status, 404, "generation {generation}");
        let list = stage.get(here).json();
        let names: Vec<_> = list["resultList"].as_array().unwrap().iter().map(|entry| &entry["name"]).collect();
        assert_eq!(names, ["test", "staging", "production"]);
        assert_eq!(list["resultList"][2]["type"], json!("PRODUCTION"));
        assert_eq!(list["resultList"][0].get("id").is_some(), generation == "b");
    }
}

#[test]
fn an_unknown_project_is_told_in_the_words_of_the_generation() {
    let a = Stage::new().get("/apiops/environments/nowhere");
    let text = "Project not found for name: (nowhere) or user has not privilege to access it!";
    assert_refused(&a, "a", 400, "bad_request", text);
    let b = Stage::in_generation("b").get("/apiops/projects/nowhere/environments/");
    let text = "Project (nowhere) is not found or user does not have privilege to access it!";
    assert_refused(&b, "b", 400, "", text);
}

#[test]
fn generation_b_has_a_text_of_its_own_for_a_bad_token_here() {
    let stage = Stage::in_generation("b");
    let bad = stage.send(&Request::new("GET", AS_IN_B).token("made-up")).answer();
    assert_refused(&bad, "b", 401, "", "Invalid or expired token");
    let missing = stage.send(&Request::new("GET", AS_IN_B)).answer();
    assert_refused(&missing, "b", 401, "", "Empty Key! Client must be authenticated to access this resource.");
}
