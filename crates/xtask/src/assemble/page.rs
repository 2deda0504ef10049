//! `index.html` and `embed.html` as they are shipped.

use anyhow::Result;

use super::asset::Asset;
use super::template;

/// What every page names or contains.
pub(super) struct Parts<'a> {
    pub(super) policy: &'a str,
    pub(super) shell: &'a str,
    pub(super) script: &'a Asset,
}

impl Parts<'_> {
    /// Fills the page of its own, which also names what the script will fetch.
    pub(super) fn index(&self, page: &str, module: &Asset, style_sheet: &Asset) -> Result<String> {
        self.fill(page, &[("module", &module.address()), ("style_sheet", &style_sheet.address())])
    }

    /// Fills the page for frames, which has a second script.
    pub(super) fn embed(&self, page: &str, frame: &Asset) -> Result<String> {
        self.fill(page, &[("frame", &frame.address()), ("frame_integrity", &frame.integrity)])
    }

    fn fill(&self, page: &str, own: &[(&str, &str)]) -> Result<String> {
        let script = self.script.address();
        let common: [(&str, &str); 4] = [
            ("policy", self.policy),
            ("shell", self.shell),
            ("script", &script),
            ("script_integrity", &self.script.integrity),
        ];
        template::fill(&trim(page), &[common.as_slice(), own].concat())
    }
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
