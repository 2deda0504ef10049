//! Records as version 7 shows them (contract, 4).

use axum::http::HeaderValue;
use serde_json::{Value, json};

use crate::thousandeyes::account_groups::AccountGroup;
use crate::thousandeyes::caller::Caller;
use crate::thousandeyes::credential::Credential;

pub(super) const HAL_TYPE: &str = "application/hal+json";
pub(super) const HAL: HeaderValue = HeaderValue::from_static(HAL_TYPE);

/// The address links lead to, wherever the sandbox listens.
const BASE: &str = "https://api.thousandeyes.com/v7";

/// Where a credential is.
pub(super) fn address_of(credential: &Credential) -> String {
    format!("{BASE}/credentials/{}", credential.id)
}

/// `CredentialWithoutValue`: ids are strings.
pub(super) fn without_value(credential: &Credential) -> Value {
    json!({
        "id": credential.id.to_string(), "name": credential.name,
        "_links": { "self": { "href": address_of(credential) } },
    })
}

/// `Credential`: the same, with `value` for who may see it.
pub(super) fn with_value(credential: &Credential, caller: &Caller) -> Value {
    let mut shown = without_value(credential);
    if let (Some(members), Some(value)) = (shown.as_object_mut(), credential.value_for(caller)) {
        members.insert("value".to_owned(), value.into());
    }
    shown
}

pub(super) fn credentials(credentials: &[Credential], caller: &Caller) -> Value {
    let shown: Vec<Value> = credentials.iter().map(|credential| with_value(credential, caller)).collect();
    json!({ "credentials": shown, "_links": { "self": { "href": format!("{BASE}/credentials") } } })
}

/// Flags are booleans. This list knows no `aid`, so the current group is the default one.
pub(super) fn account_groups(groups: &[AccountGroup]) -> Value {
    let describe = |AccountGroup { aid, name, is_default }: &AccountGroup| {
        json!({
            "aid": aid.to_string(), "accountGroupName": name,
            "isCurrentAccountGroup": is_default, "isDefaultAccountGroup": is_default,
        })
    };
    json!({
        "accountGroups": groups.iter().map(describe).collect::<Vec<_>>(),
        "_links": { "self": { "href": format!("{BASE}/account-groups") } },
    })
}
