//! The credential object of contracts/apinizer.md 4, read leniently by field and written in full (Q3).

use rekey_records::Record;
use serde_json::{Map, Value};

use crate::credential::{Credential, Entry, Expiry};
use crate::dialect::json::{read_expiry, text as string, unreadable};
use crate::draft::{CredentialEdit, ExpiryEdit};

/// The members this program reads and writes; every other one is carried (N-08).
pub(super) const NAMES: &[&str] =
    &["username", "password", "email", "fullName", "description", "roleNameList", "enabled", "ipList", "expireDate"];

/// How many roles or addresses a record may have and still be shown: the form compares each with each (H-10). None is
/// documented.
const LONGEST_LIST: usize = 2_000;

/// Reads one entry of a list. Without a username there is nothing to address, so nothing to edit (H-08).
pub(super) fn read(mut record: Record) -> Entry {
    record.wipe("password");
    let has_name = record.get("username").as_str().is_some_and(|name| !name.is_empty());
    let is_long = |name| record.get(name).as_array().is_some_and(|list| list.len() > LONGEST_LIST);
    if !has_name || record.is_damaged() || is_long("roleNameList") || is_long("ipList") {
        return unreadable(record.into_value());
    }
    // Taken and not copied: a list has ten thousand of them.
    let username = record.take_text("username");
    Entry::Readable(Credential {
        id: username.clone(),
        name: username,
        full_name: record.take_text("fullName"),
        email: record.take_text("email"),
        description: record.take_text("description"),
        roles: record.take_texts("roleNameList"),
        addresses: record.take_texts("ipList"),
        // The documented default.
        enabled: record.get("enabled").as_bool().unwrap_or(true),
        expiry: read_expiry(record.take("expireDate")),
        carried: carried(record.into_others()),
        ..Credential::default()
    })
}

fn carried(mut others: Map<String, Value>) -> Map<String, Value> {
    // `null` and an empty list say nothing that leaving the key out does not say (Q4).
    let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    // Taken away and not collected anew: collecting a map sorts it.
    others.retain(|_, value| !empty(value));
    others
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

#[cfg(test)]
mod tests {
    use rekey_records::Record;
    use serde_json::{Value, json};

    use super::{LONGEST_LIST, NAMES, read};
    use crate::credential::{Credential, Entry};

    fn entry(value: Value) -> Option<Credential> {
        match read(Record::of(value, NAMES).unwrap()) {
            Entry::Readable(credential) => Some(credential),
            Entry::Unreadable(_) => None,
        }
    }

    #[test]
    fn a_record_is_called_by_its_username() {
        let credential = entry(json!({"username": "api-user", "fullName": "API user"})).unwrap();
        assert_eq!((credential.id.as_str(), credential.name.as_str()), ("api-user", "api-user"));
        for nameless in [json!({}), json!({"username": ""}), json!({"username": 7})] {
            assert!(entry(nameless.clone()).is_none(), "{nameless}");
        }
    }

    #[test]
    fn a_record_with_a_list_beyond_its_bound_cannot_be_read_h10() {
        for name in ["roleNameList", "ipList"] {
            let with = |length: usize| json!({"username": "api-user", name: vec!["x"; length]});
            assert!(entry(with(LONGEST_LIST)).is_some(), "{name}");
            assert!(entry(with(LONGEST_LIST + 1)).is_none(), "{name}");
        }
    }
}
