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

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// Without it the frame stays empty in a portal that is isolated (M16).
const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// Hashed names never change their content; everything else, errors included, is asked for anew.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const NEVER_STORED: &str = "no-store";

/// The page that may stand in a frame.
const FRAMED: &str = "/embed.html";

/// Puts the headers of the site on an answer to `path`. Pages of the origin `portal` may show the console.
pub(crate) fn protect(folder: &Path, path: &str, portal: Option<&str>, response: &mut Response) {
    let lasting = path.starts_with("/assets/") && response.status().is_success();
    let caching = if lasting { IMMUTABLE } else { NEVER_STORED };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(portal) = portal.and_then(|portal| HeaderValue::try_from(portal).ok()) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, portal);
        headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    }
    if path == FRAMED {
        let ancestors = HeaderValue::try_from(format!("frame-ancestors {}", portal.unwrap_or("'none'")));
        headers.remove(header::X_FRAME_OPTIONS);
        headers.extend(ancestors.map(|ancestors| (header::CONTENT_SECURITY_POLICY, ancestors)));
        headers.insert(EMBEDDER_POLICY, HeaderValue::from_static("require-corp"));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The headers of an answer to `path`, by their names.
    fn headers(path: &str, portal: Option<&str>) -> BTreeMap<String, String> {
        let mut response = Response::default();
        protect(Path::new("no folder"), path, portal, &mut response);
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect()
    }

    #[test]
    fn nobody_may_hold_a_page_in_a_frame_without_a_portal() {
        assert_eq!(headers("/", None)["x-frame-options"], "DENY");
        let framed = headers("/embed.html", None);
        assert_eq!(framed["content-security-policy"], "frame-ancestors 'none'");
        assert!(!framed.contains_key("access-control-allow-origin"));
    }

    #[test]
    fn a_portal_may_load_the_files_and_frame_the_one_page() {
        let portal = "https://portal.example";
        let framed = headers("/embed.html", Some(portal));
        assert_eq!(framed["content-security-policy"], "frame-ancestors https://portal.example");
        assert!(!framed.contains_key("x-frame-options"));
        assert_eq!(framed["cross-origin-embedder-policy"], "require-corp");
        let page = headers("/", Some(portal));
        assert_eq!(page["x-frame-options"], "DENY");
        assert!(!page.contains_key("cross-origin-embedder-policy"));
        for answer in [framed, page, headers("/assets/rekey-0.js", Some(portal))] {
            assert_eq!(answer["access-control-allow-origin"], portal);
            assert_eq!(answer["cross-origin-resource-policy"], "cross-origin");
        }
    }
}
