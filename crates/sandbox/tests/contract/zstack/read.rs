//! Sections 2, 4.2 and 7: one credential, and addresses that are none.

use serde_json::json;

use super::{CREDENTIALS, MAIN, MAIN_UUID, assert_refused, listed};
use crate::stage::Stage;

#[test]
fn the_object_stands_alone_with_its_published_members() {
    let credential = Stage::new().get(MAIN).json();
    let members: Vec<&String> = credential.as_object().unwrap().keys().collect();
    let published =
        ["createDate", "createdBy", "description", "expiresAt", "healthStatus", "lastOpDate", "name", "type", "uuid"];
    assert_eq!(members, published);
    for (member, expected) in [
        ("uuid", MAIN_UUID),
        ("name", "prod-db-password"),
        ("description", "Primary database password for production environment"),
        ("type", "CREDENTIAL_TYPE_PASSWORD"),
        ("healthStatus", "CREDENTIAL_HEALTH_STATUS_OK"),
        ("createdBy", "admin@example.com"),
    ] {
        assert_eq!(credential[member], expected, "{member}");
    }
}

#[test]
fn dates_are_in_utc_with_seconds() {
    let credential = Stage::new().get(MAIN).json();
    for member in ["expiresAt", "createDate", "lastOpDate"] {
        let date = credential[member].as_str().unwrap();
        assert!(date.len() == "2026-01-15T08:00:00Z".len() && date.ends_with('Z'), "{member}: {date}");
    }
}

#[test]
fn a_credential_reads_as_it_is_listed() {
    let stage = Stage::new();
    assert_eq!(stage.get(MAIN).json(), listed(&stage, "prod-db-password"));
}

#[test]
fn an_unknown_credential_is_not_found() {
    let stage = Stage::new();
    for uuid in ["cred-00000000-0000-0000-0000-000000000000", "CRED-A1B2C3D4-E5F6-7890-ABCD-EF1234567890", "x", "%20"] {
        assert_refused(&stage.get(&format!("{CREDENTIALS}/{uuid}")), 404, "NotFound", "was not found");
    }
}

#[test]
fn an_address_that_is_none_is_not_found() {
    let stage = Stage::new();
    for path in [
        "/zstack/api/v1",
        "/zstack/api/v1/credential",
        "/zstack/api/v1/credentials/",
        "/zstack/api/v1/credentials//",
        "/zstack/api/v1/credentials/a/b",
        "/zstack/api/v1/Credentials",
        "/zstack/api/v1/credential-audit/",
        "/api/v1/nothing",
    ] {
        assert_refused(&stage.get(path), 404, "NotFound", "no operation");
    }
    for path in ["/zstack/v1/credentials", "/zstack/credentials", "/api/v2/credentials"] {
        assert_eq!(stage.get(path).status, 404, "{path}");
    }
}

#[test]
fn other_methods_are_not_allowed() {
    let stage = Stage::new();
    for (method, path) in [
        ("PATCH", MAIN),
        ("POST", MAIN),
        ("PUT", CREDENTIALS),
        ("DELETE", CREDENTIALS),
        ("PUT", "/zstack/api/v1/credentials/statistics"),
        ("DELETE", "/zstack/api/v1/credentials/statistics"),
        ("POST", "/zstack/api/v1/credential-audit"),
    ] {
        assert_eq!(stage.write(method, path, &json!({})).status, 405, "{method} {path}");
    }
}
