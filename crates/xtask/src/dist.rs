//! `cargo xtask dist`: the deployable folder, and what a host has to be told about it.

pub(crate) mod account;
mod configuration;
pub(crate) mod freshness;
mod privacy;
mod remapping;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};

pub(crate) use self::configuration::Configuration;
use crate::hosting::{self, policy};
use crate::project::Project;
use crate::releases::Kept;
use crate::{compression, process, tools};

/// What may be asked of `dist` and `configure`.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// The configuration that the folder is for; without it the page may call any secure address.
    pub(crate) configuration: Option<PathBuf>,
    /// What the host's files say besides.
    pub(crate) hosting: hosting::Options,
    /// The folder of the release that is live, some of whose assets stay.
    pub(crate) keep: Option<PathBuf>,
}

/// Lets Trunk build the page, accounts for it, checks that nothing of this machine is in it, and makes it ready for a
/// host.
pub(crate) fn dist(project: &Project, options: &Options) -> Result<()> {
    let asked = Asked::read(options)?;
    build(project)?;
    account::write(project)?;
    privacy::check(project)?;
    asked.apply(&project.dist())
}

/// `cargo xtask configure`: makes a folder that was built before ready for a host.
pub(crate) fn configure(folder: &Path, options: &Options) -> Result<()> {
    ensure!(folder.join("index.html").is_file(), "{} is not what `cargo xtask dist` writes", folder.display());
    Asked::read(options)?.apply(folder)
}

fn build(project: &Project) -> Result<()> {
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
    process::run(&mut trunk)
}

/// The options with all that they name, read before a build may take something of it away.
struct Asked<'options> {
    configuration: Option<Configuration>,
    hosting: &'options hosting::Options,
    kept: Option<Kept>,
}

impl<'options> Asked<'options> {
    fn read(options: &'options Options) -> Result<Self> {
        let Options { configuration, hosting, keep } = options;
        ensure!(
            configuration.is_some() || *hosting == hosting::Options::default(),
            "--path and --upstream say where a configuration is hosted; --config names it"
        );
        Ok(Self {
            configuration: configuration.as_deref().map(Configuration::read).transpose()?,
            hosting,
            kept: keep.as_deref().map(|live| Kept::read(live, SystemTime::now())).transpose()?,
        })
    }

    fn apply(&self, folder: &Path) -> Result<()> {
        self.host(folder)?;
        account::renew(folder)?;
        println!("The SHA-256 of its manifest is {}.", account::fingerprint(folder)?);
        Ok(())
    }

    fn host(&self, folder: &Path) -> Result<()> {
        // The files for servers are no part of what is served.
        let deployment = folder.parent().context("the folder stands in another one")?.join("deploy");
        if let Some(kept) = &self.kept {
            kept.write(folder)?;
        }
        let Some(configuration) = &self.configuration else {
            hosting::clear(&deployment)?;
            compression::compress(folder)?;
            println!("{} is ready.", folder.display());
            return Ok(());
        };
        narrow(folder, &configuration.origins())?;
        write(&folder.join("config.json"), &configuration.text)?;
        compression::compress(folder)?;
        let unnamed = hosting::write(folder, &deployment, configuration, self.hosting)?;
        println!("{} is ready, and {} for the servers in front of it.", folder.display(), deployment.display());
        for connection in unnamed {
            println!(
                "`{connection}` is on the page's own origin: name what answers, --upstream {connection}=https://…"
            );
        }
        Ok(())
    }
}

/// Lets every page of the folder connect to these origins and to its own, and to no other.
fn narrow(folder: &Path, origins: &[String]) -> Result<()> {
    for page in ["index.html", "embed.html"].map(|page| folder.join(page)) {
        if page.is_file() {
            let text = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
            write(&page, &policy::narrow(&text, origins)?)?;
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
