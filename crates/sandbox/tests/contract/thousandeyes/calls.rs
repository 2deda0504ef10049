//! The short names these tests speak in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::client::{Answer, Request};
use crate::stage::{Stage, TOKEN};

pub(super) const LIST_6: &str = "/thousandeyes/v6/credentials.json";
pub(super) const READ_6: &str = "/thousandeyes/v6/credentials/405.json";
pub(super) const CREATE_6: &str = "/thousandeyes/v6/credentials/new.json";
pub(super) const UPDATE_6: &str = "/thousandeyes/v6/credentials/405/update.json";
pub(super) const DELETE_6: &str = "/thousandeyes/v6/credentials/405/delete.json";
pub(super) const GROUPS_6: &str = "/thousandeyes/v6/account-groups.json";

pub(super) const LIST_7: &str = "/thousandeyes/v7/credentials";
pub(super) const CHECKOUT_7: &str = "/thousandeyes/v7/credentials/405";
pub(super) const GROUPS_7: &str = "/thousandeyes/v7/account-groups";

pub(super) const VIEWER: &str = "rekey-viewer-token";
pub(super) const SENSITIVE: &str = "rekey-sensitive-token";

/// The three lines of 403 in v6.
pub(super) const FORBIDDEN_6: &str = "403 Forbidden\nPlease ensure you are using the correct authentication token, and \
                                      you have the correct role.\nUser is not authorized to perform this operation";
/// `title` and `detail` of 400 in v7.
pub(super) const VALIDATION_FAILED: &str = "Request validation failed. There are invalid or missing fields";
pub(super) const INVALID_FIELDS: &str = "Your request object contains invalid fields.";

/// A request with an empty body declared as JSON, as a deletion of v6 is.
pub(super) fn empty(method: &str, path: &str) -> Request {
    Request::new(method, path).body("application/json", "")
}

pub(super) fn basic(request: Request, email: &str, token: &str) -> Request {
    request.header("Authorization", &format!("Basic {}", STANDARD.encode(format!("{email}:{token}"))))
}

/// Changes the settings of this vendor.
pub(super) fn set(stage: &Stage, settings: &Value) {
    stage.control("settings", &json!({ "thousandEyes": settings }));
}

/// Whether `candidate` is what is stored under `id`, byte for byte.
pub(super) fn is_stored(stage: &Stage, id: &str, candidate: &str) -> bool {
    let request = Request::new("GET", &format!("/_sandbox/vault/thousandeyes/{id}"));
    let status = stage.send(&basic(request, "anyone", candidate)).answer().status;
    assert!(matches!(status, 200 | 401), "{status}");
    status == 200
}

/// The name the default group has for `id`.
pub(super) fn name_of(stage: &Stage, id: &str) -> Option<String> {
    let list = stage.get(LIST_7).json();
    let found = list["credentials"].as_array().unwrap().iter().find(|entry| entry["id"] == id)?;
    Some(found["name"].as_str().unwrap().to_owned())
}

/// The statuses of the same request, sent `times` times.
pub(super) fn statuses(stage: &Stage, request: &Request, times: usize) -> Vec<u16> {
    (0..times).map(|_| stage.send(request).answer().status).collect()
}

/// A read with the demo token.
pub(super) fn get(path: &str) -> Request {
    Request::new("GET", path).token(TOKEN)
}

/// A refusal of v6: status, reason and the lines after it.
pub(super) fn assert_refused_6(answer: &Answer, status: u16, text: &str) {
    assert_eq!((answer.status, answer.json()), (status, json!({ "errorMessage": text })));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

/// A refusal of v6 whose words are the sandbox's own: only status, shape and first line count.
pub(super) fn assert_refused_6_somehow(answer: &Answer, first_line: &str) {
    let body = answer.json();
    let text = body["errorMessage"].as_str().unwrap();
    let status = first_line.split(' ').next().unwrap();
    assert_eq!((answer.status.to_string().as_str(), text.lines().next()), (status, Some(first_line)));
    assert!(text.lines().count() > 1, "{text}");
}

/// A problem document of v7.
pub(super) fn assert_problem(answer: &Answer, status: u16, title: &str) {
    let body = answer.json();
    assert_eq!((answer.status, &body["status"], &body["title"]), (status, &json!(status), &json!(title)));
    assert!(body["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{body}");
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
}
