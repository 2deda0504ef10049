//! Which headers pass. Lists of what may, because what may not has no end: cookies, where a request comes from, what
//! belongs to one connection, and everything by which a server governs the origin that it is read from.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// Of a request: what the console sends, and how its browser reads.
const ASKED: [HeaderName; 6] = [
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::AUTHORIZATION,
    header::CONTENT_TYPE,
    header::USER_AGENT,
];

/// Of an answer: what its body is, and what the console reads.
const ANSWERED: [HeaderName; 12] = [
    header::ALLOW,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::DATE,
    header::LOCATION,
    header::RETRY_AFTER,
    header::WWW_AUTHENTICATE,
    HeaderName::from_static("x-organization-rate-limit-limit"),
    HeaderName::from_static("x-organization-rate-limit-remaining"),
    HeaderName::from_static("x-organization-rate-limit-reset"),
];

/// What every answer below `/connect/` has: it is data, for the page alone, and never a document of its own.
const DATA: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// What the page has besides what every host gives it (docs/security.md): nobody frames it or uses its parts.
const PAGE: [(HeaderName, &str); 2] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Those of a request that go on.
pub(crate) fn of_request(headers: &HeaderMap) -> HeaderMap {
    passing(headers, &ASKED)
}

/// Those of an answer that go on.
pub(crate) fn of_answer(headers: &HeaderMap) -> HeaderMap {
    passing(headers, &ANSWERED)
}

/// Makes an answer one that only the page can read.
pub(crate) fn protect_data(headers: &mut HeaderMap) {
    set(headers, &DATA);
}

/// Makes an answer a part of the page.
pub(crate) fn protect_page(headers: &mut HeaderMap) {
    set(headers, &PAGE);
}

fn set(headers: &mut HeaderMap, fixed: &[(HeaderName, &'static str)]) {
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

fn passing(headers: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let all =
        |name: &HeaderName| headers.get_all(name).iter().map(|value| (name.clone(), value.clone())).collect::<Vec<_>>();
    let mut passing = HeaderMap::new();
    for (name, value) in names.iter().flat_map(all) {
        passing.append(name, value);
    }
    passing
}
