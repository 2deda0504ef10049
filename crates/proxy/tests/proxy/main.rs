//! The proxy between a client that stands for the page and systems that run on this computer: the sandbox, and servers
//! that do what a vendor's would not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at once")]

mod authority;
mod client;
mod encrypted;
mod failures;
mod once;
mod passing;
mod program;
mod refusals;
mod server;
mod stage;
