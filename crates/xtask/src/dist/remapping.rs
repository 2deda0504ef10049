//! The compiler settings of the release that depend on this machine, given through the environment.
//!
//! They name the WebAssembly target only: the native tools do not notice and are not built again.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;
use crate::project::Project;

/// The variable for Cargo by which no path of this machine ends up in the module (C-05, C-07). Cargo adds it to the
/// flags of `.cargo/config.toml`.
pub(super) fn variable(project: &Project) -> Result<(&'static str, String)> {
    let prefixes = [
        (project.root.clone(), "/rekey"),
        (cargo_home()?, "/cargo"),
        (compiler_folder()?, "/rust"),
        (project.target.clone(), "/target"),
    ];
    let flags = prefixes.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    Ok(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" ")))
}

/// Where the sources of the crates lie.
pub(super) fn cargo_home() -> Result<PathBuf> {
    let configured = env::var_os("CARGO_HOME").map(PathBuf::from);
    configured.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("the user has no home folder")
}

fn compiler_folder() -> Result<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = process::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(printed.trim()))
}
