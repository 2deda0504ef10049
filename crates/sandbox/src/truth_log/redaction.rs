//! Bodies without their secrets.

use axum::http::{HeaderMap, header};
use serde_json::{Map, Value, json};

use crate::fingerprint;

/// Members that hold a secret, over all vendors.
const SECRET_MEMBERS: [&str; 2] = ["password", "client_secret"];
/// What some vendors call the secret of a record, and others a harmless part of it.
const VALUE: &str = "value";

/// The body for the log. What cannot be understood may hold a secret anywhere, so only its digest is kept.
pub(super) fn body(headers: &HeaderMap, bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if is_form {
        return Value::Object(form(bytes));
    }
    match serde_json::from_slice(bytes) {
        Ok(mut value @ (Value::Object(_) | Value::Array(_))) => {
            redact(&mut value, false);
            value
        }
        _ => json!({ "sha256": fingerprint::sha256(bytes), "bytes": bytes.len() }),
    }
}

fn form(bytes: &[u8]) -> Map<String, Value> {
    let mut fields = Value::Object(
        form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned().into())).collect(),
    );
    redact(&mut fields, false);
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// An entry of a list with a key has an open value, unless it says that it is secret; a whole body never has one.
fn redact(value: &mut Value, may_be_open: bool) {
    match value {
        Value::Object(members) => {
            let is_open =
                may_be_open && members.contains_key("key") && members.get("secret") != Some(&Value::Bool(true));
            for (name, member) in members {
                if SECRET_MEMBERS.contains(&name.as_str()) || (name == VALUE && !is_open) {
                    conceal(member);
                } else {
                    redact(member, true);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| redact(item, true)),
        _ => {}
    }
}

/// `null` is kept: that no secret was sent is the very thing a test may look for.
fn conceal(member: &mut Value) {
    *member = match member.take() {
        Value::Null => Value::Null,
        Value::String(text) => json!({ "sha256": fingerprint::sha256(text) }),
        other => json!({ "sha256": fingerprint::sha256(other.to_string()) }),
    };
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_password_is_kept_as_its_digest() {
        let logged = body(&HeaderMap::new(), br#"{"password":"abc","username":"api-user"}"#);
        assert_eq!(logged, json!({ "password": { "sha256": fingerprint::sha256("abc") }, "username": "api-user" }));
    }

    #[test]
    fn the_value_of_a_secret_metadata_entry_is_kept_as_its_digest() {
        let sent =
            br#"{"metadata":[{"key":"a","value":"open","secret":false},{"key":"b","value":"hidden","secret":true}]}"#;
        let logged = body(&HeaderMap::new(), sent).to_string();
        assert!(logged.contains("open") && !logged.contains("hidden"), "{logged}");
    }

    #[test]
    fn the_value_of_a_record_is_kept_as_its_digest() {
        for sent in [
            json!({ "value": "hidden" }),
            json!({ "key": "x", "value": "hidden" }),
            json!([{ "value": "hidden" }]),
            json!({ "inside": { "value": "hidden" } }),
        ] {
            let logged = body(&HeaderMap::new(), sent.to_string().as_bytes()).to_string();
            assert!(logged.contains(&fingerprint::sha256("hidden")) && !logged.contains("hidden"), "{logged}");
        }
    }

    #[test]
    fn a_form_is_read_as_a_form() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        let logged = body(&headers, b"client_id=admin&client_secret=a%20b");
        assert_eq!(logged, json!({ "client_id": "admin", "client_secret": { "sha256": fingerprint::sha256("a b") } }));
    }

    #[test]
    fn an_unreadable_body_is_kept_as_its_digest() {
        assert!(!body(&HeaderMap::new(), br#"{"password":"abc"#).to_string().contains("abc"));
        assert!(!body(&HeaderMap::new(), br#""abc""#).to_string().contains("abc"));
    }
}
