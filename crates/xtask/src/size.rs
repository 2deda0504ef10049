//! `cargo xtask size`: what the page weighs, and whether that is too much.

mod functions;
mod sizes;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use self::sizes::Sizes;
use crate::assemble::{FRAME, LATER};
use crate::dist::account::FILES;
use crate::project::Project;
use crate::{compression, releases};

/// What the first form may need, in bytes after Brotli: docs/architecture.md (a) says why, and what came when.
const BUDGET: usize = 87_500;

/// Stands in for the `config.json` that whoever deploys puts beside the page.
const CONFIGURATION_EXAMPLE: &str = "config.example.json";

/// Shows the table and the largest functions, and fails above the budget.
pub(crate) fn size(project: &Project) -> Result<()> {
    let dist = project.dist();
    let mut first_form = Sizes::default();
    let mut later = Sizes::default();
    println!("{:<40} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "Brotli");
    let kept = releases::kept(&dist)?;
    let mut account = Vec::new();
    for path in shipped_files(&dist)? {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        // What is served in the place of another file, and what an earlier release has left, weigh nothing here.
        if compression::is_copy(&file) || kept.contains_key(&*file) {
            continue;
        }
        let sizes = Sizes::measure(&path).with_context(|| format!("cannot measure {}", path.display()))?;
        let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
        if FILES.contains(&name.as_str()) {
            account.push((name, sizes));
            continue;
        }
        print_row(&name, sizes);
        match Need::of(&name) {
            Need::First => first_form += sizes,
            Need::Later => later += sizes,
            Need::Never => {}
        }
    }
    print_row("first form", first_form);
    print_row("later", later);
    println!("\nbeside the page, which asks for none of it:");
    for (name, sizes) in &account {
        print_row(name, *sizes);
    }
    println!();
    functions::print_largest(&project.named_module())?;
    println!();
    if first_form.brotli > BUDGET {
        bail!("the first form needs {} bytes (Brotli), the budget is {BUDGET}", first_form.brotli);
    }
    println!("The first form needs {} of {BUDGET} bytes (Brotli).", first_form.brotli);
    Ok(())
}

/// The files under `folder` and its folders, in order.
pub(crate) fn shipped_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let context = || format!("cannot read {}; `cargo xtask dist` writes it", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.is_dir() {
            files.extend(shipped_files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// When a file is fetched.
#[derive(Debug, PartialEq)]
enum Need {
    /// Before the first form: page, script, first part of the program, style sheet and configuration.
    First,
    /// Once the first form is there: the second part of the program.
    Later,
    /// The icon when all is done, the rest if at all: a page in a frame is another one.
    Never,
}

impl Need {
    fn of(name: &str) -> Self {
        let is_asset =
            name.starts_with("assets/") && [".js", ".wasm", ".css"].iter().any(|extension| name.ends_with(extension));
        match name {
            name if name.contains(LATER) => Self::Later,
            name if name.contains(FRAME) => Self::Never,
            "index.html" | CONFIGURATION_EXAMPLE => Self::First,
            _ if is_asset => Self::First,
            _ => Self::Never,
        }
    }
}

fn print_row(name: &str, sizes: Sizes) {
    println!("{name:<40} {:>9} {:>9} {:>9}", sizes.raw, sizes.gzip, sizes.brotli);
}

#[cfg(test)]
mod tests {
    use super::Need;

    #[test]
    fn the_first_form_needs_five_files_and_not_the_second_part() {
        for name in ["index.html", "assets/rekey-1.js", "assets/rekey-1.wasm", "assets/a.css", "config.example.json"] {
            assert_eq!(Need::of(name), Need::First, "{name}");
        }
        assert_eq!(Need::of("assets/rekey-later-1.wasm"), Need::Later);
        assert!(
            [
                "favicon.svg",
                "config.json",
                "common-passwords.txt",
                "embed.html",
                "assets/rekey-frame-1.js",
                "rekey-console.js"
            ]
            .iter()
            .all(|name| Need::of(name) == Need::Never)
        );
    }
}
