//! The built page, served as a static host serves it: what is not a file is 404, never the start page.
//!
//! The servers that run on one's own machine share it: the sandbox, and the proxy to a real system. It knows no system
//! and no contract.
#![forbid(unsafe_code)]

mod headers;
mod media_type;
mod site;

pub use site::{Configuration, Site};
