//! Who is asking: the Bearer token of a request, checked before anything else.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;

use super::envelope::{Generation, Refusal};
use super::messages;
use super::token::{self, Permissions};
use crate::application::Application;

/// Someone with a valid token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caller {
    permissions: Permissions,
}

impl Caller {
    /// Refuses who lacks `IDENTITY`+`MANAGE` (row 16).
    pub(super) fn require_manage(self) -> Result<(), Refusal> {
        if self.permissions.manage { Ok(()) } else { Err(Refusal::bad_request(messages::PERMISSION_MISSING)) }
    }

    /// Whether the automatic deployment may happen in the caller's name.
    pub(super) fn may_deploy(self) -> bool {
        self.permissions.deploy
    }
}

impl FromRequestParts<Arc<Application>> for Caller {
    type Rejection = Unauthorized;

    async fn from_request_parts(parts: &mut Parts, application: &Arc<Application>) -> Result<Self, Unauthorized> {
        let generation = application.settings().generation;
        match identify(application, &parts.headers) {
            Ok(Ok(caller)) => Ok(caller),
            Ok(Err(problem)) => {
                Err(Unauthorized { generation, refusal: problem.refusal(generation), problem: Some(problem) })
            }
            Err(error) => Err(Unauthorized { generation, refusal: error.into(), problem: None }),
        }
    }
}

/// The answer to a request without a valid token.
#[derive(Debug)]
pub(super) struct Unauthorized {
    generation: Generation,
    refusal: Refusal,
    problem: Option<TokenProblem>,
}

impl Unauthorized {
    /// The page of generation B about environments has a text of its own for a bad token (row 25).
    pub(super) fn on_environments(mut self) -> Self {
        let bad_token = matches!(self.problem, Some(TokenProblem::Unknown | TokenProblem::Expired));
        if bad_token && self.generation == Generation::B {
            self.refusal = unauthorized("unauthorized_client", messages::INVALID_OR_EXPIRED_TOKEN);
        }
        self
    }
}

impl IntoResponse for Unauthorized {
    fn into_response(self) -> Response {
        self.generation.respond(Err(self.refusal))
    }
}

#[derive(Debug, Clone, Copy)]
enum TokenProblem {
    Missing,
    Unknown,
    Expired,
}

impl TokenProblem {
    fn refusal(self, generation: Generation) -> Refusal {
        let (code, text) = match (generation, self) {
            (Generation::B, Self::Missing) => ("unauthorized_client", messages::EMPTY_KEY),
            (Generation::B, Self::Unknown) => ("unauthorized_client", messages::TOKEN_NOT_VALID),
            (Generation::B, Self::Expired) => ("unauthorized_client", messages::TOKEN_EXPIRED),
            (Generation::A | Generation::L, Self::Expired) => ("invalid_token", messages::TOKEN_INVALID_OR_EXPIRED),
            (Generation::A | Generation::L, _) => ("unauthorized_client", messages::INVALID_TOKEN),
        };
        unauthorized(code, text)
    }
}

fn unauthorized(code: &'static str, text: &str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, code, text)
}

fn identify(application: &Application, headers: &HeaderMap) -> rusqlite::Result<Result<Caller, TokenProblem>> {
    let Some(authorization) = headers.get(header::AUTHORIZATION) else { return Ok(Err(TokenProblem::Missing)) };
    let Some(token) = authorization.to_str().ok().and_then(bearer) else { return Ok(Err(TokenProblem::Unknown)) };
    let known = application.database.read(|connection| token::find(connection, token))?;
    Ok(match known {
        None => Err(TokenProblem::Unknown),
        Some(token) if token.is_expired_at(Timestamp::now()) => Err(TokenProblem::Expired),
        Some(token) => Ok(Caller { permissions: token.permissions }),
    })
}

fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
