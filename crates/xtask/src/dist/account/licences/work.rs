//! What others made.

use std::iter::once;

use anyhow::{Context as _, Result};

use super::text;
use crate::inventory::{Package, Part};

/// The terms of Rust's standard library, which no lock file names: those of the library, and those of the tables of
/// characters in it.
pub(in super::super) const STANDARD_LIBRARY: &str = "(MIT OR Apache-2.0) AND Unicode-3.0";

/// Something that is in the shipped files.
pub(super) struct Work {
    pub(super) title: String,
    pub(super) licence: String,
    pub(super) authors: Vec<String>,
    pub(super) texts: Vec<String>,
}

/// The packages in the program, the library that they are made on, and the data beside it.
pub(super) fn all(packages: &[Package]) -> Result<Vec<Work>> {
    let shipped = packages.iter().filter(|package| package.part == Part::Program && !package.is_ours());
    shipped.map(of_package).chain([standard_library(), Ok(common_passwords())]).collect()
}

fn of_package(package: &Package) -> Result<Work> {
    let title = format!("{} {}", package.identity.name, package.identity.version);
    let licence = package.licence.clone().with_context(|| format!("{title} names no licence"))?;
    let own = text::beside(&package.folder)?;
    let texts = if own.is_empty() { text::standard(&licence).with_context(|| title.clone())? } else { own };
    Ok(Work { title, licence, authors: package.authors.clone(), texts })
}

fn standard_library() -> Result<Work> {
    Ok(Work {
        title: "The standard library of Rust, with the packages that it is made of".to_owned(),
        licence: STANDARD_LIBRARY.to_owned(),
        authors: ["The Rust Project Developers", "Unicode, Inc. (tables of characters)"].map(str::to_owned).to_vec(),
        texts: text::standard(STANDARD_LIBRARY)?,
    })
}

fn common_passwords() -> Work {
    Work {
        title: "common-passwords.txt, a part of the list in Django".to_owned(),
        licence: "BSD-3-Clause".to_owned(),
        authors: once("Royce Williams".to_owned()).collect(),
        texts: vec![text::tidy(include_str!("django.txt"))],
    }
}
