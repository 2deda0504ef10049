//! Versions that are not there: v6 once it is switched off (contract, T1), and all that never were.

use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use super::messages::undocumented;
use super::refusal::Refusal;
use super::settings::SixthVersion;
use super::v6;

/// The answer of a v6 that has been switched off; `None` as long as it has not.
pub(super) fn answer(state: SixthVersion, address: &Uri) -> Option<Response> {
    match state {
        SixthVersion::Answers => None,
        SixthVersion::Moved => Some(moved(address, "v6")),
        SixthVersion::NotFound => Some(v6::refuse(&Refusal::NoSuchAddress)),
        SixthVersion::Gone => Some(v6::error(StatusCode::GONE, &[undocumented::VERSION_RETIRED])),
    }
}

/// 301, as documented for a version that does not exist. It leads to the same place in v7, on this server: a client
/// that follows shows in the truth log.
pub(super) fn moved(address: &Uri, version: &str) -> Response {
    let location = address.to_string().replacen(&format!("/{version}"), "/v7", 1);
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response()
}
