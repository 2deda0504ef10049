//! Nothing that is shipped tells on which machine it was built (C-07).

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

use super::remapping;
use crate::project::Project;

/// Refuses a build in which a path of this machine is readable.
pub(super) fn check(project: &Project) -> Result<()> {
    let folders = [Some(project.root.clone()), Some(remapping::cargo_home()?), env::home_dir()];
    let folders = folders.into_iter().flatten().filter(|folder| folder.parent().is_some());
    // With a separator behind it, so that a home folder with a short name is not found in other words.
    let paths: Vec<PathBuf> = folders.map(|folder| folder.join("")).collect();
    for file in crate::size::shipped_files(&project.dist())? {
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        if let Some(path) = paths.iter().find(|path| contains(&content, path.as_os_str().as_encoded_bytes())) {
            bail!("{} contains the path {} of this machine", file.display(), path.display());
        }
    }
    Ok(())
}

fn contains(content: &[u8], searched: &[u8]) -> bool {
    content.windows(searched.len()).any(|window| window == searched)
}
