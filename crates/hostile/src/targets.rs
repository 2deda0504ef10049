//! What must hold for any bytes at all. Each target takes what a fuzzer, the mutator or a seed file gives, and panics when
//! something does not hold. `fuzz/` calls them with the real fuzzer; `tests/targets.rs` with every seed in every test run.

mod address;
mod answer;
mod list;
mod text;

use crate::bytes::Bytes;

pub use list::sent_back;

/// A target by its name, which is also that of its seeds in `fuzz/seeds`.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 10] = [
    ("list", list::list),
    ("write_answer", answer::write_answer),
    ("look", answer::look),
    ("sign_in", answer::sign_in),
    ("problem", answer::problem),
    ("configuration", address::configuration),
    ("base_url", address::base_url),
    ("page", address::page),
    ("addresses", address::addresses),
    ("text", text::text),
];

/// Runs a target.
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, target) = target.unwrap_or_else(|| panic!("there is no target {name}"));
    target(data);
}

/// What bytes are as a text.
fn as_text(bytes: Bytes<'_>) -> String {
    String::from_utf8_lossy(bytes.rest()).into_owned()
}
