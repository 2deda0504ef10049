//! The pages that the console is measured beside: `end2end/peers`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::project::Project;
use crate::{compression, tools};

/// A page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peer {
    /// The list of credentials, made with React.
    ReactList,
    /// One form that changes a password, made with React.
    ReactForm,
    /// The same form, written by hand.
    PlainForm,
}

/// Those that are made with packages, and have types to check.
pub(crate) const WITH_PACKAGES: [Peer; 2] = [Peer::ReactList, Peer::ReactForm];

impl Peer {
    /// Its folder in `end2end/peers`.
    fn folder(self) -> &'static str {
        match self {
            Self::ReactList => "list",
            Self::ReactForm => "form",
            Self::PlainForm => "plain",
        }
    }

    fn sources(self, project: &Project) -> PathBuf {
        project.root.join("end2end/peers").join(self.folder())
    }

    /// Copies it to where its packages are, and returns that folder.
    pub(crate) fn install(self, project: &Project) -> Result<PathBuf> {
        tools::install_copy(&self.sources(project), &format!("peer-{}", self.folder()))
    }

    /// Builds it into a folder of its own, which is served as the console is, and returns that folder.
    pub(super) fn build(self, project: &Project) -> Result<PathBuf> {
        let site = project.target.join("peers").join(self.folder());
        if site.exists() {
            // Its names have no hashes, so copies of an earlier build would pass for this one's.
            fs::remove_dir_all(&site).with_context(|| format!("cannot replace {}", site.display()))?;
        }
        fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))?;
        let sources = match self {
            Self::ReactList | Self::ReactForm => {
                let sources = self.install(project)?;
                tools::bundle(&sources, &["main.tsx", "style.css"], &site.join("assets"))?;
                sources
            }
            Self::PlainForm => self.sources(project),
        };
        let page = site.join("index.html");
        fs::copy(sources.join("index.html"), &page).with_context(|| format!("cannot write {}", page.display()))?;
        compression::compress(&site)?;
        Ok(site)
    }
}
