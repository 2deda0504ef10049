//! The documents of the systems that the console speaks to, read once.
//!
//! The paths of all of them begin at the vendor's own root: `/apiops/…`, `/v6/…`, `/v7/…`, `/api/v1/…`.

use std::sync::LazyLock;

use crate::document::Document;

static APINIZER: LazyLock<Document> = LazyLock::new(|| read(include_str!("../../sandbox/openapi/apinizer.json")));
static THOUSANDEYES_6: LazyLock<Document> =
    LazyLock::new(|| read(include_str!("../../sandbox/openapi/thousandeyes-v6.json")));
static THOUSANDEYES_7: LazyLock<Document> =
    LazyLock::new(|| read(include_str!("../../sandbox/openapi/thousandeyes-v7.json")));
static ZSTACK: LazyLock<Document> = LazyLock::new(|| read(include_str!("../../sandbox/openapi/zstack.json")));

/// The management API of Apinizer, all three generations.
pub fn apinizer() -> &'static Document {
    &APINIZER
}

/// Version 6 of `ThousandEyes`.
pub fn thousandeyes_6() -> &'static Document {
    &THOUSANDEYES_6
}

/// Version 7 of `ThousandEyes`.
pub fn thousandeyes_7() -> &'static Document {
    &THOUSANDEYES_7
}

/// The credentials of `ZStack` Cloud.
pub fn zstack() -> &'static Document {
    &ZSTACK
}

/// A document of ours that cannot be read fails every test that needs it.
fn read(json: &str) -> Document {
    Document::parse(json).unwrap_or_else(|problem| panic!("{problem}"))
}
