//! The project for long lists, which is there when it is asked for.

use std::fs;

use rekey_sandbox::{Options, Storage};
use serde_json::{Value, json};

use crate::stage::{EVERYWHERE, Stage};

const LARGE: &str = "/apinizer/apiops/projects/large/credentials/";

fn with_records(records: u32) -> Stage {
    Stage::with(Options { records, ..Options::default() })
}

fn listed(stage: &Stage) -> Vec<Value> {
    stage.get(LARGE).json()["resultList"].as_array().unwrap().clone()
}

fn projects(stage: &Stage) -> Vec<Value> {
    let list = stage.get("/apinizer/apiops/projects/").json();
    list["resultList"].as_array().unwrap().iter().map(|project| project["name"].clone()).collect()
}

#[test]
fn it_has_as_many_records_as_asked_for_and_a_reset_keeps_it() {
    let stage = with_records(40);
    assert_eq!(projects(&stage), ["empty", "large", "retail", "wholesale"]);
    let before = listed(&stage);
    assert_eq!(before.len(), 40);
    stage.control("reset", &json!({}));
    let usernames = |list: &[Value]| list.iter().map(|record| record["username"].clone()).collect::<Vec<_>>();
    assert_eq!(usernames(&listed(&stage)), usernames(&before));
}

#[test]
fn without_records_there_is_no_such_project() {
    assert_eq!(with_records(0).get(LARGE).status, 404);
}

#[test]
fn its_records_are_deployed_and_can_be_changed_one_by_one() {
    let stage = with_records(40);
    let is_usable =
        |record: &&Value| record["enabled"] == true && record["expireDate"].is_null() && record["ipList"] == json!([]);
    let usable: Vec<_> = listed(&stage).iter().filter(is_usable).map(|record| record["username"].clone()).collect();
    let [first, second, ..] = usable.as_slice() else { panic!("fewer than two of 40 can be used: {usable:?}") };
    let (changed, other) = (first.as_str().unwrap(), second.as_str().unwrap());
    let answer = stage.write("PATCH", &format!("{LARGE}{changed}/"), &json!({ "password": "another one" }));
    assert_eq!(answer.status, 200);
    for environment in EVERYWHERE {
        assert_eq!(stage.gateway(environment, changed, "another one"), 200);
        assert_eq!(stage.gateway(environment, changed, "old-password-of-large"), 401);
        assert_eq!(stage.gateway(environment, other, "old-password-of-large"), 200);
    }
}

#[test]
fn a_file_that_has_it_keeps_it_as_it_is() {
    let folder = std::env::temp_dir().join(format!("rekey-sandbox-large-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let counts = [0, 7, 40].map(|records| {
        let storage = Storage::File(folder.join("sandbox.db"));
        let stage = Stage::with(Options { storage, records, ..Options::default() });
        if records == 0 { 0 } else { listed(&stage).len() }
    });
    fs::remove_dir_all(folder).unwrap();
    assert_eq!(counts, [0, 7, 7]);
}
