//! `GET /_sandbox/gateway/{environment}`: an API behind the gateway, protected by HTTP Basic.
//!
//! It knows the records only as deployment left them in that environment, so it proves what a management API can only
//! claim: that the new password works and the old one does not. IP lists are reported and not enforced, because every
//! caller of the sandbox comes from this machine.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::json;

use crate::application::Application;
use crate::{apinizer, basic_authentication, password_hash, timestamp};

/// 200 with the live credential, 401 for a wrong, disabled or expired one, 404 for an unknown environment.
pub(crate) async fn answer(
    State(application): State<Arc<Application>>,
    Path(environment): Path<String>,
    headers: HeaderMap,
) -> Response {
    if !apinizer::ENVIRONMENTS.contains(&environment.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some((username, password)) = basic_authentication::read(&headers) else { return unauthorized() };
    let found = application.database.read(|connection| apinizer::find_live(connection, &environment, &username));
    match found {
        Ok(Some(live))
            if live.is_usable_at(Timestamp::now()) && password_hash::matches(&password, &live.password_hash) =>
        {
            let expires = live.expire_date.map(timestamp::format);
            Json(json!({
                "username": username, "environment": environment, "ipList": live.ip_list, "expireDate": expires,
            }))
            .into_response()
        }
        Ok(_) => unauthorized(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}\n")).into_response(),
    }
}

fn unauthorized() -> Response {
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Basic realm=\"gateway\", charset=\"UTF-8\"")])
        .into_response()
}
