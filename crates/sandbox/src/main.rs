//! The sandbox.
#![forbid(unsafe_code)]
fn main() {}
