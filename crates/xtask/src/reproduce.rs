//! `cargo xtask reproduce`: builds the last commit twice, in two folders, and compares what comes out byte by byte (C-05).

mod difference;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use self::difference::{Difference, differences};
use crate::dist::account;
use crate::process;
use crate::project::Project;

/// A build: where it is made, and what else is not as in the other one. The depth of the folders differs as well.
const BUILDS: [(&str, &str, &str); 2] =
    [("one", "Pacific/Honolulu", "C"), ("the-other/further-down", "Asia/Kolkata", "en_US.UTF-8")];

/// More differences than that say nothing new.
const SHOWN: usize = 10;

/// Builds, compares, and prints the hash of the manifest that both builds have.
pub(crate) fn reproduce(project: &Project) -> Result<()> {
    let folder = project.target.join("reproduce");
    remove(&folder)?;
    if !process::output(git(&project.root).args(["status", "--porcelain"]))?.is_empty() {
        println!("What is not committed is not in either build.");
    }
    let mut built = Vec::new();
    for (name, zone, language) in BUILDS {
        let copy = folder.join(name);
        println!("building in {}", copy.display());
        fs::create_dir_all(&copy).with_context(|| format!("cannot make {}", copy.display()))?;
        process::run(git(&project.root).args(["clone", "--quiet", "--no-hardlinks", "."]).arg(&copy))?;
        // Nothing of the checkout or of the other build may serve this one, but the sources of the crates.
        let mut dist = process::cargo();
        dist.args(["xtask", "dist"]).current_dir(&copy).env("CARGO_TARGET_DIR", copy.join("target"));
        process::run(dist.env("TZ", zone).env("LC_ALL", language))?;
        built.push(copy.join("dist"));
    }
    compare(&built)?;
    remove(&folder)
}

fn compare(built: &[PathBuf]) -> Result<()> {
    let [one, other] = built else { bail!("there are {} builds, and not two", built.len()) };
    let differences = differences(one, other)?;
    if differences.is_empty() {
        println!("\nBoth builds are the same, byte by byte. The SHA-256 of their manifest is");
        println!("{}", account::fingerprint(one)?);
        return Ok(());
    }
    differences.iter().take(SHOWN).for_each(Difference::print);
    bail!("{} files differ between {} and {}", differences.len(), one.display(), other.display())
}

fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder);
    git
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
