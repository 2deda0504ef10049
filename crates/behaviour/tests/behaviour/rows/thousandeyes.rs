//! `ThousandEyes` in its two versions, the older one with both ways to sign in.

use rekey_core::access::SignIn;
use rekey_core::credential::Scope;
use rekey_core::dialect::Dialect;
use serde_json::json;

use super::{secret, token};
use crate::document;
use crate::proof::Proof;
use crate::row::{Call, Known, Limit, Row};

/// Basic authentication with an e-mail address and an API token (T13).
pub(crate) fn v6_basic() -> Row {
    Row {
        admin: account("admin@example.com", "rekey-demo-api-token"),
        reader: account("viewer@example.com", "rekey-viewer-api-token"),
        stranger: account("admin@example.com", "nobody-has-this-token"),
        ..v6_bearer()
    }
}

/// An OAuth token.
pub(crate) fn v6_bearer() -> Row {
    let update = |keys| Call { method: "POST", target: "/v6/credentials/{id}/update.json?aid=75", keys };
    Row {
        dialect: Dialect::ThousandEyesV6,
        document: &document::THOUSANDEYES_6,
        // Only what changes is sent (T2).
        new_secret: update(&["value"]),
        details: update(&["name"]),
        both: update(&["name", "value"]),
        beside: update(&["value"]),
        deletion: Call { method: "POST", target: "/v6/credentials/{id}/delete.json?aid=75", keys: &[] },
        forbidden: (403, "User is not authorized to perform this operation"),
        ..v7()
    }
}

/// Resources and verbs.
pub(crate) fn v7() -> Row {
    let record = "/v7/credentials/{id}?aid=75";
    let update = |keys| Call { method: "PUT", target: record, keys };
    let limited =
        |seconds: u32| Limit::Played(json!({ "thousandEyes": { "requestsPerWindow": 2, "windowSeconds": seconds } }));
    Row {
        dialect: Dialect::ThousandEyesV7,
        mount: "/thousandeyes",
        document: &document::THOUSANDEYES_7,
        // More than any test needs: the limit has tests of its own.
        settings: json!({ "thousandEyes": { "requestsPerWindow": 100_000 } }),
        admin: token("rekey-demo-token"),
        reader: token("rekey-viewer-token"),
        stranger: token("nobody-has-this-token"),
        scope: Scope::AccountGroup("75".to_owned()),
        records: 6,
        least_answers: 1,
        known: Known { id: "405", name: "Checkout login", secret: "old-value-of-405" },
        other: Known { id: "411", name: "Kundenkonto Zürich", secret: "old-value-of-411" },
        roles: &[],
        proof: Proof::Vault("thousandeyes"),
        // The name is known and goes with a new secret; a rename goes alone (T3).
        new_secret: update(&["name", "value"]),
        details: update(&["name"]),
        both: update(&["name", "value"]),
        beside: update(&["name", "value"]),
        deletion: Call { method: "DELETE", target: record, keys: &[] },
        creation: None,
        forbidden: (403, "Insufficient permissions to query endpoint"),
        short_limit: limited(2),
        long_limit: limited(60),
    }
}

fn account(email: &str, token: &str) -> SignIn {
    SignIn::EmailAndApiToken { email: email.to_owned(), token: secret(token) }
}
