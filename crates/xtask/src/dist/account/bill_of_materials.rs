//! `rekey.cdx.json`: a bill of materials in the form of `CycloneDX` 1.6 (ASVS 15.1.2).
//!
//! It names what the shipped program is made of, and apart from it what ran while it was built. It depends on the sources
//! and the tools alone: no time and no chance is in it, and its number is that of its content.

mod form;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use self::form::{Bill, Component, Dependency, Hash, Kind, Licence, Lifecycle, Metadata, Scope, Tools};
use super::licences;
use super::manifest::Entry;
use super::versions::Versions;
use crate::inventory::{Package, Part};

/// Its name in `dist/`.
pub(super) const FILE: &str = "rekey.cdx.json";

/// The package that the bill is about.
const PAGE: &str = "rekey";

/// What refers to the standard library, which no lock file names.
const STANDARD_LIBRARY: &str = "rust-standard-library";

/// Writes the bill for these packages and shipped files.
pub(super) fn write(packages: &[Package], files: &[Entry], versions: &Versions) -> Result<String> {
    let page = packages.iter().find(|package| is_page(package)).context("there is no package of the page")?;
    let others = packages.iter().filter(|package| !is_page(package)).map(package);
    let library = Dependency { reference: STANDARD_LIBRARY.to_owned(), depends_on: Vec::new() };
    let mut bill = Bill {
        bom_format: "CycloneDX",
        spec_version: "1.6",
        serial_number: None,
        version: 1,
        metadata: Metadata {
            lifecycles: [Lifecycle { phase: "build" }],
            tools: Tools { components: versions.tools().map(tool).into() },
            component: Component {
                kind: Kind::Application,
                components: files.iter().map(file).collect(),
                scope: None,
                ..package(page)
            },
        },
        components: others.chain([standard_library(versions)]).collect(),
        dependencies: packages.iter().map(dependency).chain([library]).collect(),
    };
    bill.serial_number = Some(serial_number(&serde_json::to_string(&bill)?));
    Ok(format!("{}\n", serde_json::to_string_pretty(&bill)?))
}

fn is_page(package: &Package) -> bool {
    package.identity.name == PAGE
}

/// A package of ours is in no registry, so there is no address of it and no hash.
fn package(package: &Package) -> Component<'_> {
    let scope = match package.part {
        Part::Program => Scope::Required,
        Part::Build => Scope::Excluded,
    };
    Component {
        reference: Some(package.identity.to_string()),
        name: &package.identity.name,
        version: Some(&package.identity.version),
        description: package.description.as_deref(),
        scope: Some(scope),
        hashes: package.checksum.iter().map(|content| Hash { alg: "SHA-256", content }).collect(),
        licenses: package.licence.iter().map(|expression| Licence { expression }).collect(),
        purl: (!package.is_ours()).then(|| purl(package)),
        ..Component::default()
    }
}

fn standard_library(versions: &Versions) -> Component<'_> {
    Component {
        reference: Some(STANDARD_LIBRARY.to_owned()),
        name: "std",
        version: Some(versions.rust()),
        description: Some("The standard library of Rust, as the compiler ships it for WebAssembly"),
        scope: Some(Scope::Required),
        licenses: vec![Licence { expression: licences::STANDARD_LIBRARY }],
        ..Component::default()
    }
}

fn tool<'a>((name, version): (&'a str, &'a str)) -> Component<'a> {
    Component { kind: Kind::Application, name, version: Some(version), ..Component::default() }
}

fn file(file: &Entry) -> Component<'_> {
    let hashes = [("SHA-256", &file.sha256), ("SHA-384", &file.sha384)].map(|(alg, content)| Hash { alg, content });
    Component { kind: Kind::File, name: &file.path, hashes: hashes.into(), ..Component::default() }
}

fn dependency(package: &Package) -> Dependency {
    let needs = package.dependencies.iter().map(ToString::to_string);
    let standard = is_page(package).then(|| STANDARD_LIBRARY.to_owned());
    Dependency { reference: package.identity.to_string(), depends_on: needs.chain(standard).collect() }
}

/// The address of a package by its kind, name and version; `+` has a meaning of its own in addresses.
fn purl(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.identity.name, package.identity.version.replace('+', "%2B"))
}

/// A number of the form that the standard wants, made of the content (RFC 9562, version 8).
fn serial_number(content: &str) -> String {
    const VERSION: u32 = 76;
    const VARIANT: u32 = 62;
    let digest = Sha256::digest(content);
    let number = digest.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let number = number & !(0xf << VERSION) & !(0b11 << VARIANT) | 0x8 << VERSION | 0b10 << VARIANT;
    let digits = format!("{number:032x}");
    let groups = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    format!("urn:uuid:{}", groups.join("-"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::{Entry, Package, Part, Versions, serial_number, write};
    use crate::inventory::Identity;

    fn identity(name: &str, version: &str) -> Identity {
        Identity { name: name.to_owned(), version: version.to_owned() }
    }

    fn package(name: &str, version: &str, part: Part, needs: &[Identity]) -> Package {
        let is_ours = name == "rekey";
        Package {
            identity: identity(name, version),
            part,
            dependencies: needs.iter().cloned().collect::<BTreeSet<_>>(),
            licence: (!is_ours).then(|| "MIT".to_owned()),
            authors: Vec::new(),
            description: None,
            checksum: (!is_ours).then(|| "0a".repeat(32)),
            folder: "/a/folder/of/this/machine".into(),
        }
    }

    fn bill() -> Value {
        let needed = identity("leptos", "0.8.23+x");
        let packages = [
            package("leptos", "0.8.23+x", Part::Program, &[]),
            package("quote", "1.0.0", Part::Build, &[]),
            package("rekey", "0.1.0", Part::Program, &[needed]),
        ];
        let file = Entry { path: "index.html".to_owned(), bytes: 3, sha256: "ab".repeat(32), sha384: "cd".repeat(48) };
        serde_json::from_str(&write(&packages, &[file], &Versions::of_tests()).unwrap()).unwrap()
    }

    #[test]
    fn a_package_has_its_address_its_hash_and_its_scope() {
        let bill = bill();
        let expected = json!({
            "type": "library", "bom-ref": "leptos@0.8.23+x", "name": "leptos", "version": "0.8.23+x", "scope": "required",
            "licenses": [{ "expression": "MIT" }], "purl": "pkg:cargo/leptos@0.8.23%2Bx",
            "hashes": [{ "alg": "SHA-256", "content": "0a".repeat(32) }],
        });
        assert_eq!(bill["components"][0], expected);
        assert_eq!(bill["components"][1]["scope"], "excluded");
        assert_eq!(bill["components"][2]["name"], "std");
        assert_eq!(bill["components"].as_array().map(Vec::len), Some(3), "the page itself is what it is about");
    }

    #[test]
    fn the_page_has_the_shipped_files_and_needs_what_it_needs() {
        let bill = bill();
        let page = &bill["metadata"]["component"];
        assert_eq!((&page["name"], &page["components"][0]["name"]), (&json!("rekey"), &json!("index.html")));
        assert_eq!(page["components"][0]["hashes"][1]["content"], "cd".repeat(48));
        let needs = json!({ "ref": "rekey@0.1.0", "dependsOn": ["leptos@0.8.23+x", "rust-standard-library"] });
        assert!(bill["dependencies"].as_array().unwrap().contains(&needs), "{}", bill["dependencies"]);
    }

    #[test]
    fn nothing_of_this_machine_and_no_time_is_in_it() {
        let text = bill().to_string();
        assert!(!text.contains("/a/folder") && !text.contains("timestamp"), "{text}");
    }

    #[test]
    fn its_number_is_that_of_its_content() {
        assert_eq!(serial_number("a"), serial_number("a"));
        assert_ne!(serial_number("a"), serial_number("b"));
        assert_eq!(serial_number("abc"), "urn:uuid:ba7816bf-8f01-8fea-8141-40de5dae2223");
    }
}
