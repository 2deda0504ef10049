//! `index.html` as it is shipped.

use anyhow::Result;

use super::asset::Asset;
use super::template;

/// What the page names or contains.
pub(super) struct Parts<'a> {
    pub(super) policy: &'a str,
    pub(super) shell: &'a str,
    pub(super) script: &'a Asset,
    pub(super) module: &'a Asset,
    pub(super) style_sheet: &'a Asset,
}

/// Fills the page that Trunk has left in its staging folder.
pub(super) fn fill(page: &str, parts: &Parts<'_>) -> Result<String> {
    template::fill(
        &trim(page),
        &[
            ("policy", parts.policy),
            ("shell", parts.shell),
            ("script", &parts.script.address()),
            ("script_integrity", &parts.script.integrity),
            ("module", &parts.module.address()),
            ("style_sheet", &parts.style_sheet.address()),
        ],
    )
}

/// Without indentation, comments and the links that only Trunk understands. A comment takes whole lines.
fn trim(page: &str) -> String {
    let mut trimmed = String::new();
    let mut is_comment = false;
    for line in page.lines().map(str::trim) {
        is_comment |= line.starts_with("<!--");
        if !is_comment && !line.is_empty() && !line.contains("data-trunk") {
            trimmed.push_str(line);
            trimmed.push('\n');
        }
        is_comment &= !line.ends_with("-->");
    }
    trimmed
}

#[cfg(test)]
mod tests {
    use super::trim;

    #[test]
    fn comments_and_build_instructions_are_not_shipped() {
        let page = "<p>a</p>\n  <!-- why\n  this -->\n\n  <link data-trunk rel=\"rust\">\n  <p>\n    b\n  </p>\n";
        assert_eq!(trim(page), "<p>a</p>\n<p>\nb\n</p>\n");
    }
}
