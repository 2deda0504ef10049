//! Every request that the core sends in these tests against the `OpenAPI` document of its vendor.

use std::sync::LazyLock;

use rekey_core::http::Request;
use rekey_openapi_check::{Document, Request as CheckedRequest};

pub(crate) static APINIZER: LazyLock<Document> =
    LazyLock::new(|| parse(include_str!("../../../sandbox/openapi/apinizer.json")));
pub(crate) static THOUSANDEYES_6: LazyLock<Document> =
    LazyLock::new(|| parse(include_str!("../../../sandbox/openapi/thousandeyes-v6.json")));
pub(crate) static THOUSANDEYES_7: LazyLock<Document> =
    LazyLock::new(|| parse(include_str!("../../../sandbox/openapi/thousandeyes-v7.json")));
pub(crate) static ZSTACK: LazyLock<Document> =
    LazyLock::new(|| parse(include_str!("../../../sandbox/openapi/zstack.json")));

/// Fails with everything that the document does not allow.
pub(crate) fn hold(document: &Document, request: &Request) {
    let mut asked = CheckedRequest::new(request.method.name(), request.path.as_str()).header("Accept", request.accept);
    if let Some(authorization) = &request.authorization {
        asked = asked.header("Authorization", authorization.expose());
    }
    if let Some(body) = &request.body {
        asked = asked.header("Content-Type", body.media_type()).body(body.text().expose().as_bytes());
    }
    if let Err(violations) = document.check_request(&asked) {
        panic!("the document does not allow this request:\n{}", violations.join("\n"));
    }
}

fn parse(json: &str) -> Document {
    Document::parse(json).unwrap()
}
