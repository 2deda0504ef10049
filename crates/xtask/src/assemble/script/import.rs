//! The forms of `import` that the element's files use.

use anyhow::{Context as _, Result};

/// `import default, { names } from "source";` on one line, without renaming.
pub(super) struct Import<'a> {
    pub(super) default: Option<&'a str>,
    pub(super) source: &'a str,
}

impl<'a> Import<'a> {
    pub(super) fn parse(line: &'a str) -> Result<Self> {
        let unknown = || format!("`{line}` is not of the form `import name, {{ names }} from \"source\";`");
        let clause = line.strip_prefix("import ").and_then(|line| line.strip_suffix("\";")).with_context(unknown)?;
        let (names, source) = clause.split_once(" from \"").with_context(unknown)?;
        let is_renamed = names.contains('*') || names.contains(" as ");
        let default = names.split('{').next().map(|name| name.trim_matches([' ', ','])).filter(|name| !name.is_empty());
        (!is_renamed).then_some(Self { default, source }).with_context(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::Import;

    #[test]
    fn default_and_source_are_read() {
        let import = Import::parse("import initialize, { mount, start } from \"rekey\";").unwrap();
        assert_eq!((import.default, import.source), (Some("initialize"), "rekey"));
        let import = Import::parse("import { show } from \"./show.js\";").unwrap();
        assert_eq!((import.default, import.source), (None, "./show.js"));
    }

    #[test]
    fn other_forms_are_refused_rather_than_misread() {
        for line in
            ["import \"./a.js\";", "import * as a from \"./a.js\";", "import { a as b } from \"./a.js\";", "import {"]
        {
            assert!(Import::parse(line).is_err(), "{line}");
        }
    }
}
