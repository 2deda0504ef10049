//! The forms of `@import` that `style/` uses.

use anyhow::{Context as _, Result, bail};

/// `@import url("file") layer(name)`, where the layer may be missing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Import<'a> {
    /// The file, relative to the importing one.
    pub(super) file: &'a str,
    /// The layer its rules go into.
    pub(super) layer: Option<&'a str>,
}

impl<'a> Import<'a> {
    /// Reads a statement without its semicolon.
    pub(super) fn parse(statement: &'a str) -> Result<Self> {
        let unknown = || format!("`{statement}` is not of the form `@import url(\"file\") layer(name)`");
        let source = statement.strip_prefix("@import").map(str::trim_start).with_context(unknown)?;
        let (file, condition) = match source.strip_prefix("url(") {
            Some(inside) => inside.split_once(')'),
            None => source.get(1..).and_then(|inside| inside.split_once(['"', '\''])),
        }
        .with_context(unknown)?;
        let layer = match condition.trim() {
            "" => None,
            condition => {
                let name = condition.strip_prefix("layer(").and_then(|name| name.strip_suffix(')'));
                Some(name.with_context(unknown)?)
            }
        };
        let file = file.trim_matches(['"', '\'']);
        if file.is_empty() || file.contains(':') || file.starts_with('/') {
            bail!("`{statement}` does not name a file of the project");
        }
        Ok(Self { file, layer })
    }

    /// The rules of the imported sheet as they stand in the importing one.
    pub(super) fn wrap(&self, rules: &str) -> String {
        match self.layer {
            Some(layer) => format!("@layer {layer}{{{rules}}}"),
            None => rules.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Import;

    #[test]
    fn the_forms_in_use_are_read() {
        let in_layer = Import { file: "a/b.css", layer: Some("base") };
        assert_eq!(Import::parse("@import url(\"a/b.css\") layer(base)").unwrap(), in_layer);
        assert_eq!(Import::parse("@import \"a/b.css\" layer(base)").unwrap(), in_layer);
        assert_eq!(Import::parse("@import url(a.css)").unwrap(), Import { file: "a.css", layer: None });
    }

    #[test]
    fn other_forms_are_refused_rather_than_misread() {
        for statement in
            ["@import url(\"a.css\") screen", "@import url(\"https://a.example/b.css\")", "@import \"\"", "@import"]
        {
            assert!(Import::parse(statement).is_err(), "{statement}");
        }
    }
}
