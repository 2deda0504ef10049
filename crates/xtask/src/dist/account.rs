//! What lies beside the page and accounts for it: whose work is in it, what it was made of, and what every file is.
//! The page itself asks for none of it.

mod bill_of_materials;
mod licences;
mod manifest;
mod versions;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use self::versions::Versions;
use crate::inventory;
use crate::project::Project;

/// The manifest, which names all other files.
pub(crate) const MANIFEST: &str = manifest::FILE;

/// The files, by their names in `dist/`.
pub(crate) const FILES: [&str; 3] = [licences::FILE, bill_of_materials::FILE, MANIFEST];

/// What no browser need get of them. The licences go along with the program that they are about.
pub(crate) const UNSERVED: [&str; 2] = [bill_of_materials::FILE, MANIFEST];

/// Writes them beside a page that has just been built.
pub(super) fn write(project: &Project) -> Result<()> {
    let folder = project.dist();
    let (packages, versions) = (inventory::packages(project)?, Versions::discover()?);
    put(&folder, licences::FILE, &licences::write(&packages)?)?;
    // What a configuration changes is no part of the program, and only the manifest follows it.
    let assets: Vec<_> = manifest::entries(&folder)?.into_iter().filter(manifest::Entry::is_asset).collect();
    put(&folder, bill_of_materials::FILE, &bill_of_materials::write(&packages, &assets, &versions)?)?;
    let commit = manifest::commit(&project.root);
    put(&folder, MANIFEST, &manifest::write(&manifest::entries(&folder)?, &versions, commit.as_deref()))
}

/// Lets the manifest of a folder name its files as they are now; what made them stays.
pub(super) fn renew(folder: &Path) -> Result<()> {
    let path = folder.join(MANIFEST);
    let written = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    put(folder, MANIFEST, &manifest::renew(&written, &manifest::entries(folder)?)?)
}

/// The SHA-256 of the manifest, which stands for the whole of a folder.
pub(crate) fn fingerprint(folder: &Path) -> Result<String> {
    manifest::fingerprint(folder)
}

fn put(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("cannot write {name} into {}", folder.display()))
}
