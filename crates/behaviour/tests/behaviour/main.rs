//! One specification of what the core does with credentials, in neutral terms, run over real HTTP against the strict
//! sandbox in every dialect and version.
//!
//! | Module | What it is |
//! |---|---|
//! | `row`, `rows` | what the specification must be told of a dialect, as data |
//! | `specification` | what holds in every row; it asks capabilities and never which dialect it meets |
//! | `stage`, `truth`, `proof` | a sandbox of its own for each test, and what it says really happened |
//! | `session`, `run` | somebody signed in, and the machines of the core driven to their end |
//! | `transport`, `wire`, `document` | requests of the core as bytes, each held against the vendor's `OpenAPI` document |
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows these inside tests only, not in the functions tests share"
)]

mod document;
mod intent;
mod proof;
mod row;
mod rows;
mod run;
mod session;
mod specification;
mod stage;
mod transport;
mod truth;
mod wire;

// A further dialect is one line here and one row in `rows`.
specification::every_row! {
    apinizer_generation_a: apinizer::generation_a(),
    apinizer_generation_b: apinizer::generation_b(),
    apinizer_legacy: apinizer::legacy(),
    thousandeyes_v6_basic: thousandeyes::v6_basic(),
    thousandeyes_v6_bearer: thousandeyes::v6_bearer(),
    thousandeyes_v7: thousandeyes::v7(),
    zstack: zstack::documented(),
    zstack_behind_a_gateway: zstack::behind_a_gateway(),
}
