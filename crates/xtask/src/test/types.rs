//! The types of everything that Node runs: Playwright and esbuild leave them out unread.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::portals;
use super::tally::Tally;
use crate::project::Project;
use crate::{bench, process, tools};

/// Checks those of the browser tests, of what measures, of the peers that the console is measured beside, and of the
/// portals that embed it.
pub(super) fn check(project: &Project, _: &mut Tally) -> Result<()> {
    let end2end = project.root.join("end2end");
    tools::install_packages(&end2end)?;
    check_folder(&end2end, &end2end)?;
    bench::WITH_PACKAGES.iter().try_for_each(|peer| check_folder(&end2end, &peer.install(project)?))?;
    check_folder(&end2end, &portals::install(project)?)
}

/// Reads the `tsconfig.json` of a folder, with the compiler of the browser tests.
fn check_folder(end2end: &Path, folder: &Path) -> Result<()> {
    let compiler = end2end.join("node_modules/typescript/bin/tsc");
    process::run(Command::new("node").arg(compiler).arg("--noEmit").current_dir(folder))
}
