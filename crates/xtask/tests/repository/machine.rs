//! A clone works anywhere.

use std::process::Command;
use std::{fs, str};

use crate::sources::root;

/// Beginnings of paths that exist on somebody's machine only; written in halves, so that this file passes.
const PERSONAL: [&str; 5] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers"),
    concat!("/wo", "rk/"),
];

#[test]
fn no_file_names_a_path_of_a_machine() {
    let listing = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let output = Command::new("git").args(listing).current_dir(root()).output().expect("git is installed");
    let mut found = Vec::new();
    for name in output.stdout.split(|byte| *byte == 0) {
        let name = String::from_utf8_lossy(name);
        // What is not text, or is listed but gone, names nothing.
        let Ok(content) = fs::read(root().join(&*name)) else { continue };
        let Ok(text) = str::from_utf8(&content) else { continue };
        found.extend(PERSONAL.iter().filter(|path| text.contains(**path)).map(|path| format!("{name}: {path}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}
