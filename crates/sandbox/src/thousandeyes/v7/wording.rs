//! Refusals of version 7: problem documents, and the other shape of 401 (contract, 4).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::thousandeyes::messages::{self, undocumented};
use crate::thousandeyes::refusal::{FieldProblem, Refusal};
use crate::thousandeyes::success::json_response;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Tells a refusal.
pub(in crate::thousandeyes) fn refuse(refusal: &Refusal) -> Response {
    match refusal {
        Refusal::Unauthorized => unauthorized(),
        Refusal::Forbidden => problem(StatusCode::FORBIDDEN, messages::INSUFFICIENT_PERMISSIONS),
        // The page asks for one that is there and says who may enter; one that is not there can only be not found.
        Refusal::ForeignGroup => problem(StatusCode::FORBIDDEN, undocumented::GROUP_NOT_ASSIGNED),
        Refusal::UnknownGroup => not_found(undocumented::GROUP_UNKNOWN),
        Refusal::NoSuchCredential(id) => not_found(&undocumented::credential_unknown(id)),
        Refusal::NoSuchAddress => not_found(undocumented::ADDRESS_UNKNOWN),
        Refusal::WrongVerb { allow } => {
            let mut response = problem(StatusCode::METHOD_NOT_ALLOWED, undocumented::VERB_WRONG);
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allow));
            response
        }
        Refusal::NotAcceptable(note) => problem(StatusCode::NOT_ACCEPTABLE, note),
        Refusal::UnsupportedMediaType => problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, undocumented::BODY_NOT_JSON),
        // No field is to blame, so `errors` is null, which the specification allows; the text stands in `detail`.
        Refusal::WrongBody(text) => titled(
            StatusCode::BAD_REQUEST,
            &json!({ "title": messages::VALIDATION_FAILED, "detail": text, "errors": null }),
        ),
        Refusal::WrongFields(problems) => {
            let pairs = problems.iter().map(|FieldProblem { field, message }| (field.as_str(), message.as_str()));
            invalid(&errors(pairs))
        }
        Refusal::Exhausted => problem(StatusCode::TOO_MANY_REQUESTS, messages::EXHAUSTED),
        Refusal::Blocked => problem(StatusCode::TOO_MANY_REQUESTS, undocumented::ADDRESS_BLOCKED),
        Refusal::Unexpected => titled(
            StatusCode::INTERNAL_SERVER_ERROR,
            &json!({ "title": messages::INTERNAL_ERROR, "detail": undocumented::SANDBOX_FAILED }),
        ),
    }
}

/// Typed as a problem document and not one.
fn unauthorized() -> Response {
    let body = json!({ "error": messages::INVALID_TOKEN, "error_description": messages::INVALID_ACCESS_TOKEN });
    let mut response = json_response(StatusCode::UNAUTHORIZED, PROBLEM, &body);
    // HTTP demands the header (RFC 9110, 15.5.2).
    let challenge = HeaderValue::from_static("Bearer error=\"invalid_token\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    response
}

fn not_found(detail: &str) -> Response {
    titled(StatusCode::NOT_FOUND, &json!({ "title": messages::RESOURCE_NOT_FOUND, "detail": detail }))
}

fn invalid(errors: &Value) -> Response {
    let members = json!({ "title": messages::VALIDATION_FAILED, "detail": messages::INVALID_FIELDS, "errors": errors });
    titled(StatusCode::BAD_REQUEST, &members)
}

/// The documented examples carry codes of other resources; `code` is optional and left out.
fn errors<'text>(problems: impl IntoIterator<Item = (&'text str, &'text str)>) -> Value {
    problems.into_iter().map(|(field, message)| json!({ "field": field, "message": message })).collect()
}

/// A problem whose title is the reason of its status.
fn problem(status: StatusCode, detail: &str) -> Response {
    titled(status, &json!({ "title": status.canonical_reason(), "detail": detail }))
}

fn titled(status: StatusCode, members: &Value) -> Response {
    let mut body = json!({ "type": "about:blank", "status": status.as_u16() });
    if let (Some(body), Some(members)) = (body.as_object_mut(), members.as_object()) {
        body.extend(members.clone());
    }
    json_response(status, PROBLEM, &body)
}
