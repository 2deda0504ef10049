//! `cargo xtask size`: what the page weighs, and whether that is too much.

mod compression;
mod functions;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use self::compression::Sizes;
use crate::project::Project;

/// What the first form should need, in bytes after Brotli: the goal of the performance targets. Above 140 kB the page
/// loses to its peers.
const GOAL: usize = 110_000;

/// What it may need today. The goal is not reached yet (docs/architecture.md says what weighs), so this bound only keeps
/// the page from growing: it is lowered with every step towards the goal, and never raised.
const BUDGET: usize = 153_500;

/// Stands in for the `config.json` that whoever deploys puts beside the page.
const CONFIGURATION_EXAMPLE: &str = "config.example.json";

/// Shows the table and the largest functions, and fails above the budget.
pub(crate) fn size(project: &Project) -> Result<()> {
    let dist = project.dist();
    let mut first_form = Sizes::default();
    println!("{:<40} {:>9} {:>9} {:>9}", "file", "raw", "gzip", "Brotli");
    for path in shipped_files(&dist)? {
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let sizes = Sizes::measure(&content).with_context(|| format!("cannot compress {}", path.display()))?;
        let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
        print_row(&name, sizes);
        if is_needed_first(&name) {
            first_form += sizes;
        }
    }
    print_row("first form", first_form);
    println!();
    functions::print_largest(&project.named_module())?;
    println!();
    if first_form.brotli > BUDGET {
        bail!("the first form needs {} bytes (Brotli), the budget is {BUDGET}", first_form.brotli);
    }
    println!("The first form needs {} of {BUDGET} bytes (Brotli).", first_form.brotli);
    if first_form.brotli > GOAL {
        println!("The goal of {GOAL} bytes is missed by {}.", first_form.brotli - GOAL);
    }
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

/// Page, script, module, style sheet and configuration; the icon is fetched when all is done.
fn is_needed_first(name: &str) -> bool {
    let is_asset = [".js", ".wasm", ".css"].iter().any(|extension| name.ends_with(extension));
    is_asset || name == "index.html" || name == CONFIGURATION_EXAMPLE
}

fn print_row(name: &str, sizes: Sizes) {
    println!("{name:<40} {:>9} {:>9} {:>9}", sizes.raw, sizes.gzip, sizes.brotli);
}

#[cfg(test)]
mod tests {
    use super::is_needed_first;

    #[test]
    fn the_first_form_needs_five_files() {
        let names = ["index.html", "assets/a.js", "assets/a.wasm", "assets/a.css", "config.example.json"];
        assert!(names.into_iter().all(is_needed_first));
        assert!(!is_needed_first("favicon.svg") && !is_needed_first("config.json"));
    }
}
