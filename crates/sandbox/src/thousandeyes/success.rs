//! An answer that is not a refusal.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

use super::refusal::Refusal;
use crate::exchange::{Applied, Effects};

/// What a version has to tell.
pub(super) type Answer = Result<Success, Refusal>;

/// An answer that is not a refusal.
#[derive(Debug)]
pub(super) struct Success {
    status: StatusCode,
    body: Option<Value>,
    location: Option<String>,
    effects: Vec<&'static str>,
}

impl Success {
    /// 200 with what was asked for.
    pub(super) fn read(body: Value) -> Self {
        Self { status: StatusCode::OK, body: Some(body), location: None, effects: Vec::new() }
    }

    /// 200 after a change.
    pub(super) fn updated(body: Value, effects: Vec<&'static str>) -> Self {
        Self { effects, ..Self::read(body) }
    }

    /// 201.
    pub(super) fn created(body: Value, effects: Vec<&'static str>) -> Self {
        Self { status: StatusCode::CREATED, ..Self::updated(body, effects) }
    }

    /// The same, with the address of the new record.
    pub(super) fn at(self, location: String) -> Self {
        Self { location: Some(location), ..self }
    }

    /// 204.
    pub(super) fn deleted(effects: Vec<&'static str>) -> Self {
        Self { status: StatusCode::NO_CONTENT, body: None, location: None, effects }
    }

    /// Writes the answer, with `media_type` if there is a body.
    pub(super) fn into_response(self, media_type: HeaderValue) -> Response {
        let mut response = match self.body {
            Some(body) => json_response(self.status, media_type, &body),
            None => Response::new(Body::empty()),
        };
        *response.status_mut() = self.status;
        if let Some(location) = self.location.and_then(|address| HeaderValue::try_from(address).ok()) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        if !self.effects.is_empty() {
            response.extensions_mut().insert(Applied);
            response.extensions_mut().insert(Effects(self.effects));
        }
        response
    }
}

/// A JSON answer of some media type.
pub(super) fn json_response(status: StatusCode, media_type: HeaderValue, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    response
}
