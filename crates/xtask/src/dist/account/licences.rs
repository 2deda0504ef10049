//! `third-party-licences.txt`: whose work is in the shipped files, and on which terms. The texts are those that come with
//! the packages; where the same text comes with several, it stands there once.

mod text;
mod work;

use std::fmt::Write as _;

use anyhow::Result;

pub(super) use self::work::STANDARD_LIBRARY;
use self::work::Work;
use crate::inventory::Package;

/// Its name in `dist/`.
pub(super) const FILE: &str = "third-party-licences.txt";

const PREFACE: &str = "\
Rekey: work of others in these files

Listed is what the program is compiled from; the linker leaves out of it what nothing calls.
Each has its licence as an SPDX expression, and the numbers of the texts that come with it, which stand below.
";

/// Writes what of these packages is in the program.
pub(super) fn write(packages: &[Package]) -> Result<String> {
    let works = work::all(packages)?;
    let mut texts: Vec<&str> = Vec::new();
    let mut written = PREFACE.to_owned();
    for work in &works {
        let numbers: Vec<_> = work.texts.iter().map(|text| number(&mut texts, text)).collect();
        let Work { title, licence, authors, .. } = work;
        let by = if authors.is_empty() { String::new() } else { format!("\n  by {}", authors.join(", ")) };
        write!(written, "\n{title}\n  {licence}{by}\n  text {}\n", numbers.join(", "))?;
    }
    for (index, text) in texts.iter().enumerate() {
        write!(written, "\n{}\nText {}\n\n{text}\n", "=".repeat(80), index + 1)?;
    }
    Ok(written)
}

/// The number of a text, which gets one when it is met first.
fn number<'text>(texts: &mut Vec<&'text str>, text: &'text str) -> String {
    let index = texts.iter().position(|known| *known == text).unwrap_or_else(|| {
        texts.push(text);
        texts.len() - 1
    });
    (index + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_text_has_one_number_however_often_it_comes() {
        let mut texts = Vec::new();
        assert_eq!(["a", "b", "a"].map(|text| number(&mut texts, text)), ["1", "2", "1"]);
        assert_eq!(texts, ["a", "b"]);
    }
}
