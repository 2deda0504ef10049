//! The user's cache folder.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// Rekey's part of the user's cache folder, by the convention of the system.
pub(super) fn folder() -> Result<PathBuf> {
    let configured = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let caches = match configured {
        Some(path) => path,
        None if cfg!(windows) => PathBuf::from(env::var_os("LOCALAPPDATA").context("LOCALAPPDATA is not set")?),
        None => env::home_dir().context("the user has no home folder")?.join(relative_to_home()),
    };
    Ok(caches.join("rekey"))
}

const fn relative_to_home() -> &'static str {
    if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }
}
