//! The words of the languages besides English: a table for each, fetched when it is wanted (UX-56).

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::asset::Asset;

/// The files of `folder` by their tags, in order, without the blanks that are for those who edit them.
pub(super) fn tables(folder: &Path) -> Result<Vec<(String, Asset)>> {
    let context = || format!("cannot read {}", folder.display());
    let mut tables = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).with_context(|| path.display().to_string())?;
        let table = compact(&super::read(&path)?).with_context(|| path.display().to_string())?;
        tables.push((tag.to_owned(), Asset::new(&format!("rekey-{tag}"), "json", table.into_bytes())));
    }
    tables.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(tables)
}

/// A table on one line. What is not names and words is refused here, and not in somebody's browser.
fn compact(table: &str) -> Result<String> {
    let table: Value = serde_json::from_str(table)?;
    if !table.as_object().is_some_and(|entries| entries.values().all(Value::is_string)) {
        bail!("a table is an object of names and words");
    }
    Ok(table.to_string())
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn a_table_is_names_and_words() {
        assert_eq!(compact("{\n  \"yes\": \"evet\"\n}\n").unwrap(), r#"{"yes":"evet"}"#);
        for table in ["[]", r#"{"yes": 1}"#, "{"] {
            assert!(compact(table).is_err(), "{table}");
        }
    }
}
