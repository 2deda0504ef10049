//! The credential object of contracts/zstack.md 2, read leniently (Z8) and written as 3.2 recommends.

use rekey_records::Record;
use serde_json::{Map, Value};

use crate::credential::{Credential, Entry, Expiry, Label};
use crate::dialect::json::{read_expiry, text, unreadable};
use crate::draft::{CredentialEdit, ExpiryEdit};

const KIND: &str = "CREDENTIAL_TYPE_";
const HEALTH: &str = "CREDENTIAL_HEALTH_STATUS_";

/// The members that are known.
pub(super) const NAMES: &[&str] =
    &["uuid", "name", "description", "type", "healthStatus", "expiresAt", "lastOpDate", "value"];

/// Reads one record. Without an id there is nothing to address. No answer holds a secret; were there one, it would be
/// dropped here.
pub(super) fn read(mut record: Record) -> Entry {
    record.wipe("value");
    let has_id = record.get("uuid").as_str().is_some_and(|id| !id.is_empty());
    if !has_id || record.is_damaged() {
        return unreadable(record.into_value());
    }
    let end = record.take("expiresAt");
    Entry::Readable(Credential {
        id: record.take_text("uuid"),
        name: record.take_text("name"),
        description: record.take_text("description"),
        enabled: true,
        expiry: read_expiry(if end == "" { Value::Null } else { end }),
        kind: label(record.get("type"), KIND),
        health: label(record.get("healthStatus"), HEALTH),
        touched: record.get("lastOpDate").as_str().map(str::to_owned),
        ..Credential::default()
    })
}

/// A member of an enumeration in words (Z9): the prefix goes, the rest is written as words; what has no prefix stays as
/// it came. The published examples hold an empty object in its place (Z8).
fn label(value: &Value, prefix: &str) -> Option<Label> {
    let name = value.as_str().filter(|name| !name.is_empty())?;
    Some(match name.strip_prefix(prefix) {
        Some("UNSPECIFIED") => Label::NotSpecified,
        Some(member) => Label::Words(member.to_ascii_lowercase().replace('_', " ")),
        None => Label::Words(name.to_owned()),
    })
}

/// Every member but the secret. The end goes back as it came unless a date was chosen; one that cannot be read, and
/// one that was taken away, are left out (Z3).
pub(super) fn write(
    credential: &Credential,
    edit: Option<&CredentialEdit>,
    operator: Option<&str>,
) -> Map<String, Value> {
    let (name, description) = match edit {
        Some(edit) => (&edit.name, &edit.description),
        None => (&credential.name, &credential.description),
    };
    let mut record = Map::new();
    let mut set = |key: &str, value: Value| record.insert(key.to_owned(), value);
    set("name", text(name));
    set("description", text(description));
    match (edit.map(|edit| &edit.expiry), &credential.expiry) {
        (Some(ExpiryEdit::At(end)), _) => set("expiresAt", Value::String(end.seconds())),
        (Some(ExpiryEdit::Untouched) | None, Expiry::At(_, end)) => set("expiresAt", text(end)),
        (Some(ExpiryEdit::Never), _) | (_, Expiry::Never | Expiry::Unreadable(_)) => None,
    };
    // The form asks for one (Z4). Without it the key is left out, so that the server refuses: none is made up.
    if let Some(operator) = operator {
        set("operator", text(operator));
    }
    record
}
