//! The credential object of contracts/apinizer.md 4, read leniently by field and written in full (Q3).

use serde_json::{Map, Value};

use crate::credential::{Credential, Entry, Expiry};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::timestamp::Timestamp;

/// The members this program reads and writes; every other one is carried (N-08).
const KNOWN: [&str; 9] =
    ["username", "password", "email", "fullName", "description", "roleNameList", "enabled", "ipList", "expireDate"];

/// The longest raw text of an unreadable record that is kept, in characters.
const LONGEST_RAW: usize = 200;

/// Reads one entry of a list. Without a username there is nothing to address, so nothing to edit (H-08).
pub(super) fn read(entry: Value) -> Entry {
    let unreadable = |entry: &Value| Entry::Unreadable(raw(entry).chars().take(LONGEST_RAW).collect());
    let Value::Object(mut record) = entry else { return unreadable(&entry) };
    let Some(username) = record.get("username").and_then(Value::as_str).filter(|name| !name.is_empty()) else {
        record.remove("password");
        return unreadable(&Value::Object(record));
    };
    let username = username.to_owned();
    let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let list = |key: &str| {
        let values = record.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    Entry::Readable(Credential {
        id: username.clone(),
        name: username,
        full_name: text("fullName"),
        email: text("email"),
        description: text("description"),
        roles: list("roleNameList"),
        addresses: list("ipList"),
        // The documented default.
        enabled: record.get("enabled").and_then(Value::as_bool).unwrap_or(true),
        expiry: read_expiry(record.get("expireDate")),
        carried: carried(record),
    })
}

fn read_expiry(value: Option<&Value>) -> Expiry {
    match value {
        None | Some(Value::Null) => Expiry::Never,
        Some(Value::String(text)) => match Timestamp::parse(text) {
            Some(end) => Expiry::At(end, text.clone()),
            None => Expiry::Unreadable(text.clone()),
        },
        Some(other) => Expiry::Unreadable(raw(other)),
    }
}

/// A value as it came. Not by `Display`, which would be a second writer of JSON in the module.
fn raw(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
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
    set("username", text(&credential.id));
    set("email", text(&edit.email));
    set("fullName", text(&edit.full_name));
    set("description", text(&edit.description));
    set("roleNameList", list(&edit.roles));
    set("enabled", Value::Bool(edit.enabled));
    set("ipList", list(&edit.addresses));
    match (&edit.expiry, &credential.expiry) {
        (ExpiryEdit::At(end), _) => set("expireDate", Value::String(end.to_string())),
        (ExpiryEdit::Never, _) | (ExpiryEdit::Untouched, Expiry::Never) => set("expireDate", Value::Null),
        (ExpiryEdit::Untouched, Expiry::At(_, end)) => set("expireDate", text(end)),
        (ExpiryEdit::Untouched, Expiry::Unreadable(_)) => None,
    };
    record
}

fn text(value: &str) -> Value {
    Value::String(value.to_owned())
}

fn list(values: &[String]) -> Value {
    Value::Array(values.iter().map(|value| text(value)).collect())
}
