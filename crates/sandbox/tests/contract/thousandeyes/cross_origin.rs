//! T10 and T12: what a page of another origin may do and read.

use rekey_sandbox::Options;
use serde_json::json;

use super::calls::{CHECKOUT_7, LIST_6, LIST_7, get, set};
use crate::client::Request;
use crate::stage::Stage;

const PORTAL: &str = "https://portal.example";

fn stage() -> Stage {
    Stage::with(Options { cross_origin: Some(PORTAL.to_owned()), ..Options::default() })
}

fn preflight() -> Request {
    Request::new("OPTIONS", CHECKOUT_7).header("Origin", PORTAL).header("Access-Control-Request-Method", "PUT")
}

#[test]
fn a_preflight_fails_for_want_of_a_token_unless_the_origin_is_allowed() {
    let refused = Stage::new().send(&preflight()).answer();
    assert_eq!((refused.status, refused.header("access-control-allow-origin")), (401, None));
    let allowed = stage().send(&preflight()).answer();
    assert_eq!((allowed.status, allowed.header("access-control-allow-origin")), (204, Some(PORTAL)));
}

#[test]
fn the_rate_limit_is_hidden_from_scripts_unless_switched_on() {
    let stage = stage();
    for path in [LIST_6, LIST_7] {
        let answer = stage.send(&get(path).header("Origin", PORTAL)).answer();
        assert_eq!(answer.header("access-control-allow-origin"), Some(PORTAL));
        assert!(answer.header("x-organization-rate-limit-reset").is_some());
        assert_eq!(answer.header("access-control-expose-headers"), None);
    }
    set(&stage, &json!({ "exposeRateLimit": true }));
    let answer = stage.send(&get(LIST_7).header("Origin", PORTAL)).answer();
    let exposed = answer.header("access-control-expose-headers").unwrap();
    for name in ["Limit", "Remaining", "Reset"] {
        assert!(exposed.contains(&format!("X-Organization-Rate-Limit-{name}")), "{exposed}");
    }
}
