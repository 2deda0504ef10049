//! Hostile input (reliability.md 1.4): texts that have broken something somewhere, answers that no contract has, and what
//! must hold for any bytes at all.
//!
//! Nothing here is copied from a collection: markup is made of a grammar, the rest is written by category. The texts stand
//! in `texts.json` as well, for the browser tests; a test holds the file against this crate, and
//! `cargo run --package rekey-hostile > crates/hostile/texts.json` writes it.

#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, reason = "a target panics when something does not hold: that is what it is for")]
#![allow(
    clippy::missing_errors_doc,
    clippy::unnecessary_wraps,
    reason = "a reply is a `Result`, and these always came"
)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "as any test, it may stop at once")]

pub mod answers;
pub mod bytes;
pub mod mutation;
pub mod shapes;
pub mod targets;
pub mod texts;

pub use targets::sent_back;
