//! Apinizer in its three documented generations.

use rekey_core::access::SignIn;
use rekey_core::credential::Scope;
use rekey_core::dialect::Dialect;
use serde_json::{Value, json};

use super::{secret, token};
use crate::document;
use crate::proof::Proof;
use crate::row::{Call, Creation, Known, Limit, Row};

const COLLECTION: &str = "/apiops/projects/retail/credentials/";
const RECORD: &str = "/apiops/projects/retail/credentials/{id}/";

/// Every detail there is, and the password, which a replacement always sets (Q2, Q3).
const WHOLE: [&str; 9] =
    ["description", "email", "enabled", "expireDate", "fullName", "ipList", "password", "roleNameList", "username"];
/// Generation B lists metadata besides, which must go back as it came (Q4).
const WHOLE_OF_B: [&str; 10] = [
    "description",
    "email",
    "enabled",
    "expireDate",
    "fullName",
    "ipList",
    "metadata",
    "password",
    "roleNameList",
    "username",
];

/// `success: true`; the primary pages.
pub(crate) fn generation_a() -> Row {
    in_generation(&json!({ "generation": "a" }), user("rekey-demo-password"), user("mistyped"), &WHOLE)
}

/// `status` and `resultMessage`, and the deployment told by pods, as the generated document has both.
pub(crate) fn generation_b() -> Row {
    let settings = json!({ "generation": "b", "deploymentShape": "pods" });
    in_generation(&settings, token("rekey-demo-token"), token("nobody-has-this-token"), &WHOLE_OF_B)
}

/// `status: SUCCESS` beside `error`.
pub(crate) fn legacy() -> Row {
    in_generation(&json!({ "generation": "l" }), token("rekey-demo-token"), user("mistyped"), &WHOLE)
}

fn user(password: &str) -> SignIn {
    SignIn::UserNameAndPassword { user_name: "admin".to_owned(), password: secret(password) }
}

fn in_generation(settings: &Value, admin: SignIn, stranger: SignIn, whole: &'static [&'static str]) -> Row {
    let replace = Call { method: "PUT", target: COLLECTION, keys: whole };
    Row {
        dialect: Dialect::Apinizer,
        mount: "/apinizer",
        document: &document::APINIZER,
        settings: settings.clone(),
        admin,
        reader: token("rekey-viewer-token"),
        stranger,
        scope: Scope::Project("retail".to_owned()),
        records: 7,
        least_answers: 1,
        known: Known { id: "kiosk-eu", name: "kiosk-eu", secret: "old-password-of-kiosk-eu" },
        other: Known { id: "billing-batch", name: "billing-batch", secret: "old-password-of-billing-batch" },
        roles: &["billing", "partner"],
        proof: Proof::Gateways(&["test", "staging", "production"]),
        new_secret: Call { method: "PATCH", target: RECORD, keys: &["password"] },
        details: replace,
        both: replace,
        beside: replace,
        deletion: Call { method: "DELETE", target: RECORD, keys: &[] },
        creation: Some(Creation {
            target: COLLECTION,
            body: |id, secret| json!({ "username": id, "password": secret, "fullName": "Somebody", "email": "somebody@demo.example" }),
        }),
        // Row 16; no generation has a status of its own for it.
        forbidden: (400, "User does not have required permission for this operation!"),
        short_limit: Limit::Scripted(json!({
            "kind": "respond", "status": 429, "headers": { "Retry-After": "2" }, "body": rate_limit(2),
        })),
        // The documented place of the wait is the body (7.1).
        long_limit: Limit::Scripted(json!({ "kind": "respond", "status": 429, "body": rate_limit(60) })),
    }
}

fn rate_limit(seconds: u32) -> Value {
    json!({
        "error": "rate_limit_exceeded", "error_description": "Rate limit exceeded. Please try again later.",
        "retry_after": seconds,
    })
}
