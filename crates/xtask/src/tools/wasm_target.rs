//! The standard library for WebAssembly.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::{output, run};

/// What the page is compiled to.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain if it is not there (`rust-toolchain.toml` usually sees to it).
pub(crate) fn ensure() -> Result<&'static str> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let library = output(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if !Path::new(library.trim()).is_dir() {
        eprintln!("adding the target {WASM_TARGET} to the toolchain: the page is compiled to WebAssembly");
        run(Command::new("rustup").args(["target", "add", WASM_TARGET])).context("is rustup installed?")?;
    }
    Ok(WASM_TARGET)
}
