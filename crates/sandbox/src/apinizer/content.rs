//! Reading request bodies: the content type first, then the JSON (section 1).

use axum::http::{HeaderMap, StatusCode, header};
use serde_json::{Map, Value};

use super::envelope::Refusal;
use super::messages::undocumented;

const JSON: &str = "application/json";

/// The body of a `POST`, `PUT` or `PATCH`.
pub(super) fn read_object(headers: &HeaderMap, body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if !is(headers, JSON) {
        let text = undocumented::content_type_unsupported(JSON);
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "bad_request", text));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(Refusal::bad_request(undocumented::BODY_UNREADABLE)),
    }
}

/// Whether the content type, without its parameters, is `wanted`.
pub(super) fn is(headers: &HeaderMap, wanted: &str) -> bool {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    declared.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case(wanted))
}
