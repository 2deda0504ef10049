//! Pages that are made with packages of npm: the peers of the measurements, and the portals of the browser tests.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::run;

/// What makes it a page as one would ship it: small, in one script, and without the checks for development.
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

/// Bundles each of `entries` into a file of its own below `folder`, with the packages that lie beside the sources.
pub(crate) fn bundle(sources: &Path, entries: &[&str], folder: &Path) -> Result<()> {
    let mut esbuild = Command::new("node");
    esbuild.arg("node_modules/esbuild/bin/esbuild").args(entries).args(PRODUCTION).arg("--outbase=.");
    run(esbuild.arg(format!("--outdir={}", folder.display())).current_dir(sources))
}
