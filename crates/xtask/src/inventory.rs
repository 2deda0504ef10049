//! What the program is made of: the packages that Cargo compiles into it, and those that run while it is built.

mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use self::tree::Tree;
use crate::process;
use crate::project::Project;
use crate::tools::WASM_TARGET;

/// A package as a lock file names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Identity {
    pub(crate) name: String,
    pub(crate) version: String,
}

impl fmt::Display for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}@{}", self.name, self.version)
    }
}

/// What a package has to do with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// It is compiled into it. The linker then leaves out what nothing calls.
    Program,
    /// It runs on the machine that builds: a procedural macro, a build script, or what they need.
    Build,
}

/// One package.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) identity: Identity,
    pub(crate) part: Part,
    pub(crate) dependencies: BTreeSet<Identity>,
    /// The expression of SPDX that its authors give; none for a package of ours.
    pub(crate) licence: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) description: Option<String>,
    /// The SHA-256 of what the registry gives out; none for a package of ours.
    pub(crate) checksum: Option<String>,
    /// Where its sources lie on this machine.
    pub(crate) folder: PathBuf,
}

impl Package {
    /// Whether its sources are in this repository.
    pub(crate) fn is_ours(&self) -> bool {
        self.checksum.is_none()
    }
}

/// The packages behind the page, in the order of their names and versions.
pub(crate) fn packages(project: &Project) -> Result<Vec<Package>> {
    let everything = Tree::parse(&cargo_tree(project, "normal,build")?)?;
    let program = Tree::parse(&cargo_tree(project, "normal,no-proc-macro")?)?;
    let mut described = metadata(project)?;
    let mut checksums = checksums(project)?;
    let package = |(identity, dependencies): (Identity, BTreeSet<Identity>)| {
        let facts = described.remove(&identity).with_context(|| format!("`cargo metadata` knows no {identity}"))?;
        let part = if program.contains(&identity) { Part::Program } else { Part::Build };
        let checksum = checksums.remove(&identity);
        let Facts { licence, authors, description, folder } = facts;
        Ok(Package { identity, part, dependencies, licence, authors, description, checksum, folder })
    };
    everything.into_packages().map(package).collect()
}

/// The tree of the page, with the features that it is built with. The resolver that builds is the one that answers;
/// what `cargo metadata` says of features is for the whole workspace.
fn cargo_tree(project: &Project, edges: &str) -> Result<String> {
    let options = ["tree", "--locked", "--package", "rekey", "--prefix", "depth", "--format", " {p}", "--edges", edges];
    process::output(process::cargo().args(options).args(["--target", WASM_TARGET]).current_dir(&project.root))
}

/// What a package says of itself.
struct Facts {
    licence: Option<String>,
    authors: Vec<String>,
    description: Option<String>,
    folder: PathBuf,
}

fn metadata(project: &Project) -> Result<BTreeMap<Identity, Facts>> {
    let options = ["metadata", "--locked", "--format-version=1"];
    let text = process::output(process::cargo().args(options).current_dir(&project.root))?;
    let metadata: Value = serde_json::from_str(&text).context("`cargo metadata` printed no JSON")?;
    let packages = metadata.get("packages").and_then(Value::as_array).context("`cargo metadata` lists no packages")?;
    packages.iter().map(|package| facts(package).context("`cargo metadata` describes a package badly")).collect()
}

fn facts(package: &Value) -> Option<(Identity, Facts)> {
    let text = |key: &str| package.get(key).and_then(Value::as_str);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let identity = Identity { name: text("name")?.to_owned(), version: text("version")?.to_owned() };
    let folder = PathBuf::from(text("manifest_path")?).parent()?.to_owned();
    // Cargo once took a slash for "or".
    let licence = text("license").map(|licence| licence.replace(" / ", "/").replace('/', " OR "));
    // The names alone: an address of mail is nothing to hand out.
    let name = |author: &str| author.split('<').next().unwrap_or_default().trim().to_owned();
    let authors = package.get("authors")?.as_array()?.iter().filter_map(Value::as_str).map(name).collect();
    Some((identity, Facts { licence, authors, description: text("description").map(one_line), folder }))
}

fn checksums(project: &Project) -> Result<BTreeMap<Identity, String>> {
    let text = std::fs::read_to_string(project.root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: toml::Table = text.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock lists no packages")?;
    let checksum = |package: &toml::Value| {
        let text = |key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        Some((Identity { name: text("name")?, version: text("version")? }, text("checksum")?))
    };
    Ok(packages.iter().filter_map(checksum).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Part, Project, packages};

    fn project() -> Project {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        Project { target: root.join("target"), root }
    }

    #[test]
    fn the_packages_of_the_page_are_told_from_those_that_build_it() {
        let packages = packages(&project()).unwrap();
        let part =
            |name: &str| packages.iter().find(|package| package.identity.name == name).map(|package| package.part);
        for name in ["rekey", "rekey-core", "rekey-records", "leptos", "wasm-bindgen", "serde_json"] {
            assert_eq!(part(name), Some(Part::Program), "{name}");
        }
        for name in ["rekey-markup", "wasm-bindgen-macro", "serde_derive"] {
            assert_eq!(part(name), Some(Part::Build), "{name}");
        }
        for name in ["axum", "rusqlite", "proptest", "rekey-sandbox", "rekey-xtask"] {
            assert_eq!(part(name), None, "{name}");
        }
    }

    #[test]
    fn every_package_of_others_has_a_licence_and_a_hash_and_ours_have_neither() {
        for package in packages(&project()).unwrap() {
            let is_named_ours = package.identity.name.starts_with("rekey");
            assert_eq!(package.is_ours(), is_named_ours, "{}", package.identity);
            assert_eq!(package.licence.is_none(), is_named_ours, "{}", package.identity);
            assert!(package.checksum.is_none_or(|checksum| checksum.len() == 64), "{}", package.identity);
        }
    }
}
