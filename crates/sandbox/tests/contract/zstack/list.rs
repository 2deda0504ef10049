//! Section 4.3: pages, filters, and records no list may trip over.

use serde_json::{Value, json};

use super::{CREDENTIALS, assert_refused, items, listed, names};
use crate::stage::Stage;

const DATABASE: &str = "comp-7d1f0c52-3b8e-4a6d-9c21-5e4f8a7b6c3d";

fn count(stage: &Stage, query: &str) -> usize {
    items(&stage.get(&format!("{CREDENTIALS}?{query}"))).len()
}

#[test]
fn both_addresses_give_the_same_list() {
    let stage = Stage::new();
    let list = stage.get(CREDENTIALS);
    assert_eq!(list.json(), stage.get("/api/v1/credentials").json());
    assert_eq!(list.header("content-type"), Some("application/json"));
}

#[test]
fn a_page_holds_twenty_unless_asked_otherwise_and_a_hundred_at_most() {
    let stage = Stage::new();
    stage.control("reset", &json!({ "credentials": 200 }));
    for (query, expected) in [
        ("", 20),
        ("limit=0", 20),
        ("limit=1", 1),
        ("limit=100", 100),
        ("limit=101", 100),
        ("limit=1000000", 100),
        ("offset=0", 20),
        ("offset=220", 7),
        ("offset=227", 0),
        ("limit=50&offset=200", 27),
        ("offset=1000000", 0),
    ] {
        assert_eq!(count(&stage, query), expected, "{query}");
    }
}

#[test]
fn one_page_does_not_hold_all_of_the_demo_data() {
    let stage = Stage::new();
    let first = names(&stage.get(CREDENTIALS));
    let second = names(&stage.get(&format!("{CREDENTIALS}?offset=20")));
    assert_eq!((first.len(), second.len()), (20, 7));
    assert_eq!(first[0], "prod-db-password");
    assert_eq!([first, second].concat(), names(&stage.get(&format!("{CREDENTIALS}?limit=100"))));
}

#[test]
fn the_length_of_a_page_is_a_setting() {
    let stage = Stage::new();
    stage.control("settings", &json!({ "zstackLimits": { "default": 3, "maximum": 5 } }));
    assert_eq!((count(&stage, ""), count(&stage, "limit=4"), count(&stage, "limit=100")), (3, 4, 5));
}

#[test]
fn there_is_a_total_only_by_setting_and_it_counts_what_matches() {
    let stage = Stage::new();
    assert_eq!(stage.get(CREDENTIALS).json().as_object().unwrap().keys().collect::<Vec<_>>(), ["items"]);
    stage.control("settings", &json!({ "zstackTotal": "present" }));
    for (query, total) in [("", 27), ("limit=1&offset=3", 27), ("type=CREDENTIAL_TYPE_SSH_KEY&limit=1", 4)] {
        assert_eq!(stage.get(&format!("{CREDENTIALS}?{query}")).json()["total"], total, "{query}");
    }
}

#[test]
fn filters_narrow_the_list() {
    let stage = Stage::new();
    for (query, expected) in [
        ("type=CREDENTIAL_TYPE_SSH_KEY", 4),
        ("type=CREDENTIAL_TYPE_TLS_CERT", 2),
        ("healthStatus=CREDENTIAL_HEALTH_STATUS_EXPIRED", 3),
        ("healthStatus=CREDENTIAL_HEALTH_STATUS_EXPIRING", 4),
        ("type=CREDENTIAL_TYPE_API_KEY&healthStatus=CREDENTIAL_HEALTH_STATUS_EXPIRED", 1),
        ("type=CREDENTIAL_TYPE_UNSPECIFIED&healthStatus=CREDENTIAL_HEALTH_STATUS_UNSPECIFIED&limit=100", 27),
        (&format!("componentUuid={DATABASE}"), 3),
        (&format!("componentUuid={DATABASE}&healthStatus=CREDENTIAL_HEALTH_STATUS_EXPIRING"), 1),
        ("componentUuid=comp-of-nobody", 0),
    ] {
        assert_eq!(count(&stage, query), expected, "{query}");
    }
}

#[test]
fn a_page_is_cut_from_what_the_filters_left() {
    let stage = Stage::new();
    let page = names(&stage.get(&format!("{CREDENTIALS}?type=CREDENTIAL_TYPE_SSH_KEY&limit=2&offset=1")));
    assert_eq!(page, ["backup-ssh-key", "deploy-ssh-key"]);
}

#[test]
fn a_query_that_cannot_be_read_is_refused() {
    let stage = Stage::new();
    for query in [
        "limit=-1",
        "limit=many",
        "limit=1.5",
        "limit=",
        "offset=-20",
        "offset=",
        "type=",
        "type=PASSWORD",
        "type=credential_type_password",
        "healthStatus=OK",
        "healthStatus=",
        "componentUuid=",
        "page=2",
        "search=db",
        "Limit=5",
        "limit=5&limit=6",
    ] {
        let answer = stage.get(&format!("{CREDENTIALS}?{query}"));
        let name = query.split('=').next().unwrap();
        assert_refused(&answer, 400, "InvalidArgument", name);
    }
}

#[test]
fn health_follows_the_expiry_and_no_secret_is_listed() {
    let stage = Stage::new();
    for (name, health) in [
        ("prod-db-password", "OK"),
        ("payments-api-key", "EXPIRING"),
        ("maps-api-key", "EXPIRED"),
        ("bastion-ssh-key", "UNKNOWN"),
        ("archive-encryption-key", "UNSPECIFIED"),
    ] {
        assert_eq!(listed(&stage, name)["healthStatus"], format!("CREDENTIAL_HEALTH_STATUS_{health}"), "{name}");
    }
    let list = stage.get(&format!("{CREDENTIALS}?limit=100")).text();
    for secret in ["argon2", "old-value-of", "\"value\""] {
        assert!(!list.contains(secret), "{secret}");
    }
}

#[test]
fn some_records_are_as_odd_as_the_published_examples() {
    let stage = Stage::new();
    let shapeless = listed(&stage, "legacy-appliance-secret");
    assert_eq!((&shapeless["type"], &shapeless["healthStatus"]), (&json!({}), &json!({})));
    let undated = listed(&stage, "imported-ledger-password");
    assert_eq!((&undated["expiresAt"], &undated["createDate"]), (&json!("example"), &json!("example")));
    assert_eq!(undated["healthStatus"], "CREDENTIAL_HEALTH_STATUS_UNKNOWN");
    assert_eq!(listed(&stage, "untouched-license-key").get("lastOpDate"), None);
    assert_eq!(listed(&stage, "bastion-ssh-key").get("expiresAt"), None);
    assert_eq!(listed(&stage, "<b>\"SSO\"</b> & signing key")["description"], "<img src=x onerror=alert(1)>");
}

#[test]
fn the_oddities_stand_where_a_single_page_does_not_reach() {
    let first = items(&Stage::new().get(CREDENTIALS));
    let is_odd = |item: &&Value| item["type"].is_object() || item.get("lastOpDate").is_none();
    assert_eq!(first.iter().filter(is_odd).count(), 0);
}
