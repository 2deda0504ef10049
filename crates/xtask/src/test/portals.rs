//! The portals that embed the console in the browser tests: `end2end/portals`.

use std::path::PathBuf;

use anyhow::Result;

use crate::project::Project;
use crate::tools;

/// What is built; the portal in plain HTML is served as it is written.
const SCRIPTS: [&str; 2] = ["react/main.tsx", "vue/main.ts"];

/// Installs their packages, and returns the folder of their sources.
pub(super) fn install(project: &Project) -> Result<PathBuf> {
    let sources = project.root.join("end2end/portals");
    tools::install_packages(&sources)?;
    Ok(sources)
}

/// Builds their scripts, and returns the folder that holds them.
pub(super) fn build(project: &Project) -> Result<PathBuf> {
    let sources = install(project)?;
    let built = project.target.join("portals");
    tools::bundle(&sources, &SCRIPTS, &built)?;
    Ok(built)
}
