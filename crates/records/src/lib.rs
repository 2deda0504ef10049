//! Reads the records of a list while its bytes arrive (performance.md, "What to do").
//!
//! A crate of its own, because it is compiled for speed and the rest of the program for size: everything in it runs once
//! for each of ten thousand records.

#![forbid(unsafe_code)]

mod reader;
mod record;
mod surrogates;
mod wiped;

pub use reader::{Item, Reader};
pub use record::Record;
pub use wiped::Wiped;
