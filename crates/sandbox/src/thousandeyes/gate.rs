//! What every request passes on its way in, and every answer on its way out.

use std::sync::Arc;

use axum::extract::{OriginalUri, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use super::caller::{self, Caller};
use super::refusal::Refusal;
use super::retirement;
use super::version::Version;
use crate::application::Application;

/// The gate of one version.
#[derive(Debug, Clone)]
pub(super) struct Gate {
    pub(super) application: Arc<Application>,
    pub(super) version: Version,
}

/// Turns back whom the address is blocked for, counts the refusals, and tells the state of the rate limit.
pub(super) async fn meter(
    State(Gate { application, version }): State<Gate>,
    OriginalUri(address): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let settings = application.settings().thousand_eyes;
    let limits = &application.thousand_eyes_limits;
    let retired = if version == Version::Six { retirement::answer(settings.v6, &address) } else { None };
    let mut response = match retired {
        Some(response) => response,
        None if limits.is_blocked(settings) => version.refuse(&Refusal::Blocked),
        None => next.run(request).await,
    };
    if response.status() == StatusCode::UNAUTHORIZED {
        limits.count_refusal(settings);
    }
    limits.tell(settings, &mut response);
    if settings.retry_after && response.status() == StatusCode::TOO_MANY_REQUESTS {
        limits.tell_when_to_return(settings, &mut response);
    }
    response
}

/// Lets in who has a valid token, as long as the organisation has requests left. Only then does an address matter:
/// without a token, every one answers 401 (contract, T12).
pub(super) async fn admit(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    match gate.identify(request.headers()) {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(refusal) => gate.version.refuse(&refusal),
    }
}

impl Gate {
    fn identify(&self, headers: &HeaderMap) -> Result<Caller, Refusal> {
        let settings = self.application.settings().thousand_eyes;
        let known = self
            .application
            .database
            .write(|transaction| caller::identify(transaction, self.version, settings, headers))?;
        let caller = known.ok_or(Refusal::Unauthorized)?;
        if self.application.thousand_eyes_limits.admit(settings) { Ok(caller) } else { Err(Refusal::Exhausted) }
    }
}
