//! `ZStack` Cloud, whose updates may leave the secret out.

use rekey_core::credential::Scope;
use rekey_core::dialect::Dialect;
use serde_json::{Value, json};

use super::token;
use crate::document;
use crate::proof::Proof;
use crate::row::{Call, Known, Limit, Row};

const RECORD: &str = "/api/v1/credentials/{id}";

/// The four fields that are always sent (contract, 3.2).
const METADATA: [&str; 4] = ["description", "expiresAt", "name", "operator"];
/// The same and the secret.
const WHOLE: [&str; 5] = ["description", "expiresAt", "name", "operator", "value"];

/// The one error structure that is published, and a list without a total.
pub(crate) fn documented() -> Row {
    with(json!({ "zstackErrors": "details", "zstackTotal": "absent" }))
}

/// Errors as a gRPC gateway tells them, and a list with its total.
pub(crate) fn behind_a_gateway() -> Row {
    with(json!({ "zstackErrors": "gateway", "zstackTotal": "present" }))
}

fn with(mut settings: Value) -> Row {
    settings["zstackValue"] = json!("optional");
    // Fewer than the core asks for at once, and fewer than there are.
    settings["zstackLimits"] = json!({ "default": 5, "maximum": 10 });
    let update = |keys| Call { method: "PUT", target: RECORD, keys };
    Row {
        dialect: Dialect::ZStack,
        mount: "/zstack",
        document: &document::ZSTACK,
        settings,
        admin: token("rekey-demo-token"),
        reader: token("rekey-viewer-token"),
        stranger: token("nobody-has-this-token"),
        scope: Scope::System,
        records: 27,
        least_answers: 3,
        known: Known {
            id: "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890",
            name: "prod-db-password",
            secret: "old-value-of-prod-db-password",
        },
        other: Known {
            id: "cred-9e1119e0-642c-8360-8401-d64790fbd3c1",
            name: "wallboard-password",
            secret: "old-value-of-wallboard-password",
        },
        roles: &[],
        proof: Proof::Vault("zstack"),
        new_secret: update(&WHOLE),
        details: update(&METADATA),
        both: update(&WHOLE),
        beside: update(&WHOLE),
        deletion: Call { method: "DELETE", target: RECORD, keys: &[] },
        creation: None,
        forbidden: (403, "PermissionDenied"),
        short_limit: limited(2),
        long_limit: limited(60),
    }
}

/// No limit is documented, so none is played (contract, 1); the shape is that of every refusal.
fn limited(seconds: u32) -> Limit {
    let body = json!({ "error": { "code": "SYS.1002", "description": "Too many requests", "details": "Slow down" } });
    let headers = json!({ "Retry-After": seconds.to_string() });
    Limit::Scripted(json!({ "kind": "respond", "status": 429, "headers": headers, "body": body }))
}
