//! A credential and an account group, as both versions write them.

use rekey_records::Record;
use serde_json::Value;

use crate::credential::{Credential, Entry, Scope, ScopeEntry};
use crate::dialect::json::{member, plain, unreadable};
use crate::outcome::ReadFailure;

/// The members that are known.
pub(super) const NAMES: &[&str] = &["id", "credentialId", "name", "value"];

/// Reads one credential. A `value` that came with it is dropped here and goes nowhere (T6).
pub(super) fn read(mut record: Record) -> Entry {
    record.wipe("value");
    let id = plain(record.get("id")).or_else(|| plain(record.get("credentialId")));
    match id {
        Some(id) if record.get("name").is_string() && !record.is_damaged() => {
            Entry::Readable(Credential { id, name: record.take_text("name"), enabled: true, ..Credential::default() })
        }
        Some(_) | None => unreadable(record.into_value()),
    }
}

/// The account groups of an answer.
pub(super) fn groups(answer: &Value) -> Result<Vec<ScopeEntry>, ReadFailure> {
    let groups = member(answer, "accountGroups").as_array().ok_or(ReadFailure::Unreadable)?;
    Ok(groups.iter().filter_map(read_group).collect())
}

/// Reads one account group. The flags are 0 and 1 in version 6 and booleans in version 7; an id is a number or a text
/// (T15).
fn read_group(entry: &Value) -> Option<ScopeEntry> {
    let aid = plain(&entry["aid"])?;
    let flag = |value: &Value| value.as_bool().unwrap_or_else(|| value.as_u64() == Some(1));
    let name = entry["accountGroupName"].as_str().unwrap_or(&aid).to_owned();
    let is_default = flag(&entry["isDefaultAccountGroup"]) || flag(&entry["default"]);
    Some(ScopeEntry { scope: Scope::AccountGroup(aid), name, is_default })
}
