//! Refusals of version 6: one text of several lines, status and reason first (contract, 2.4).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;

use super::shape;
use crate::thousandeyes::messages::{self, undocumented};
use crate::thousandeyes::refusal::Refusal;
use crate::thousandeyes::success::json_response;

/// Tells a refusal.
pub(in crate::thousandeyes) fn refuse(refusal: &Refusal) -> Response {
    let bad_request = StatusCode::BAD_REQUEST;
    match refusal {
        Refusal::Unauthorized => {
            let mut response = error(StatusCode::UNAUTHORIZED, &[undocumented::NOT_SIGNED_IN]);
            // HTTP demands the header (RFC 9110, 15.5.2), and a page has to keep the browser from asking (T13).
            let challenge = HeaderValue::from_static("Basic realm=\"ThousandEyes API\", charset=\"UTF-8\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
            response
        }
        Refusal::Forbidden => error(StatusCode::FORBIDDEN, &[messages::CHECK_TOKEN_AND_ROLE, messages::NOT_AUTHORIZED]),
        Refusal::UnknownGroup | Refusal::ForeignGroup => error(bad_request, &[messages::INVALID_AID]),
        Refusal::NoSuchCredential(id) => error(StatusCode::NOT_FOUND, &[&undocumented::credential_unknown(id)]),
        Refusal::NoSuchAddress => error(StatusCode::NOT_FOUND, &[undocumented::ADDRESS_UNKNOWN]),
        Refusal::WrongVerb { allow } => {
            let mut response = error(StatusCode::METHOD_NOT_ALLOWED, &[undocumented::VERB_WRONG]);
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allow));
            response
        }
        Refusal::NotAcceptable(note) => error(StatusCode::NOT_ACCEPTABLE, &[note]),
        Refusal::UnsupportedMediaType => error(StatusCode::UNSUPPORTED_MEDIA_TYPE, &[undocumented::BODY_NOT_JSON]),
        Refusal::WrongBody(text) => error(bad_request, &[text]),
        Refusal::WrongFields(problems) => {
            let lines: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
            error(bad_request, &lines)
        }
        Refusal::Exhausted => error(StatusCode::TOO_MANY_REQUESTS, &[undocumented::TOO_MANY_REQUESTS]),
        Refusal::Blocked => error(StatusCode::TOO_MANY_REQUESTS, &[undocumented::ADDRESS_BLOCKED]),
        Refusal::Unexpected => error(StatusCode::INTERNAL_SERVER_ERROR, &[undocumented::SANDBOX_FAILED]),
    }
}

/// Status and reason, then the lines.
pub(in crate::thousandeyes) fn error(status: StatusCode, lines: &[&str]) -> Response {
    // The `Display` of a status is its number and its reason.
    let text = lines.iter().fold(status.to_string(), |text, line| text + "\n" + line);
    json_response(status, shape::JSON, &json!({ "errorMessage": text }))
}
