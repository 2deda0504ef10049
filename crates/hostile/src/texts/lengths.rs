//! Long texts.

use super::Text;

pub(super) fn texts() -> Vec<Text> {
    let long = |unit: &str, times| Text { category: "lengths", unit: unit.to_owned(), times };
    vec![
        long("x", 255),
        long("x", 256),
        long("x", 4_097),
        long("x", 20_000),
        long("long words ", 2_000),
        long("\"", 5_000),
        long("\\", 5_000),
        long("🔑", 5_000),
        long("<b>", 5_000),
        long("\u{202e}", 2_000),
        long("z\u{300}", 2_000),
        long("ﷺ", 1_000),
        long("a.", 5_000),
        long("\u{0}", 1_000),
        long("&amp;", 3_000),
        long("(", 5_000),
        long("`", 3_000),
    ]
}
