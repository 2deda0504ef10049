//! `POST /apiops/auth/token` (section 2.1). It keeps `error` and `error_description` in every generation.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

use super::content;
use super::envelope::{Generation, Refusal, json_response};
use super::messages::{self, undocumented};
use super::token::{self, LIFETIME_SECONDS};
use crate::application::Application;
use crate::password_hash;

const FORM: &str = "application/x-www-form-urlencoded";

/// Exchanges user name and password for a token.
pub(super) async fn issue(State(application): State<Arc<Application>>, headers: HeaderMap, body: Bytes) -> Response {
    match application.database.read(|connection| sign_in(connection, &headers, &body)) {
        Ok(token) => json_response(
            StatusCode::OK,
            &json!({ "access_token": token, "token_type": "Bearer", "expires_in": LIFETIME_SECONDS }),
        ),
        // Generation A has the shape this endpoint uses everywhere.
        Err(refusal) => Generation::A.respond(Err(refusal)),
    }
}

fn sign_in(connection: &Connection, headers: &HeaderMap, body: &[u8]) -> Result<String, Refusal> {
    if !content::is(headers, FORM) {
        let text = undocumented::content_type_unsupported(FORM);
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "bad_request", text));
    }
    let form: HashMap<_, _> = form_urlencoded::parse(body).collect();
    let field = |name: &str| form.get(name).map(AsRef::as_ref).unwrap_or_default();
    if field("grant_type") != "client_credentials" {
        return Err(Refusal::new(StatusCode::BAD_REQUEST, "unsupported_grant_type", messages::GRANT_TYPE_UNSUPPORTED));
    }
    let hash: Option<String> = connection
        .query_row("SELECT password_hash FROM apinizer_account WHERE username = ?1", [field("client_id")], |row| {
            row.get(0)
        })
        .optional()?;
    if !hash.is_some_and(|hash| password_hash::matches(field("client_secret"), &hash)) {
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "unauthorized_client", messages::BAD_CREDENTIALS));
    }
    Ok(token::issue(connection, Timestamp::now())?)
}
