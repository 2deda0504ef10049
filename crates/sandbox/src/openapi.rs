//! The `OpenAPI` documents of what the sandbox plays, written from the contracts and held against every exchange of the
//! tests. They are our own reading: none is a vendor's file.
//!
//! Apinizer names the places of its own document (contract, section 1), so ours stands there, `.yaml` included: JSON is
//! YAML. No such place is known of the other vendors; theirs are ours.

use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};

use crate::application::Application;

const APINIZER: &str = include_str!("../openapi/apinizer.json");
const THOUSANDEYES_6: &str = include_str!("../openapi/thousandeyes-v6.json");
const THOUSANDEYES_7: &str = include_str!("../openapi/thousandeyes-v7.json");
const ZSTACK: &str = include_str!("../openapi/zstack.json");

const JSON: &str = "application/json";
const YAML: &str = "application/yaml";

/// The addresses of the documents. They are no part of what the vendors are played for: nothing logs them, and no fault
/// meets them.
pub(crate) fn router() -> Router<Arc<Application>> {
    let apinizer = Router::new()
        .route("/openapi", document(APINIZER, JSON))
        .route("/openapi.json", document(APINIZER, JSON))
        .route("/openapi.yaml", document(APINIZER, YAML));
    Router::new()
        .nest("/apinizer/apiops", apinizer.clone())
        .nest("/apiops", apinizer)
        .route("/thousandeyes/openapi/v6.json", document(THOUSANDEYES_6, JSON))
        .route("/thousandeyes/openapi/v7.json", document(THOUSANDEYES_7, JSON))
        .route("/zstack/openapi.json", document(ZSTACK, JSON))
}

fn document(text: &'static str, media_type: &'static str) -> MethodRouter<Arc<Application>> {
    get(move || async move { ([(header::CONTENT_TYPE, media_type)], text).into_response() })
}
