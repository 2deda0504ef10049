//! `/_sandbox/vault/zstack/{uuid}`: the proof that a value arrived.

use super::{CREDENTIALS, MAIN_UUID, OLD, items, listed, vault};
use crate::client::Request;
use crate::stage::Stage;

const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\nold-value-of-shop-tls-certificate\n-----END CERTIFICATE-----\n";

#[test]
fn every_demo_value_is_that_of_its_name() {
    let stage = Stage::new();
    let all = items(&stage.get(&format!("{CREDENTIALS}?limit=100")));
    assert_eq!(all.len(), 27);
    for item in all.iter().filter(|item| item["name"] != "shop-tls-certificate") {
        let value = format!("old-value-of-{}", item["name"].as_str().unwrap());
        assert_eq!(vault(&stage, item["uuid"].as_str().unwrap(), &value), 200, "{value}");
    }
}

#[test]
fn a_value_of_several_lines_is_compared_whole() {
    let stage = Stage::new();
    let credential = listed(&stage, "shop-tls-certificate");
    let uuid = credential["uuid"].as_str().unwrap();
    assert_eq!(vault(&stage, uuid, CERTIFICATE), 200);
    for wrong in [CERTIFICATE.trim_end(), &CERTIFICATE.replace('\n', "\r\n"), &CERTIFICATE.replace('\n', "")] {
        assert_eq!(vault(&stage, uuid, wrong), 401, "{wrong:?}");
    }
}

#[test]
fn any_other_value_is_refused() {
    let stage = Stage::new();
    for wrong in ["", " ", "old-value-of-staging-db-password", &format!("{OLD} "), &OLD.to_uppercase()] {
        assert_eq!(vault(&stage, MAIN_UUID, wrong), 401, "{wrong:?}");
    }
    assert_eq!(vault(&stage, "cred-of-nobody", OLD), 401);
    let unnamed = Request::new("GET", &format!("/_sandbox/vault/zstack/{MAIN_UUID}"));
    let answer = stage.send(&unnamed).answer();
    assert_eq!((answer.status, answer.header("www-authenticate").is_some()), (401, true));
}

#[test]
fn only_vendors_with_a_vault_have_one() {
    let stage = Stage::new();
    for vendor in ["apinizer", "nobody"] {
        let request = Request::new("GET", &format!("/_sandbox/vault/{vendor}/api-user"));
        assert_eq!(stage.send(&request).answer().status, 404, "{vendor}");
    }
}

#[test]
fn generated_credentials_share_one_value() {
    let stage = Stage::new();
    stage.control("reset", &serde_json::json!({ "credentials": 60 }));
    let credential = listed(&stage, "generated-000060");
    assert_eq!(vault(&stage, credential["uuid"].as_str().unwrap(), "old-value-of-generated"), 200);
}
