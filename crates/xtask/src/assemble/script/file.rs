//! One file of the script: its code, and what it takes from and gives to others.

use anyhow::{Context as _, Result};

use super::import::Import;

/// A JavaScript module, taken apart.
#[derive(Default)]
pub(super) struct File<'a> {
    pub(super) imports: Vec<Import<'a>>,
    /// The names of what it exports.
    pub(super) exports: Vec<&'a str>,
    /// The name of what it exports as the default.
    pub(super) default_export: Option<&'a str>,
    /// The rest.
    pub(super) code: String,
}

impl<'a> File<'a> {
    /// Understands what the glue and our own files look like, and refuses the rest.
    pub(super) fn parse(text: &'a str) -> Result<Self> {
        let mut file = Self::default();
        for line in text.lines() {
            file.add(line)?;
        }
        Ok(file)
    }

    fn add(&mut self, line: &'a str) -> Result<()> {
        if line.starts_with("import ") {
            self.imports.push(Import::parse(line)?);
        } else if let Some(names) = line.strip_prefix("export {") {
            let name = names.strip_suffix(" as default };").and_then(|names| names.rsplit(' ').next());
            self.default_export = Some(name.with_context(|| format!("unknown form of export: {line}"))?);
        } else if let Some(declaration) = line.strip_prefix("export ") {
            self.exports.push(declared_name(declaration)?);
            self.push(declaration);
        } else {
            self.push(line);
        }
        Ok(())
    }

    fn push(&mut self, line: &str) {
        self.code.push_str(line);
        self.code.push('\n');
    }
}

/// The name in `function name(`, `async function name(`, `class name {` or `const name =`.
fn declared_name(declaration: &str) -> Result<&str> {
    let rest =
        ["async function ", "function ", "class ", "const "].iter().find_map(|kind| declaration.strip_prefix(kind));
    let name = rest.and_then(|rest| rest.split([' ', '(']).next());
    name.with_context(|| format!("unknown form of export: {declaration}"))
}

#[cfg(test)]
mod tests {
    use super::File;

    #[test]
    fn exports_are_named_and_what_they_export_stays() {
        let text = "export const A = 1;\nexport async function b(c) {\n  d();\n}\nexport class F {\n}\n";
        let file = File::parse(text).unwrap();
        assert_eq!(file.exports, ["A", "b", "F"]);
        assert_eq!(file.code, text.replace("export ", ""));
    }

    #[test]
    fn the_default_export_of_the_glue_is_found() {
        assert_eq!(
            File::parse("export { initSync, __wbg_init as default };").unwrap().default_export,
            Some("__wbg_init")
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for text in ["export let a = 1;", "export default a;", "export { a };"] {
            assert!(File::parse(text).is_err(), "{text}");
        }
    }
}
