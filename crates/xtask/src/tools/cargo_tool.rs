//! A tool that comes from crates.io.

use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::{env, fs};

use anyhow::{Context as _, Result};

use super::cache;
use crate::process::{cargo, run};

/// A program that Cargo can install, in one version.
pub(super) struct CargoTool {
    pub(super) package: &'static str,
    pub(super) binary: &'static str,
    pub(super) version: &'static str,
    /// What makes it print its version. A command of Cargo may want to be called as Cargo calls it.
    pub(super) asked_by: &'static [&'static str],
    /// Completes "… is installed: it".
    pub(super) purpose: &'static str,
    /// What of it is built: Cargo's options for that.
    pub(super) part: &'static [&'static str],
    /// How far it is optimised: Cargo's `opt-level`. One that only calls others needs none.
    pub(super) optimization: &'static str,
}

/// A lighter profile than the tools' own, which costs seven minutes on two cores and saves us nothing.
const QUICK_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

impl CargoTool {
    /// The folder to search first, or none if the system already has the pinned version.
    pub(super) fn find_or_install(&self) -> Result<Option<PathBuf>> {
        if self.is_pinned(Path::new(self.binary)) {
            return Ok(None);
        }
        let folder = cache::folder()?.join(format!("{}-{}", self.package, self.version));
        let binaries = folder.join("bin");
        if !self.is_pinned(&binaries.join(self.binary)) {
            self.install(&folder)?;
        }
        Ok(Some(binaries))
    }

    fn is_pinned(&self, program: &Path) -> bool {
        let output = Command::new(program).args(self.asked_by).stderr(Stdio::null()).output();
        output.is_ok_and(|output| {
            String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == self.version)
        })
    }

    /// Installs beside `folder` and renames, so that an interrupted installation does not count.
    fn install(&self, folder: &Path) -> Result<()> {
        let Self { package, version, purpose, part, optimization, .. } = self;
        eprintln!("installing {package} {version} into {} (once, a few minutes): it {purpose}", folder.display());
        let unfinished = folder.with_file_name(format!("unfinished-{package}-{}", process::id()));
        let mut install = cargo();
        install.args(["install", package, "--version", version, "--locked", "--root"]).arg(&unfinished).args(*part);
        // A target folder shared with the checkout would mix two dependency graphs and keep the tool's.
        install.current_dir(env::temp_dir()).env_remove("CARGO_TARGET_DIR").envs(QUICK_PROFILE);
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimization);
        run(&mut install)?;
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("cannot replace {}", folder.display()))?;
        }
        fs::rename(&unfinished, folder).with_context(|| format!("cannot move {package} to {}", folder.display()))
    }
}
