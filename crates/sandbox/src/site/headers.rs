//! Headers of the page as shipped (reliability.md 3.1).
//!
//! The policy itself is generated with the page: the folder may hold a `headers.json`, an object of names and values,
//! which is added to these and wins over them.

use std::collections::BTreeMap;
use std::path::Path;

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Hashed names never change their content; everything else, errors included, is asked for anew.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const NEVER_STORED: &str = "no-store";

/// Puts the headers of the site on an answer to `path`.
pub(super) fn protect(folder: &Path, path: &str, response: &mut Response) {
    let lasting = path.starts_with("/assets/") && response.status().is_success();
    let caching = if lasting { IMMUTABLE } else { NEVER_STORED };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in own_headers(folder) {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
}

fn own_headers(folder: &Path) -> BTreeMap<String, String> {
    let Ok(bytes) = std::fs::read(folder.join("headers.json")) else { return BTreeMap::new() };
    serde_json::from_slice(&bytes).unwrap_or_else(|error| {
        eprintln!("headers.json of the site cannot be read: {error}");
        BTreeMap::new()
    })
}
