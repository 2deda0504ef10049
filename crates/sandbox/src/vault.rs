//! `GET /_sandbox/vault/{vendor}/{identifier}`: whether a candidate is the stored secret, byte for byte.
//!
//! The vendors that only keep a secret for others never give it back, so nothing they answer proves that it arrived as
//! it was typed. This does: the password of HTTP Basic is the candidate, its user may be anyone.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::application::Application;
use crate::{basic_authentication, password_hash, thousandeyes, zstack};

/// 200 for the stored secret, 401 for any other and for an unknown record, 404 for a vendor without a vault.
pub(crate) async fn answer(
    State(application): State<Arc<Application>>,
    Path((vendor, identifier)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let stored_hash = match vendor.as_str() {
        "thousandeyes" => application.database.read(|connection| thousandeyes::stored_hash(connection, &identifier)),
        "zstack" => application.database.read(|connection| zstack::stored_hash(connection, &identifier)),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let candidate = basic_authentication::read(&headers).map(|(_, password)| password);
    match (stored_hash, candidate) {
        (Ok(Some(hash)), Some(candidate)) if password_hash::matches(&candidate, &hash) => {
            StatusCode::OK.into_response()
        }
        (Ok(_), _) => unauthorized(),
        (Err(error), _) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}\n")).into_response(),
    }
}

fn unauthorized() -> Response {
    (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Basic realm=\"vault\", charset=\"UTF-8\"")]).into_response()
}
