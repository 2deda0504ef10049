//! The scripts, each in one file, because `integrity` does not cover what a script imports (M3): the glue of
//! `wasm-bindgen` and the custom element, and what puts that element into a frame.

mod file;
mod forbidden;
mod import;
mod minify;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use self::file::File;

pub(super) use self::forbidden::check;
pub(super) use self::minify::minify;

/// How the element's files name the glue.
const GLUE: &str = "rekey";

/// Reads a file of the element.
type Read<'a> = &'a dyn Fn(&Path) -> Result<String>;

/// Joins the glue, then every file that `entry` imports, each after those it imports itself.
///
/// The glue is the outer scope; each file becomes a function called at once, whose result is what the file exports.
pub(super) fn join(glue: &str, entry: &Path, read: Read<'_>) -> Result<String> {
    let glue = File::parse(glue)?;
    if let Some(import) = glue.imports.first() {
        bail!("the glue imports `{}`", import.source);
    }
    let default_export = glue.default_export.context("the glue has no default export")?;
    let mut joined = Joined { script: glue.code, files: Vec::new(), default_export: Some(default_export.to_owned()) };
    joined.append(entry, read)?;
    Ok(joined.script)
}

/// The same without the glue: what `entry` imports knows nothing of the program.
pub(super) fn join_alone(entry: &Path, read: Read<'_>) -> Result<String> {
    let mut joined = Joined { script: String::new(), files: Vec::new(), default_export: None };
    joined.append(entry, read)?;
    Ok(joined.script)
}

/// A script that does nothing but load the one at an address relative to its own.
pub(super) fn alias(address: &str) -> String {
    format!("import \"./{address}\";\n")
}

struct Joined {
    script: String,
    /// The files that are in it already.
    files: Vec<PathBuf>,
    /// How the glue calls what it exports without a name, if there is a glue.
    default_export: Option<String>,
}

impl Joined {
    fn append(&mut self, path: &Path, read: Read<'_>) -> Result<()> {
        if self.files.iter().any(|file| file == path) {
            return Ok(());
        }
        self.files.push(path.to_owned());
        let text = read(path)?;
        let file = File::parse(&text).with_context(|| path.display().to_string())?;
        let mut declarations = String::new();
        for import in &file.imports {
            if import.source != GLUE {
                self.append(&beside(path, import.source)?, read)?;
                continue;
            }
            let default_export = self.default_export.as_ref().context("the program is imported without its glue")?;
            if let Some(name) = import.default {
                declarations = format!("const {name} = {default_export};\n");
            }
        }
        self.script.push_str(&wrap(&declarations, &file));
        Ok(())
    }
}

/// The file that `source` means in `file`: one beside it or below, or one in the folder above.
fn beside(file: &Path, source: &str) -> Result<PathBuf> {
    if let Some(relative) = source.strip_prefix("./") {
        return Ok(file.with_file_name(relative));
    }
    let relative = source.strip_prefix("../").context("an import is relative to its own file")?;
    let folder = file.parent().context("the file stands in no folder")?;
    Ok(folder.with_file_name(relative))
}

/// A file in a scope of its own.
fn wrap(declarations: &str, file: &File<'_>) -> String {
    let code = &file.code;
    if file.exports.is_empty() {
        return format!("(() => {{\n{declarations}{code}}})();\n");
    }
    let exports = file.exports.join(", ");
    format!("const {{ {exports} }} = (() => {{\n{declarations}{code}return {{ {exports} }};\n}})();\n")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use anyhow::Result;

    use super::{join, join_alone};

    const GLUE: &str = "/**\n * Docs\n */\nexport function mount() {\n    wasm.mount(`a`);\n}\nlet wasm;\nexport { initSync, __wbg_init as default };\n";

    const ELEMENT: &str = "import { show } from \"./element/show.js\";\n\
        import { enter } from \"./element/enter.js\";\n\n// Why.\nshow(enter);\n";
    const SHOW: &str = "import { enter } from \"./enter.js\";\n/** Shows. */\nexport const show = enter;\n";
    const MEET: &str = "import { say } from \"../element/say.js\";\nexport const meet = say;\n";
    const ENTER: &str =
        "import initialize, { mount } from \"rekey\";\nexport function enter() {\n  initialize(mount);\n}\n";

    fn read(path: &Path) -> Result<String> {
        let text = match path.to_str() {
            Some("src/element.js") => ELEMENT,
            Some("src/element/show.js") => SHOW,
            Some("src/element/enter.js") => ENTER,
            Some("src/frame.js") => "import { meet } from \"./frame/meet.js\";\nmeet();\n",
            Some("src/frame/meet.js") => MEET,
            Some("src/element/say.js") => "export const say = alert;\n",
            Some("src/lost.js") => "import { a } from \"/elsewhere.js\";\n",
            _ => anyhow::bail!("there is no {}", path.display()),
        };
        Ok(text.to_owned())
    }

    #[test]
    fn each_file_comes_once_and_after_what_it_imports() {
        let expected = "/**\n * Docs\n */\nfunction mount() {\n    wasm.mount(`a`);\n}\nlet wasm;\n\
            const { enter } = (() => {\nconst initialize = __wbg_init;\n\
            function enter() {\n  initialize(mount);\n}\nreturn { enter };\n})();\n\
            const { show } = (() => {\n/** Shows. */\nconst show = enter;\nreturn { show };\n})();\n\
            (() => {\n\n// Why.\nshow(enter);\n})();\n";
        assert_eq!(join(GLUE, Path::new("src/element.js"), &read).unwrap(), expected);
    }

    #[test]
    fn a_file_without_the_glue_reaches_those_above_it_and_not_the_program() {
        let expected = "const { say } = (() => {\nconst say = alert;\nreturn { say };\n})();\n\
            const { meet } = (() => {\nconst meet = say;\nreturn { meet };\n})();\n\
            (() => {\nmeet();\n})();\n";
        assert_eq!(join_alone(Path::new("src/frame.js"), &read).unwrap(), expected);
        assert!(join_alone(Path::new("src/element.js"), &read).is_err());
        assert!(join_alone(Path::new("src/lost.js"), &read).is_err());
    }

    #[test]
    fn a_glue_with_imports_of_its_own_is_refused() {
        let glue = format!("import {{ a }} from \"./snippets/a.js\";\n{GLUE}");
        assert!(join(&glue, Path::new("src/element.js"), &read).is_err());
    }
}
