//! Packages of Debian.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use crate::process::{output, run};

/// Who decides on Debian whether a service that was installed is started. A system that runs services has none.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Whether this is Debian, and we are root.
pub(super) fn may_install() -> bool {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|identifier| identifier.trim() == "0");
    is_root && Path::new("/etc/debian_version").exists()
}

/// Installs packages, and starts nothing that comes with them: a server for tests is not one for the neighbours.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let _quiet = Quiet::new()?;
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}

/// As long as it is there, nothing is started.
struct Quiet {
    is_ours: bool,
}

impl Quiet {
    fn new() -> Result<Self> {
        if Path::new(POLICY).exists() {
            return Ok(Self { is_ours: false });
        }
        fs::write(POLICY, "#!/bin/sh\nexit 101\n").with_context(|| format!("cannot write {POLICY}"))?;
        let quiet = Self { is_ours: true };
        run(Command::new("chmod").args(["755", POLICY]))?;
        Ok(quiet)
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if self.is_ours
            && let Err(error) = fs::remove_file(POLICY)
        {
            eprintln!("{POLICY} has to be removed by hand: {error}");
        }
    }
}
