//! The packages of the browser tests; nothing of them is shipped (C-04).

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::Result;

use crate::process::run;

/// Installs what the lock file names, without running any package's own script (C-01).
pub(crate) fn install_packages(folder: &Path) -> Result<()> {
    // npm writes this file last, so its age is the age of a finished installation.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    eprintln!("installing the npm packages of {}: the browser tests use them", folder.display());
    run(Command::new(NPM).args(["ci", "--ignore-scripts", "--no-fund", "--no-audit"]).current_dir(folder))
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
