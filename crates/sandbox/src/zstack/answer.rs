//! What a handler has to tell: the object itself, without an envelope (section 1), or why it refused.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

use super::messages;
use crate::application::Application;
use crate::exchange::Applied;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// A success, or why there is none.
pub(super) type Answer = Result<Success, Refusal>;

/// The body of a success; the status is 200 for all of them, create and delete included.
#[derive(Debug)]
pub(super) struct Success {
    body: Value,
    changed_records: bool,
}

impl Success {
    /// What was asked for.
    pub(super) fn found(body: Value) -> Self {
        Self { body, changed_records: false }
    }

    /// What a change made of a record.
    pub(super) fn changed(body: Value) -> Self {
        Self { body, changed_records: true }
    }

    pub(super) fn into_response(self) -> Response {
        let mut response = json_response(StatusCode::OK, &self.body);
        if self.changed_records {
            response.extensions_mut().insert(Applied);
        }
        response
    }
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) reason: Reason,
    /// The words for this very case. No secret is ever part of them.
    pub(super) text: String,
}

impl Refusal {
    pub(super) fn new(reason: Reason, text: impl Into<String>) -> Self {
        Self { reason, text: text.into() }
    }

    /// The refusal of what was sent.
    pub(super) fn invalid(text: impl Into<String>) -> Self {
        Self::new(Reason::InvalidArgument, text)
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("the database refused: {error}");
        Self::new(Reason::Internal, messages::UNEXPECTED)
    }
}

impl From<argon2::password_hash::Error> for Refusal {
    fn from(error: argon2::password_hash::Error) -> Self {
        eprintln!("a value could not be hashed: {error}");
        Self::new(Reason::Internal, messages::UNEXPECTED)
    }
}

/// The kinds of refusal, named and numbered as in gRPC: `PermissionDenied` is published, the others follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    InvalidArgument,
    /// Another content type; gRPC has no name for it.
    UnsupportedContent,
    Unauthenticated,
    PermissionDenied,
    NotFound,
    AlreadyExists,
    Internal,
}

impl Reason {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::InvalidArgument => StatusCode::BAD_REQUEST,
            Self::UnsupportedContent => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::PermissionDenied => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::AlreadyExists => StatusCode::CONFLICT,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::InvalidArgument | Self::UnsupportedContent => "InvalidArgument",
            Self::Unauthenticated => "Unauthenticated",
            Self::PermissionDenied => "PermissionDenied",
            Self::NotFound => "NotFound",
            Self::AlreadyExists => "AlreadyExists",
            Self::Internal => "Internal",
        }
    }

    pub(super) fn number(self) -> u8 {
        match self {
            Self::InvalidArgument | Self::UnsupportedContent => 3,
            Self::Unauthenticated => 16,
            Self::PermissionDenied => 7,
            Self::NotFound => 5,
            Self::AlreadyExists => 6,
            Self::Internal => 13,
        }
    }

    pub(super) fn description(self) -> &'static str {
        match self {
            Self::InvalidArgument | Self::UnsupportedContent => "The request is not valid",
            Self::Unauthenticated => "The caller is not authenticated",
            Self::PermissionDenied => "The caller does not have permission for this operation",
            Self::NotFound => "The resource was not found",
            Self::AlreadyExists => "The resource already exists",
            Self::Internal => "An internal error occurred",
        }
    }
}

/// The answer below `/api/v1` to an address that is none.
pub(super) async fn unknown_address(State(application): State<Arc<Application>>) -> Response {
    application.settings().zstack_errors.respond(Err(Refusal::new(Reason::NotFound, messages::UNKNOWN_ADDRESS)))
}

/// A JSON answer.
pub(super) fn json_response(status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, JSON);
    response
}
