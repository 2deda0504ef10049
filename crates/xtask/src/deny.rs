//! `cargo xtask deny`: holds the packages of others against the policy in `deny.toml` (C-02).
//!
//! What needs no tool the repository's tests check each time. This is the whole of it, with the advisories.

use anyhow::{Result, bail, ensure};

use crate::project::Project;
use crate::{process, tools};

/// The lock files, by their manifests.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// What may be asked of `deny`.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Leaves the advisories out, where their database cannot be reached.
    pub(crate) is_without_advisories: bool,
}

/// Checks everything, and fails if anything could not be checked.
pub(crate) fn deny(project: &Project, options: &Options) -> Result<()> {
    let path = tools::deny_search_path()?;
    let run = |manifest: &str, arguments: &[&str]| {
        let mut deny = process::cargo();
        deny.args(["deny", "--locked", "--workspace", "--config", "deny.toml", "--manifest-path", manifest]);
        deny.args(arguments).env("PATH", &path).current_dir(&project.root);
        process::code(&mut deny)
    };
    for manifest in MANIFESTS {
        // Each of the two has packages twice that the other has not; that every reason is still one, a test holds.
        let allowed = ["--allow", "unmatched-skip", "--allow", "unnecessary-skip"];
        let code = run(manifest, &[&["check"], &allowed[..], &["bans", "licenses", "sources"]].concat())?;
        ensure!(code == 0, "{manifest}: packages are against the policy in deny.toml");
    }
    if options.is_without_advisories {
        println!("The advisories were left out: nothing is said about known holes.");
        return Ok(());
    }
    // Whether the database came is asked by itself: that it did not must not look like an answer about the packages.
    if run("Cargo.toml", &["fetch", "db"])? != 0 {
        bail!(
            "the advisories were NOT checked: their database could not be fetched. Everything else is as deny.toml wants \
             it; `--without-advisories` says that this is enough"
        );
    }
    for manifest in MANIFESTS {
        let code = run(manifest, &["check", "advisories"])?;
        ensure!(code == 0, "{manifest}: there are advisories against packages that are used");
    }
    Ok(())
}
