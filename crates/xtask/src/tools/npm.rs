//! The packages of the browser tests and of what the console is measured beside; nothing of them is shipped (C-04).

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result};

use super::cache;
use crate::process::run;

/// Installs what the lock file names, without running any package's own script (C-01).
pub(crate) fn install_packages(folder: &Path) -> Result<()> {
    // npm writes this file last, so its age is the age of a finished installation.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    eprintln!("installing the npm packages of {}: tests and measurements use them", folder.display());
    run(Command::new(NPM).args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"]).current_dir(folder))
}

/// Installs the packages of a folder of sources beside a copy of it, `name` in the user's cache folder: the checkout
/// stays as it is, and a fresh clone does not pay twice. Returns the copy.
pub(crate) fn install_copy(folder: &Path, name: &str) -> Result<PathBuf> {
    let copy = cache::folder()?.join(name);
    copy_files(folder, &copy).with_context(|| format!("cannot copy {} to {}", folder.display(), copy.display()))?;
    install_packages(&copy)?;
    Ok(copy)
}

/// Makes the files of a folder those of another. What is the same stays untouched: the age of the lock file tells
/// whether the packages are those that it names.
fn copy_files(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in files(to)? {
        if !from.join(file.file_name()).exists() {
            fs::remove_file(file.path())?;
        }
    }
    for file in files(from)? {
        let (content, copy) = (fs::read(file.path())?, to.join(file.file_name()));
        if fs::read(&copy).ok().as_ref() != Some(&content) {
            fs::write(&copy, content)?;
        }
    }
    Ok(())
}

/// The files of a folder, without its folders.
fn files(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry);
        }
    }
    Ok(files)
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{copy_files, modified};

    #[test]
    fn a_copy_becomes_the_same_and_what_is_the_same_keeps_its_age() {
        let folder = env::temp_dir().join(format!("rekey-npm-{}", process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(&from).unwrap();
        fs::create_dir_all(to.join("node_modules")).unwrap();
        for (file, content) in [("from/package.json", "new"), ("from/main.tsx", "same")] {
            fs::write(folder.join(file), content).unwrap();
        }
        for (file, content) in [("to/package.json", "old"), ("to/main.tsx", "same"), ("to/gone.tsx", "")] {
            fs::write(folder.join(file), content).unwrap();
        }
        let before = modified(&to.join("main.tsx"));
        copy_files(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("package.json")).unwrap(), "new");
        assert_eq!(modified(&to.join("main.tsx")), before);
        assert!(!to.join("gone.tsx").exists());
        assert!(to.join("node_modules").exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
