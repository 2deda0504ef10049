//! Whether `dist/` was built from the sources as they are now.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context as _, Result};

use crate::project::Project;

/// Everything that the shipped files are made of.
const SOURCES: [&str; 25] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/core/Cargo.toml",
    "crates/core/src",
    "crates/markup/Cargo.toml",
    "crates/markup/src",
    "crates/records/Cargo.toml",
    "crates/records/src",
    "crates/xtask/src/assemble",
    "crates/xtask/src/assemble.rs",
    "crates/xtask/src/compression.rs",
    "crates/xtask/src/dist",
    "crates/xtask/src/dist.rs",
    "crates/xtask/src/inventory",
    "crates/xtask/src/inventory.rs",
    "crates/xtask/src/tools.rs",
    "embed.html",
    "index.html",
    "languages",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
];

/// Whether nothing has changed since the page was built.
pub(crate) fn is_fresh(project: &Project) -> Result<bool> {
    let Ok(built) = fs::metadata(project.dist().join("index.html")).and_then(|metadata| metadata.modified()) else {
        return Ok(false);
    };
    for source in SOURCES {
        if latest_change(&project.root.join(source))? > built {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The newest time in a file or folder; a folder's own time tells that a file was removed.
fn latest_change(path: &Path) -> Result<SystemTime> {
    let context = || format!("cannot read {}", path.display());
    let mut latest = fs::metadata(path).and_then(|metadata| metadata.modified()).with_context(context)?;
    if path.is_dir() {
        for child in children(path).with_context(context)? {
            latest = latest.max(latest_change(&child)?);
        }
    }
    Ok(latest)
}

fn children(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}
