//! The program in two parts, the first of which is all that the first form needs.
//!
//! `src/later/boundary.rs` marks where the second part begins. What only the code behind that mark needs, functions and
//! data, becomes a module of its own, which works in the memory of the first and calls it through its table.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_split_cli_support::Options;

use super::unused;
use crate::project::Project;
use crate::{process, tools};

/// The parts as their tools wrote them.
pub(super) struct Parts {
    /// The first part, with what it imports from the glue.
    pub(super) first: Vec<u8>,
    /// The script of `wasm-bindgen`, for the first part.
    pub(super) glue: String,
    /// The second part.
    pub(super) later: Vec<u8>,
}

/// Splits what the compiler wrote.
///
/// The splitter needs the linker's notes of what refers to what, and `wasm-bindgen` throws them away; so it runs here
/// once more, on the first part alone.
pub(super) fn split(project: &Project) -> Result<Parts> {
    let linked = project.linked_module();
    let folder = project.parts();
    let first = folder.join("rekey.wasm");
    let content = unused::leave_out(&read(&linked)?)?;
    let mut options = Options::new(&content);
    options.output_dir = &folder;
    options.main_out_path = &first;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("cannot split {}: {error:#}", linked.display()))?;
    let [later] = split.split_modules.as_slice() else {
        bail!("there are {} parts besides the first, and not one", split.split_modules.len());
    };
    bind(&first, &folder)?;
    let glue = folder.join("rekey.js");
    Ok(Parts {
        first: read(&project.named_module())?,
        glue: fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?,
        later: read(later)?,
    })
}

/// Writes the glue of a module, and the module as the glue expects it; both bear the name of the module.
fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    // The second part needs the table, which `wasm-bindgen` would otherwise keep to the first.
    bindgen.args(["--target=web", "--no-typescript", "--keep-lld-exports", "--out-dir"]).arg(folder).arg(module);
    process::run(bindgen.env("PATH", tools::search_path()?))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
