//! The rules of the repository that no compiler checks (docs/architecture.md, "Invariants").
#![allow(clippy::expect_used, reason = "a test may stop at once")]

mod boundaries;
mod budgets;
mod conformance;
mod elements;
mod embedding;
mod layers;
mod machine;
mod named;
mod packages;
mod page;
mod policy;
mod reliability;
mod secrets;
mod security;
mod sources;
mod unsafe_code;
