//! The three documented envelopes (section 0): which flag says success, and how a refusal is told.

use std::str::FromStr;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::messages;
use crate::exchange::Applied;

const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=UTF-8");

/// A documented generation of the API.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Generation {
    /// `success: true`, `error` and `error_description`: the primary pages.
    #[default]
    A,
    /// `status: SUCCESS | FAILURE` and `resultMessage`: since 2026-07, matches the generated `OpenAPI` file.
    B,
    /// `status: SUCCESS`, but `error` and `error_description`: before 2025-11.
    L,
}

impl FromStr for Generation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "a" => Ok(Self::A),
            "b" => Ok(Self::B),
            "l" => Ok(Self::L),
            _ => Err(format!("`{text}` is not a generation: a, b or l")),
        }
    }
}

/// What a handler has to tell: a success, or why it refused.
pub(super) type Answer = Result<Success, Refusal>;

/// The members of a success beside its flag.
#[derive(Debug)]
pub(super) struct Success {
    members: Map<String, Value>,
    changed_records: bool,
}

impl Success {
    /// A list, with its length as `resultCount`, which L and the generated file carry and all generations allow.
    pub(super) fn list(items: Vec<Value>) -> Self {
        let mut members = Map::new();
        members.insert("resultCount".to_owned(), items.len().into());
        members.insert("resultList".to_owned(), items.into());
        Self { members, changed_records: false }
    }

    /// A saved change; `deployment` is absent only when a fault wants it so.
    pub(super) fn saved(deployment: Option<Value>) -> Self {
        let members = deployment.map(|value| ("deploymentResult".to_owned(), value)).into_iter().collect();
        Self { members, changed_records: true }
    }
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    /// The machine code, which generation B does not send.
    code: &'static str,
    text: String,
    /// The field of a `validation_errors` entry, which only generation A sends.
    field: Option<&'static str>,
}

impl Refusal {
    /// 400 with the code most refusals carry.
    pub(super) fn bad_request(text: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", text)
    }

    /// Any other refusal.
    pub(super) fn new(status: StatusCode, code: &'static str, text: impl Into<String>) -> Self {
        Self { status, code, text: text.into(), field: None }
    }

    /// A missing field without a text of its own.
    pub(super) fn missing_field(field: &'static str) -> Self {
        let text = messages::field_required(field);
        Self { field: Some(field), ..Self::new(StatusCode::BAD_REQUEST, "validation_failed", text) }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("the database refused: {error}");
        Self::unexpected()
    }
}

impl From<argon2::password_hash::Error> for Refusal {
    fn from(error: argon2::password_hash::Error) -> Self {
        eprintln!("a password could not be hashed: {error}");
        Self::unexpected()
    }
}

impl Refusal {
    fn unexpected() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "server_error", messages::UNEXPECTED)
    }
}

impl Generation {
    /// Puts an answer into the envelope of this generation.
    pub(super) fn respond(self, answer: Answer) -> Response {
        match answer {
            Ok(success) => self.success(success),
            Err(refusal) => self.refusal(&refusal),
        }
    }

    fn success(self, Success { mut members, changed_records }: Success) -> Response {
        match self {
            Self::A => members.insert("success".to_owned(), true.into()),
            Self::B | Self::L => members.insert("status".to_owned(), "SUCCESS".into()),
        };
        let mut response = json_response(StatusCode::OK, &members.into());
        if changed_records {
            response.extensions_mut().insert(Applied);
        }
        response
    }

    fn refusal(self, refusal: &Refusal) -> Response {
        let text = &refusal.text;
        let body = match (self, refusal.field) {
            (Self::B, _) => json!({ "status": "FAILURE", "resultMessage": text }),
            (Self::A, Some(field)) => json!({
                "error": refusal.code, "error_description": text,
                "validation_errors": [{ "field": field, "message": text }],
            }),
            (Self::A | Self::L, _) => json!({ "error": refusal.code, "error_description": text }),
        };
        json_response(refusal.status, &body)
    }
}

/// A JSON answer with the content type as documented, `charset` included.
pub(super) fn json_response(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, JSON);
    response
}
