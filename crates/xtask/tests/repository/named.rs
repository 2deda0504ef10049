//! What the pages in `docs` name as proof: files, and tests by a file and a title.

use std::collections::BTreeSet;

use crate::sources::{Source, files, root};

/// Kinds of files that exist as they are named. A `config.json` is somebody else's.
const KINDS: [&str; 5] = [".rs", ".ts", ".js", ".md", ".toml"];

/// The tests that a page names, as in `` `list.spec.ts` "a refresh keeps the list" ``.
pub(crate) fn tests(page: &str) -> Vec<(&str, &str)> {
    let mut named = Vec::new();
    for part in page.split('`').collect::<Vec<_>>().windows(2) {
        if let [file, after] = part
            && [".ts", ".rs"].iter().any(|extension| file.ends_with(extension))
            && let Some((title, _)) = after.strip_prefix(" \"").and_then(|after| after.split_once('"'))
        {
            named.push((*file, title));
        }
    }
    named
}

/// Those of them that are in no file of that name.
pub(crate) fn lacking_tests(page: &str) -> BTreeSet<(&str, &str)> {
    let sources: Vec<Source> = [("end2end", ".ts"), ("crates", ".rs"), ("src", ".rs")]
        .into_iter()
        .flat_map(|(folder, extension)| files(folder, &[extension]))
        .collect();
    let exists = |file: &str, title: &str| {
        sources.iter().any(|source| is_named(&source.path, file) && source.text.contains(title))
    };
    tests(page).into_iter().filter(|(file, title)| !exists(file, title)).collect()
}

/// The files that a page names and that are not there.
pub(crate) fn lacking_files(page: &str) -> BTreeSet<&str> {
    let sources: Vec<Source> =
        ["end2end", "crates", "src", "docs"].into_iter().flat_map(|folder| files(folder, &KINDS)).collect();
    // What stands between two backticks; a block of code begins with three and ends with three, which keeps the order.
    let named = page.split('`').skip(1).step_by(2);
    let named = named.filter(|name| !name.contains(' ') && KINDS.iter().any(|kind| name.ends_with(kind)));
    let exists = |name: &str| root().join(name).is_file() || sources.iter().any(|source| is_named(&source.path, name));
    named.filter(|name| !exists(name)).collect()
}

/// Whether `name` is the end of `path`, folder by folder.
fn is_named(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

#[test]
fn a_name_is_the_end_of_a_path_and_not_of_a_word() {
    assert!(is_named("crates/core/src/path.rs", "path.rs") && is_named("src/app.rs", "src/app.rs"));
    assert!(!is_named("crates/core/src/path.rs", "th.rs"));
}

#[test]
fn what_is_not_there_is_found() {
    let page = "As `path.rs` \"no_such_test\" shows, in `src/no_such_file.rs` and `app.rs`.";
    assert_eq!(lacking_tests(page).len(), 1);
    assert_eq!(lacking_files(page), BTreeSet::from(["src/no_such_file.rs"]));
}
