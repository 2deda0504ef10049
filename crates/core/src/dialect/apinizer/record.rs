//! The credential object of contracts/apinizer.md 4, read leniently by field and written in full (Q3).

use serde_json::{Map, Value, json};

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
    let unreadable = |entry: &Value| Entry::Unreadable(entry.to_string().chars().take(LONGEST_RAW).collect());
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
        Some(other) => Expiry::Unreadable(other.to_string()),
    }
}

fn carried(record: Map<String, Value>) -> Map<String, Value> {
    // `null` and an empty list say nothing that leaving the key out does not say (Q4).
    let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    record.into_iter().filter(|(key, value)| !KNOWN.contains(&key.as_str()) && !empty(value)).collect()
}

/// Every field but the password, which is put into the body where it is made, and what the record carries besides.
pub(super) fn write(credential: &Credential, edit: &CredentialEdit) -> Map<String, Value> {
    let mut record = credential.carried.clone();
    let expiry = match (&edit.expiry, &credential.expiry) {
        (ExpiryEdit::At(end), _) => Some(json!(end.to_string())),
        (ExpiryEdit::Never, _) | (ExpiryEdit::Untouched, Expiry::Never) => Some(Value::Null),
        (ExpiryEdit::Untouched, Expiry::At(_, text)) => Some(json!(text)),
        (ExpiryEdit::Untouched, Expiry::Unreadable(_)) => None,
    };
    let fields = [
        ("username", Some(json!(credential.id))),
        ("email", Some(json!(edit.email))),
        ("fullName", Some(json!(edit.full_name))),
        ("description", Some(json!(edit.description))),
        ("roleNameList", Some(json!(edit.roles))),
        ("enabled", Some(json!(edit.enabled))),
        ("ipList", Some(json!(edit.addresses))),
        ("expireDate", expiry),
    ];
    record.extend(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    record
}
