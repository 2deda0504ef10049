//! How often the packages in the program say `unsafe` (C-08). Ours say it nowhere but in one file (`layers.rs`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::policy::cargo;

/// How often those of others do, as it was last counted. With a package that is new or has changed the number may rise;
/// then the list that the test prints says where, and whoever takes the package takes that as well.
const COUNTED: usize = 3406;

/// Names and versions of what is compiled into the page.
fn in_the_program() -> Vec<String> {
    let tree = ["tree", "--locked", "--package", "rekey", "--target", "wasm32-unknown-unknown", "--no-dedupe"];
    let printed =
        cargo(&[&tree[..], &["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]].concat());
    let mut names: Vec<_> = printed.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join("@")).collect();
    names.sort();
    names.dedup();
    names
}

/// Where the sources of each package of others lie.
fn folders() -> BTreeMap<String, PathBuf> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--locked", "--format-version=1"])).expect("JSON");
    let packages = metadata.get("packages").and_then(Value::as_array).expect("it lists packages");
    let theirs = packages.iter().filter(|package| package.get("source").is_some_and(Value::is_string));
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let folder = |package: &Value| Path::new(&text(package, "manifest_path")).with_file_name("src");
    theirs.map(|one| (format!("{}@v{}", text(one, "name"), text(one, "version")), folder(one))).collect()
}

/// The word in the code below a folder, but for comments that fill a line.
fn count(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let mut found = 0;
    for path in entries.map(|entry| entry.expect("a file").path()) {
        if path.is_dir() {
            found += count(&path);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found += count_in(&String::from_utf8_lossy(&fs::read(&path).expect("a file")));
        }
    }
    found
}

fn count_in(text: &str) -> usize {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let words = code.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric() && letter != '_'));
    words.filter(|word| *word == "unsafe").count()
}

#[test]
fn packages_in_the_program_do_not_come_to_need_more_of_it_unseen() {
    let folders = folders();
    let names = in_the_program();
    let theirs = names.iter().filter_map(|name| Some((name, count(folders.get(name)?))));
    let mut counts: Vec<_> = theirs.filter(|(_, count)| *count > 0).collect();
    counts.sort_by_key(|(_, count)| usize::MAX - count);
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    assert!(names.len() > 100 && !counts.is_empty());
    assert_eq!(all, COUNTED, "{counts:#?}");
}

#[test]
fn only_the_word_itself_is_counted() {
    assert_eq!(count_in("unsafe { f() }\n  // unsafe\nunsafe_op!(); #![forbid(unsafe_code)]\nunsafe impl A {}"), 2);
}
