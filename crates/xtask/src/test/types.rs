//! The types of everything that Node runs: Playwright and esbuild leave them out unread.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::portals;
use super::tally::Tally;
use crate::project::Project;
use crate::{bench, process, tools};

/// Checks those of the browser tests, of what measures, of the peer that the console is measured beside, and of the
/// portals that embed it.
pub(super) fn check(project: &Project, _: &mut Tally) -> Result<()> {
    let end2end = project.root.join("end2end");
    tools::install_packages(&end2end)?;
    let peer = bench::install_peer(project)?;
    let portals = portals::install(project)?;
    [end2end.as_path(), &peer, &portals].into_iter().try_for_each(|folder| check_folder(&end2end, folder))
}

/// Reads the `tsconfig.json` of a folder, with the compiler of the browser tests.
fn check_folder(end2end: &Path, folder: &Path) -> Result<()> {
    let compiler = end2end.join("node_modules/typescript/bin/tsc");
    process::run(Command::new("node").arg(compiler).arg("--noEmit").current_dir(folder))
}
