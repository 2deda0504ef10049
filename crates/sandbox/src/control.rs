//! `/_sandbox/`: what a test does behind the vendors' backs.
//!
//! | Call | Body | Answer |
//! |---|---|---|
//! | `POST reset` | none, or `{"credentials": 10000}` for that many generated ones more | 204 |
//! | `POST settings` | any of the members of [`Settings`]; what is left out stays | 200, the settings |
//! | `POST faults` | the whole script, a list of rules; `[]` ends it | 204 |
//! | `POST tokens` | `{"revoke":"…"}` or `{"expire":"…"}`, at every vendor | 204 |
//! | `GET log` | | 200, the truth log |
//! | `GET gateway/{environment}` | HTTP Basic | 200 or 401, see [`gateway`] |
//! | `GET vault/{vendor}/{identifier}` | HTTP Basic | 200 or 401, see [`vault`] |
//!
//! A body that cannot be read is refused with the reason, never ignored: a misspelt fault would make a test pass that
//! tests nothing.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::application::Application;
use crate::fault::FaultRule;
use crate::settings::{Settings, SettingsChange};
use crate::{apinizer, gateway, thousandeyes, vault, zstack};

type Shared = State<Arc<Application>>;

/// What a script may weigh, in bytes: the body of an answer may stand in it, and lists are as long as their fields allow.
const LONGEST_SCRIPT: usize = 64 << 20;

/// The routes below `/_sandbox`.
pub(crate) fn router() -> Router<Arc<Application>> {
    Router::new()
        .route("/reset", post(reset))
        .route("/settings", post(change_settings).get(settings))
        .route("/faults", post(replace_faults).layer(DefaultBodyLimit::max(LONGEST_SCRIPT)))
        .route("/tokens", post(end_token))
        .route("/log", get(log))
        .route("/gateway/{environment}", get(gateway::answer))
        .route("/vault/{vendor}/{identifier}", get(vault::answer))
        .fallback(|| async { StatusCode::NOT_FOUND })
}

/// Why a call behind the scenes did not work.
enum Failure {
    Unreadable(serde_json::Error),
    Database(rusqlite::Error),
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Unreadable(error) => (StatusCode::BAD_REQUEST, format!("{error}\n")).into_response(),
            Self::Database(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}\n")).into_response(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    #[serde(default)]
    credentials: u32,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TokenEnd {
    Revoke(String),
    Expire(String),
}

async fn reset(State(application): Shared, body: Bytes) -> Result<StatusCode, Failure> {
    let Reset { credentials } = if body.is_empty() { Reset::default() } else { read(&body)? };
    application.reset(credentials)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn settings(State(application): Shared) -> Json<Settings> {
    Json(application.settings())
}

async fn change_settings(State(application): Shared, body: Bytes) -> Result<Json<Settings>, Failure> {
    let change: SettingsChange = read(&body)?;
    Ok(Json(application.change_settings(|settings| change.applied_to(settings))))
}

async fn replace_faults(State(application): Shared, body: Bytes) -> Result<StatusCode, Failure> {
    let rules: Vec<FaultRule> = read(&body)?;
    application.faults.replace(rules);
    Ok(StatusCode::NO_CONTENT)
}

async fn end_token(State(application): Shared, body: Bytes) -> Result<StatusCode, Failure> {
    let end: TokenEnd = read(&body)?;
    application.database.read(|connection| match &end {
        TokenEnd::Revoke(token) => {
            apinizer::revoke_token(connection, token)?;
            thousandeyes::revoke_token(connection, token)?;
            zstack::revoke_token(connection, token)
        }
        TokenEnd::Expire(token) => {
            apinizer::expire_token(connection, token)?;
            thousandeyes::revoke_token(connection, token)?;
            zstack::expire_token(connection, token)
        }
    })?;
    Ok(StatusCode::NO_CONTENT)
}

async fn log(State(application): Shared) -> Result<Json<Value>, Failure> {
    Ok(Json(application.log.to_json()?))
}

fn read<Body: DeserializeOwned>(bytes: &[u8]) -> Result<Body, Failure> {
    Ok(serde_json::from_slice(bytes)?)
}
