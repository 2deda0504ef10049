//! The portals that embed the console in the browser tests: `end2end/portals`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::{process, tools};

/// What is built; the portal in plain HTML is served as it is written.
const SCRIPTS: [&str; 2] = ["react/main.tsx", "vue/main.ts"];

/// What makes them pages as one would ship them: small, each in one script, and without the checks for development.
const PRODUCTION: [&str; 10] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2023",
    "--jsx=automatic",
    "--define:process.env.NODE_ENV=\"production\"",
    "--define:__VUE_OPTIONS_API__=false",
    "--define:__VUE_PROD_DEVTOOLS__=false",
    "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
    "--log-level=warning",
];

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
    let mut esbuild = Command::new("node");
    esbuild.arg("node_modules/esbuild/bin/esbuild").args(SCRIPTS).args(PRODUCTION).arg("--outbase=.");
    process::run(esbuild.arg(format!("--outdir={}", built.display())).current_dir(&sources))?;
    Ok(built)
}
