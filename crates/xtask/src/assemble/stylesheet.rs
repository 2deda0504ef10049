//! The sheets of `style/` in one: a constructed style sheet may not import others.

mod import;
mod trimming;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use self::import::Import;

pub(super) use self::trimming::trim;

/// The sheet at `entry` with every imported sheet in its place, in its layer.
pub(super) fn join(entry: &Path) -> Result<String> {
    let joined = resolve(entry)?;
    if joined.contains("url(") {
        bail!(
            "{}: `url(…)` in a constructed style sheet is relative to the page, which may be a portal's",
            entry.display()
        );
    }
    Ok(joined)
}

fn resolve(path: &Path) -> Result<String> {
    let sheet = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut joined = String::new();
    let trimmed = trim(&sheet);
    let mut rest = trimmed.as_str();
    while let Some(start) = rest.find("@import") {
        let (before, statement) = rest.split_at(start);
        let (statement, after) = statement.split_once(';').context("an `@import` has no end")?;
        let import = Import::parse(statement).with_context(|| path.display().to_string())?;
        joined.push_str(before);
        joined.push_str(&import.wrap(&resolve(&path.with_file_name(import.file))?));
        rest = after;
    }
    joined.push_str(rest);
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::join;

    #[test]
    fn imported_sheets_come_in_order_and_in_their_layers() {
        let folder = std::env::temp_dir().join(format!("rekey-stylesheet-{}", std::process::id()));
        fs::create_dir_all(folder.join("components")).unwrap();
        let entry = "@layer base, components;\n/* @import url(\"no.css\"); */\n\
            @import url(\"base.css\") layer(base);\n@import \"components/all.css\" layer(components);\n";
        fs::write(folder.join("rekey.css"), entry).unwrap();
        fs::write(folder.join("base.css"), "body { margin: 0; }\n").unwrap();
        fs::write(folder.join("components/all.css"), "@import url(button.css);\np {}").unwrap();
        fs::write(folder.join("components/button.css"), "button { color: red; }").unwrap();
        let joined = join(&folder.join("rekey.css"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            joined.unwrap(),
            "@layer base,components;@layer base{body{margin: 0;}}@layer components{button{color: red;}p{}}"
        );
    }
}
