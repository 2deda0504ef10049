//! `cargo xtask dist`: the deployable folder.

pub(crate) mod freshness;
mod privacy;
mod remapping;

use std::path::{Path, absolute};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::{process, tools};

/// Names the configuration to the step that Trunk starts.
pub(crate) const CONFIGURATION_VARIABLE: &str = "REKEY_CONFIGURATION";

/// Lets Trunk build the page and checks that nothing of this machine is in it.
pub(crate) fn dist(project: &Project, configuration: Option<&Path>) -> Result<()> {
    tools::ensure_wasm_target()?;
    let search_path = tools::search_path()?;
    // Trunk runs offline, so that it never downloads a tool; Cargo gets its packages here.
    process::run(process::cargo().args(["fetch", "--locked", "--quiet"]).current_dir(&project.root))?;

    let mut trunk = Command::new("trunk");
    trunk.args(["--quiet", "--skip-version-check", "build", "--offline"]).current_dir(&project.root);
    // Trunk takes `NO_COLOR=1` for an invalid value and stops.
    trunk.env("PATH", &search_path).env_remove("NO_COLOR");
    let (variable, flags) = remapping::variable(project)?;
    trunk.env(variable, flags);
    if let Some(path) = configuration {
        let path = absolute(path).with_context(|| format!("cannot resolve {}", path.display()))?;
        if !path.is_file() {
            bail!("there is no configuration file {}", path.display());
        }
        trunk.env(CONFIGURATION_VARIABLE, path);
    }
    process::run(&mut trunk)?;
    privacy::check(project)?;
    println!("{} is ready.", project.dist().display());
    Ok(())
}
