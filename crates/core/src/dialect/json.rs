//! Small steps that every dialect takes between JSON and a record.

use serde_json::Value;
use zeroize::Zeroize;

use crate::credential::{Entry, Expiry};
use crate::timestamp::Timestamp;

/// The longest raw text of an unreadable record that is kept, in characters.
const LONGEST_RAW: usize = 200;

/// The members that hold a secret in one system or another.
const SECRETS: [&str; 2] = ["password", "value"];

/// A record that cannot be read, as the server wrote it but for the secrets in it, however deep they are (T6).
pub(super) fn unreadable(mut entry: Value) -> Entry {
    wipe_secrets(&mut entry);
    Entry::Unreadable(raw(&entry).chars().take(LONGEST_RAW).collect())
}

fn wipe_secrets(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(wipe_secrets),
        Value::Object(members) => {
            for name in SECRETS {
                if let Some(Value::String(mut secret)) = members.remove(name) {
                    secret.zeroize();
                }
            }
            members.values_mut().for_each(wipe_secrets);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{plain, unreadable};
    use crate::credential::Entry;

    #[test]
    fn no_secret_is_in_what_is_kept_of_a_record_however_deep_it_was_t6() {
        let record =
            json!({"id": 7, "value": "s1", "parts": [{"password": "s2", "more": {"value": "s3", "kept": "value"}}]});
        let Entry::Unreadable(kept) = unreadable(record) else { panic!("it was read") };
        assert_eq!(kept, r#"{"id":7,"parts":[{"more":{"kept":"value"}}]}"#);
    }

    #[test]
    fn a_number_and_a_text_are_plain_and_nothing_else_is_t15() {
        for (value, expected) in [
            (json!("75"), Some("75")),
            (json!(75), Some("75")),
            (json!(""), None),
            (json!(null), None),
            (json!(true), None),
            (json!([75]), None),
        ] {
            assert_eq!(plain(&value).as_deref(), expected, "{value}");
        }
    }
}
