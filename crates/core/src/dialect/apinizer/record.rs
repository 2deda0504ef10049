//! The credential object of contracts/apinizer.md 4, read leniently by field and written in full (Q3).

use serde_json::{Map, Value};

use crate::credential::{Credential, Entry, Expiry};
use crate::dialect::json::{read_expiry, text as string, unreadable, wipe};
use crate::draft::{CredentialEdit, ExpiryEdit};

/// The members this program reads and writes; every other one is carried (N-08).
const KNOWN: [&str; 9] =
    ["username", "password", "email", "fullName", "description", "roleNameList", "enabled", "ipList", "expireDate"];

/// Reads one entry of a list. Without a username there is nothing to address, so nothing to edit (H-08).
pub(super) fn read(mut entry: Value) -> Entry {
    wipe(&mut entry, "password");
    let Value::Object(mut record) = entry else { return unreadable(&entry) };
    if record.get("username").and_then(Value::as_str).is_none_or(str::is_empty) {
        return unreadable(&Value::Object(record));
    }
    // Taken and not copied: a list has ten thousand of them.
    let mut text = |key: &str| match record.get_mut(key).map(Value::take) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let username = text("username");
    let (full_name, email, description) = (text("fullName"), text("email"), text("description"));
    let list = |key: &str| {
        let values = record.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    Entry::Readable(Credential {
        id: username.clone(),
        name: username,
        full_name,
        email,
        description,
        roles: list("roleNameList"),
        addresses: list("ipList"),
        // The documented default.
        enabled: record.get("enabled").and_then(Value::as_bool).unwrap_or(true),
        expiry: read_expiry(record.get("expireDate")),
        carried: carried(record),
        ..Credential::default()
    })
}

fn carried(mut record: Map<String, Value>) -> Map<String, Value> {
    // `null` and an empty list say nothing that leaving the key out does not say (Q4).
    let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    // Taken away and not collected anew: collecting a map sorts it.
    record.retain(|key, value| !KNOWN.contains(&key.as_str()) && !empty(value));
    record
}

/// Every field but the password, which is put into the body where it is made, and what the record carries besides.
pub(super) fn write(credential: &Credential, edit: &CredentialEdit) -> Map<String, Value> {
    let mut record = credential.carried.clone();
    let mut set = |key: &str, value: Value| record.insert(key.to_owned(), value);
    set("username", string(&credential.id));
    set("email", string(&edit.email));
    set("fullName", string(&edit.full_name));
    set("description", string(&edit.description));
    set("roleNameList", list(&edit.roles));
    set("enabled", Value::Bool(edit.enabled));
    set("ipList", list(&edit.addresses));
    match (&edit.expiry, &credential.expiry) {
        (ExpiryEdit::At(end), _) => set("expireDate", Value::String(end.to_string())),
        (ExpiryEdit::Never, _) | (ExpiryEdit::Untouched, Expiry::Never) => set("expireDate", Value::Null),
        (ExpiryEdit::Untouched, Expiry::At(_, end)) => set("expireDate", string(end)),
        (ExpiryEdit::Untouched, Expiry::Unreadable(_)) => None,
    };
    record
}

fn list(values: &[String]) -> Value {
    Value::Array(values.iter().map(|value| string(value)).collect())
}
