//! Records as version 6 shows them (contract, 3).

use axum::http::HeaderValue;
use serde_json::{Value, json};

use crate::thousandeyes::account_groups::AccountGroup;
use crate::thousandeyes::credential::Credential;

pub(super) const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The address links lead to, as in the published examples, wherever the sandbox listens.
const BASE: &str = "https://api.thousandeyes.com/v6";

/// Every answer is a list, also the one about a single record.
pub(super) fn credentials(credentials: &[Credential], value: impl Fn(&Credential) -> Option<&'static str>) -> Value {
    let describe = |credential: &Credential| describe(credential, value(credential));
    json!({ "credentials": credentials.iter().map(describe).collect::<Vec<_>>() })
}

fn describe(Credential { id, name, .. }: &Credential, value: Option<&str>) -> Value {
    let links = json!([{ "rel": "self", "href": format!("{BASE}/credentials/{id}") }]);
    match value {
        Some(value) => json!({ "credentialId": id, "name": name, "value": value, "apiLinks": links }),
        None => json!({ "credentialId": id, "name": name, "apiLinks": links }),
    }
}

/// Flags are 0 and 1.
pub(super) fn account_groups(groups: &[AccountGroup], current: i64) -> Value {
    let describe = |AccountGroup { aid, name, is_default }: &AccountGroup| {
        json!({
            "accountGroupName": name, "aid": aid, "current": u8::from(*aid == current), "default": u8::from(*is_default),
        })
    };
    json!({ "accountGroups": groups.iter().map(describe).collect::<Vec<_>>() })
}
