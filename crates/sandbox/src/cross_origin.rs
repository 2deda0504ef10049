//! CORS for the vendors, off unless `--cors ORIGIN` was given: no vendor documents it (contract, Q15).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::application::Application;

/// Answers the browser's question before a request. It stands behind the faults, so that a script can fail it (X43).
pub(crate) async fn answer_preflight(
    State(application): State<Arc<Application>>,
    request: Request,
    next: Next,
) -> Response {
    let asks = request.method() == Method::OPTIONS
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
        && allowed_origin(&application, request.headers()).is_some();
    if !asks {
        return next.run(request).await;
    }
    let allowed = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type"),
        // Browsers would remember it for five seconds; each request shall ask anew, so that a script can fail any.
        (header::ACCESS_CONTROL_MAX_AGE, "0"),
    ];
    (StatusCode::NO_CONTENT, allowed).into_response()
}

/// Put into an answer that no other origin may read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Withheld;

/// Lets the allowed origin read every answer, scripted ones included, unless the script withholds it.
pub(crate) async fn allow_origin(
    State(application): State<Arc<Application>>,
    request: Request,
    next: Next,
) -> Response {
    let origin = allowed_origin(&application, request.headers());
    let mut response = next.run(request).await;
    let is_withheld = response.extensions().get::<Withheld>().is_some();
    if let Some(origin) = origin.filter(|_| !is_withheld) {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.headers_mut().append(header::VARY, HeaderValue::from_static("Origin"));
    }
    response
}

fn allowed_origin(application: &Application, headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(header::ORIGIN)?;
    let allowed = application.options.cross_origin.as_deref()?;
    (origin == allowed).then(|| origin.clone())
}
