//! Reads the records of a list while its bytes arrive (performance.md, "What to do").
//!
//! A crate of its own, because it is compiled for speed and the rest of the program for size: everything in it runs once
//! for each of ten thousand records.

#![forbid(unsafe_code)]

mod reader;
mod record;
mod wiped;

pub use reader::{Item, Reader};
pub use record::Record;
pub use wiped::Wiped;

use serde_core::Deserialize;
use serde_json::de::SliceRead;
use serde_json::{Deserializer, Error, Value};

/// Reads one JSON text: the only parser in the program, whatever is read.
///
/// # Errors
/// Where and why it is none.
pub fn parse(bytes: &[u8]) -> Result<Value, Error> {
    let mut deserializer = Deserializer::from_slice(bytes);
    let value = value(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Reads one value, of which there may be more behind it. In one place, because its code is large.
#[inline(never)]
fn value(deserializer: &mut Deserializer<SliceRead<'_>>) -> Result<Value, Error> {
    Value::deserialize(deserializer)
}
