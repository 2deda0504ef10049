//! Reads the repository for the tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of the repository.
pub(crate) struct Source {
    /// Relative to the root, with `/` between folders.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// Whether it is `place` or, as `place/…`, a part of it: `src/text` is `src/text.rs` and all in `src/text/`.
    pub(crate) fn belongs_to(&self, place: &str) -> bool {
        self.path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest == ".rs")
    }

    /// The lines of code with their numbers, without tests and without comments that fill a line.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let lines = self.text.lines().take_while(move |line| !is_test && line.trim() != "#[cfg(test)]");
        let numbered = lines.enumerate().map(|(index, line)| (index + 1, line));
        numbered.filter(|(_, line)| !["//", "/*", "*"].iter().any(|comment| line.trim_start().starts_with(comment)))
    }

    /// Where the code contains one of `words`, as `path:line: word`.
    pub(crate) fn find(&self, words: &[&str]) -> Vec<String> {
        let found = |(number, line): (usize, &str)| {
            let word = words.iter().find(|word| line.contains(**word))?;
            Some(format!("{}:{number}: {word}", self.path))
        };
        self.code().filter_map(found).collect()
    }
}

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// One file, by its path from the root.
pub(crate) fn read(path: &str) -> Source {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path: path.to_owned(), text }
}

/// The files under `folder` whose names end in one of `extensions`, in order. Without the folder, none.
pub(crate) fn files(folder: &str, extensions: &[&str]) -> Vec<Source> {
    let Ok(entries) = fs::read_dir(root().join(folder)) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").file_name()).collect();
    names.sort();
    let mut sources = Vec::new();
    for name in names {
        let path = format!("{folder}/{}", name.to_string_lossy());
        if root().join(&path).is_dir() && name != "node_modules" {
            sources.extend(files(&path, extensions));
        } else if extensions.iter().any(|extension| path.ends_with(extension)) {
            sources.push(read(&path));
        }
    }
    sources
}
