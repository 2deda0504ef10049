//! Who is asking: the Bearer token of a request, checked before anything else (section 1).

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use super::answer::{Reason, Refusal};
use super::error_shape::ErrorShape;
use super::{messages, token};
use crate::application::Application;

/// Someone with a valid token.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// The account the token belongs to.
    pub(super) principal: String,
    may_write: bool,
}

impl Caller {
    /// Refuses who may only read.
    pub(super) fn require_write(&self) -> Result<(), Refusal> {
        if self.may_write { Ok(()) } else { Err(Refusal::new(Reason::PermissionDenied, messages::WRITE_DENIED)) }
    }
}

impl FromRequestParts<Arc<Application>> for Caller {
    type Rejection = Unauthorized;

    async fn from_request_parts(parts: &mut Parts, application: &Arc<Application>) -> Result<Self, Unauthorized> {
        let shape = application.settings().zstack_errors;
        identify(application, &parts.headers).map_err(|refusal| Unauthorized { shape, refusal })
    }
}

/// The answer to a request without a valid token.
#[derive(Debug)]
pub(super) struct Unauthorized {
    shape: ErrorShape,
    refusal: Refusal,
}

impl IntoResponse for Unauthorized {
    fn into_response(self) -> Response {
        self.shape.respond(Err(self.refusal))
    }
}

fn identify(application: &Application, headers: &HeaderMap) -> Result<Caller, Refusal> {
    let unauthenticated = |text| Refusal::new(Reason::Unauthenticated, text);
    let Some(authorization) = headers.get(header::AUTHORIZATION) else {
        return Err(unauthenticated(messages::TOKEN_MISSING));
    };
    let Some(token) = authorization.to_str().ok().and_then(bearer) else {
        return Err(unauthenticated(messages::TOKEN_INVALID));
    };
    match application.database.read(|connection| token::find(connection, token))? {
        None => Err(unauthenticated(messages::TOKEN_INVALID)),
        Some(known) if known.is_expired => Err(unauthenticated(messages::TOKEN_EXPIRED)),
        Some(known) => Ok(Caller { principal: known.principal, may_write: known.may_write }),
    }
}

fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
