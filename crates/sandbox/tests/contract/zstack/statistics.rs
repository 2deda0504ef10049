//! Section 4.5.

use serde_json::json;

use super::{CREDENTIALS, MAIN, STATISTICS, assert_refused, creation, edit_with};
use crate::stage::Stage;

#[test]
fn counters_are_numbers_unless_they_are_strings() {
    let stage = Stage::new();
    let numbers = json!({ "total": 27, "ok": 15, "expiring": 4, "expired": 3, "unknown": 5 });
    assert_eq!(stage.get(STATISTICS).json(), numbers);
    stage.control("settings", &json!({ "zstackStatistics": "strings" }));
    let strings = json!({ "total": "27", "ok": "15", "expiring": "4", "expired": "3", "unknown": "5" });
    assert_eq!(stage.get(STATISTICS).json(), strings);
}

#[test]
fn a_server_may_not_have_them() {
    let stage = Stage::new();
    stage.control("settings", &json!({ "zstackStatistics": "off" }));
    assert_refused(&stage.get(STATISTICS), 404, "NotFound", "");
    assert_eq!(stage.get(CREDENTIALS).status, 200);
}

#[test]
fn they_follow_the_records() {
    let stage = Stage::new();
    stage.write("PUT", MAIN, &edit_with("expiresAt", "2001-01-01T00:00:00Z"));
    stage.write("POST", CREDENTIALS, &creation());
    let expected = json!({ "total": 28, "ok": 15, "expiring": 4, "expired": 4, "unknown": 5 });
    assert_eq!(stage.get(STATISTICS).json(), expected);
}
