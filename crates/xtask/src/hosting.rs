//! What a host has to be told about one configuration: files for nginx, for Caddy, and for hosts that read `_headers`,
//! all written from one table (W-06).

mod api;
mod caddy;
mod cdn;
mod lines;
mod nginx;
pub(crate) mod policy;
mod preloads;
mod rules;
mod site_path;
mod upstream;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

pub(crate) use site_path::SitePath;
pub(crate) use upstream::Upstream;

use api::Api;
use rules::{Place, Rule};

use crate::dist::Configuration;

/// What the configuration does not say.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// The folder of the host.
    pub(crate) path: SitePath,
    /// Where the requests of a connection on the page's own origin go, by its id.
    pub(crate) upstreams: Vec<(String, Upstream)>,
}

/// What the files of a console are called, by the ends of their names (W-07).
const MEDIA_TYPES: [(&str, &str); 7] = [
    ("css", "text/css"),
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
];

/// The addresses of the assets below the path of the site, as a pattern: names as the build makes them, and so neither
/// a source map nor a compressed copy.
const ASSETS: &str = "assets/[A-Za-z-]+-[0-9a-f]{16}\\.(?:css|js|json|wasm)";

/// The first line of every file that the next release replaces.
const WRITTEN_BY: &str = "Written by `cargo xtask dist --config`; the next release replaces it.";

/// A configuration and a folder, as the writers need them.
struct Site {
    path: SitePath,
    rules: Vec<Rule>,
    portals: Vec<String>,
    /// The names of the assets, those of the newest release first.
    assets: Vec<String>,
}

impl Site {
    fn of(folder: &Path, configuration: &Configuration, options: &Options) -> Result<Self> {
        let apis = api::apis(&configuration.connections, &options.upstreams)?;
        Ok(Self {
            path: options.path.clone(),
            rules: rules::rules(folder, configuration, apis)?,
            portals: configuration.portals.clone(),
            assets: crate::releases::assets(folder)?,
        })
    }

    fn apis(&self) -> impl Iterator<Item = &Api> {
        self.rules.iter().filter_map(|rule| match &rule.place {
            Place::Api(api) => Some(api),
            _ => None,
        })
    }

    /// The rules of the files, without those of the APIs.
    fn files(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| !matches!(rule.place, Place::Api(_)))
    }

    /// What is said of everything that is not there.
    fn rest(&self) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.place == Place::Rest)
    }
}

/// Writes the files for servers into `deployment`, and those for hosts into the folder itself. Returns the connections
/// whose upstream nobody has named.
pub(crate) fn write(
    folder: &Path,
    deployment: &Path,
    configuration: &Configuration,
    options: &Options,
) -> Result<Vec<String>> {
    let site = Site::of(folder, configuration, options)?;
    clear(deployment)?;
    for (name, text) in nginx::files(&site).into_iter().chain(caddy::files(&site)) {
        write_file(&deployment.join(name), &text)?;
    }
    write_file(&folder.join("_headers"), &cdn::headers(&site)?)?;
    let unnamed = site.apis().filter(|api| api.upstream == Upstream::unnamed(&api.connection));
    Ok(unnamed.map(|api| api.connection.clone()).collect())
}

/// Takes away what an earlier configuration has left, which would not be true of this one.
pub(crate) fn clear(deployment: &Path) -> Result<()> {
    for folder in ["nginx", "caddy"].map(|server| deployment.join(server)) {
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
    }
    Ok(())
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().context("a file stands in a folder")?;
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests;
