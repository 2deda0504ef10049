//! Hostile texts, by category.

mod codes;
mod injection;
mod lengths;
mod markup;
mod values;
mod writing;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What kind of trouble it is.
    pub category: &'static str,
    /// What it is made of.
    pub unit: String,
    /// How many times, so that a long one need not be written out.
    pub times: usize,
}

impl Text {
    /// The text itself.
    pub fn text(&self) -> String {
        self.unit.repeat(self.times)
    }
}

/// Texts of a category, each as it is.
fn each(category: &'static str, texts: impl IntoIterator<Item = impl Into<String>>) -> Vec<Text> {
    texts.into_iter().map(|text| Text { category, unit: text.into(), times: 1 }).collect()
}

/// All of them, none twice and none empty.
pub fn texts() -> Vec<Text> {
    let all =
        [markup::texts(), codes::texts(), writing::texts(), values::texts(), injection::texts(), lengths::texts()];
    let mut seen = BTreeSet::new();
    all.into_iter().flatten().filter(|text| !text.unit.is_empty() && seen.insert(text.text())).collect()
}

/// All of them as JSON in ASCII: an array for each category, in which a long text is its unit and a number.
pub fn json() -> String {
    let mut lines = Vec::new();
    let mut category = "";
    for text in texts() {
        let value = if text.times == 1 { json!(text.unit) } else { json!([text.unit, text.times]) };
        let open = if category == text.category { "" } else { text.category };
        lines.push((open, ascii(&value)));
        category = text.category;
    }
    let mut all = String::from("{");
    for (number, (open, value)) in lines.iter().enumerate() {
        match (*open, number) {
            ("", _) => all.push_str(",\n"),
            (open, 0) => all.extend(["\n\"", open, "\": [\n"]),
            (open, _) => all.extend(["\n],\n\"", open, "\": [\n"]),
        }
        all.push_str(value);
    }
    all.push_str("\n]}\n");
    all
}

/// JSON with an escape for whatever is not ASCII or cannot be seen, so that no editor changes it.
fn ascii(value: &Value) -> String {
    let mut text = String::new();
    for character in value.to_string().chars() {
        if character.is_ascii() && !character.is_ascii_control() {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
