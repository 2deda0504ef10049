//! Small steps that every dialect takes between JSON and a record.

use serde_json::Value;

use crate::credential::{Entry, Expiry};
use crate::timestamp::Timestamp;

/// The longest raw text of an unreadable record that is kept, in characters.
const LONGEST_RAW: usize = 200;

/// A record that cannot be read, as the server wrote it. The caller has taken every secret out of it.
pub(super) fn unreadable(entry: &Value) -> Entry {
    Entry::Unreadable(raw(entry).chars().take(LONGEST_RAW).collect())
}

/// A value as it came. Not by `Display`, which would be a second writer of JSON in the module.
pub(super) fn raw(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A text as a value.
pub(super) fn text(value: &str) -> Value {
    Value::String(value.to_owned())
}

/// An end as the vendors write it: a date, nothing, or something else that is kept as it came (A6, Z8).
pub(super) fn read_expiry(value: Value) -> Expiry {
    match value {
        Value::Null => Expiry::Never,
        Value::String(text) => match Timestamp::parse(&text) {
            Some(end) => Expiry::At(end, text),
            None => Expiry::Unreadable(text),
        },
        other => Expiry::Unreadable(raw(&other)),
    }
}

/// A member of an object, or null.
pub(super) fn member<'a>(value: &'a Value, key: &str) -> &'a Value {
    value.get(key).unwrap_or(&Value::Null)
}

/// A member of an object taken out of it, or null.
pub(super) fn take(value: &mut Value, key: &str) -> Value {
    value.get_mut(key).map(Value::take).unwrap_or_default()
}

/// An id or a count as text, whether it came as a number or as a text (T15, Z11).
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
