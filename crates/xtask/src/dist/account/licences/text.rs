//! Texts of licences.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use spdx::{Expression, LicenseItem};

/// How the names of files with terms begin, in small letters.
const NAMES: [&str; 6] = ["licence", "license", "copying", "copyright", "notice", "unlicense"];

/// The texts that come with a package, in the order of their names.
pub(super) fn beside(folder: &Path) -> Result<Vec<String>> {
    let context = || format!("cannot read {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let entry = entry.with_context(context)?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if NAMES.iter().any(|begin| name.starts_with(begin)) && entry.file_type().with_context(context)?.is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(tidy(&String::from_utf8_lossy(&bytes)))
    };
    files.iter().map(read).collect()
}

/// The usual texts of the licences in an expression, for a package that comes with none.
pub(super) fn standard(expression: &str) -> Result<Vec<String>> {
    let parsed = Expression::parse(expression).map_err(|error| anyhow!("`{expression}`: {}", error.reason))?;
    let mut texts = Vec::new();
    for requirement in parsed.requirements() {
        let LicenseItem::Spdx { id, .. } = &requirement.req.license else { bail!("`{expression}` has no usual text") };
        texts.push(tidy(id.text()));
    }
    Ok(texts)
}

/// Line ends of one kind, and no blanks at the end of anything: the same text then is the same.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{standard, tidy};

    #[test]
    fn line_ends_and_blanks_make_no_other_text() {
        assert_eq!(tidy("\r\n  A licence \r\n\r\nof two lines\r\n\r\n"), "  A licence\n\nof two lines");
        assert_eq!(tidy("\n  A licence\n\nof two lines"), "  A licence\n\nof two lines");
    }

    #[test]
    fn every_licence_of_an_expression_has_its_text() {
        let texts = standard("(MIT OR Apache-2.0) AND Unicode-3.0").unwrap();
        assert_eq!(texts.len(), 3);
        assert!(texts[0].contains("Permission is hereby granted") && texts[1].contains("Apache License"));
        assert!(texts[2].contains("UNICODE LICENSE V3"));
        assert!(standard("LicenseRef-own").is_err() && standard("MIT AND").is_err());
    }
}
