//! The page that the console is measured beside: `end2end/peers/list`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::project::Project;
use crate::{process, tools};

/// What makes it a page as one would ship it: one script, small, and React without its checks for development.
const PRODUCTION: [&str; 6] = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2023",
    "--jsx=automatic",
    "--define:process.env.NODE_ENV=\"production\"",
];

/// Copies it to where its packages are, and returns that folder.
pub(crate) fn install(project: &Project) -> Result<PathBuf> {
    tools::install_copy(&project.root.join("end2end/peers/list"), "peer-list")
}

/// Builds it into a folder of its own, which the sandbox serves as it serves the console, and returns that folder.
pub(super) fn build(project: &Project) -> Result<PathBuf> {
    let sources = install(project)?;
    let site = project.target.join("peers/list");
    let assets = site.join("assets");
    fs::create_dir_all(&assets).with_context(|| format!("cannot make {}", assets.display()))?;
    let page = site.join("index.html");
    fs::copy(sources.join("index.html"), &page).with_context(|| format!("cannot write {}", page.display()))?;
    let mut esbuild = Command::new("node");
    esbuild.args(["node_modules/esbuild/bin/esbuild", "main.tsx", "style.css", "--log-level=warning"]).args(PRODUCTION);
    process::run(esbuild.arg(format!("--outdir={}", assets.display())).current_dir(&sources))?;
    Ok(site)
}
