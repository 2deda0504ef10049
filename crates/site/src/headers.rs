//! Headers of the page as shipped (reliability.md 3.1). The policy stands in the page itself.
//!
//! Of what the files for real servers say (`crates/xtask/src/hosting`) it is the part that can be seen on one's own
//! machine; a test beside their table holds that it says nothing else.

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

/// The page, which nobody else reads, by both of its addresses.
const PAGE: [&str; 2] = ["/", "/index.html"];
/// The page that may stand in a frame.
const FRAMED: &str = "/embed.html";

/// Puts the headers of the site on an answer to `path`. Pages of the origin `portal` may show the console.
pub(crate) fn protect(path: &str, portal: Option<&str>, response: &mut Response) {
    let lasting = path.starts_with("/assets/") && response.status().is_success();
    let caching = if lasting { IMMUTABLE } else { NEVER_STORED };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if portal.is_some() && !PAGE.contains(&path) {
        headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    }
    if path == FRAMED {
        let ancestors = HeaderValue::try_from(format!("frame-ancestors {}", portal.unwrap_or("'none'")));
        headers.remove(header::X_FRAME_OPTIONS);
        headers.extend(ancestors.map(|ancestors| (header::CONTENT_SECURITY_POLICY, ancestors)));
        headers.insert(EMBEDDER_POLICY, HeaderValue::from_static("require-corp"));
    } else if !PAGE.contains(&path) {
        let origin = portal.and_then(|portal| HeaderValue::try_from(portal).ok());
        headers.extend(origin.map(|origin| (header::ACCESS_CONTROL_ALLOW_ORIGIN, origin)));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The headers of an answer to `path`, by their names.
    fn headers(path: &str, portal: Option<&str>) -> BTreeMap<String, String> {
        let mut response = Response::default();
        protect(path, portal, &mut response);
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
        assert_eq!(framed["cross-origin-resource-policy"], "cross-origin");
        for path in ["/config.json", "/assets/rekey-0.js"] {
            let file = headers(path, Some(portal));
            assert_eq!(file["access-control-allow-origin"], portal);
            assert_eq!(file["cross-origin-resource-policy"], "cross-origin");
        }
        let page = headers("/", Some(portal));
        assert_eq!(page["x-frame-options"], "DENY");
        for name in ["access-control-allow-origin", "cross-origin-resource-policy", "cross-origin-embedder-policy"] {
            assert!(!page.contains_key(name), "{name}");
        }
    }
}
