//! The types of everything that Node runs: Playwright and esbuild leave them out unread.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::portals;
use crate::project::Project;
use crate::{bench, process, tools};

/// Checks those of the browser tests, of what measures, of the peers that the console is measured beside, and of the
/// portals that embed it.
pub(super) fn check(project: &Project) -> Result<()> {
    let compiler = end2end(project).join("node_modules/typescript/bin/tsc");
    install(project)?.iter().try_for_each(|folder| {
        // It reads the `tsconfig.json` of the folder.
        process::run(Command::new("node").arg(&compiler).arg("--noEmit").current_dir(folder))
    })
}

/// Installs the packages of all of them, and returns their folders.
pub(super) fn install(project: &Project) -> Result<Vec<PathBuf>> {
    tools::install_packages(&end2end(project))?;
    let mut folders = vec![end2end(project), portals::install(project)?];
    for peer in bench::WITH_PACKAGES {
        folders.push(peer.install(project)?);
    }
    Ok(folders)
}

fn end2end(project: &Project) -> PathBuf {
    project.root.join("end2end")
}
