//! The built page beside the vendors, with a configuration of the demonstration for a folder that has none of its own.

mod configuration;

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rekey_site::{Configuration, Site};

use crate::Options;
use crate::application::Application;

/// The page that the options name, if they do.
pub(crate) fn of(options: &Options) -> Option<Site> {
    let portal = options.portal.as_deref();
    let configuration = configuration::demonstration(options.systems, portal);
    let site = Site::new(options.site.as_deref()?, Configuration::Unless(configuration.into()));
    Some(site.shown_by(portal))
}

/// Answers everything that is neither a vendor nor `/_sandbox/`.
pub(crate) async fn answer(
    State(application): State<Arc<Application>>,
    method: Method,
    address: Uri,
    headers: HeaderMap,
) -> Response {
    match &application.site {
        Some(site) => site.answer(method, address.path(), &headers).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
