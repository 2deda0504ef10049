//! The tools a build needs besides Cargo. Each is taken from the system if it has exactly the pinned version,
//! and installed once into the user's cache folder otherwise, so that a fresh clone does not pay twice.

mod cache;
mod cargo_tool;
mod debian;
mod esbuild;
mod npm;
mod program;
mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

pub(crate) use esbuild::bundle;
pub(crate) use npm::{install_copy, install_packages};
pub(crate) use program::{
    CADDY, CHROMIUM, FIREFOX, NGINX, NGINX_BROTLI, install_all as install_programs, quick_chromium,
};
pub(crate) use wasm_target::{WASM_TARGET, ensure as ensure_wasm_target};

use cargo_tool::CargoTool;

/// Builds the page. 0.22 needs Rust 1.96.
const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    binary: "trunk",
    version: "0.21.14",
    asked_by: &["--version"],
    purpose: "builds the page",
    // Not its look for newer versions, and no TLS to download tools by: it finds them on its path.
    part: &["--no-default-features"],
    optimization: "0",
};

/// The version of Trunk.
pub(crate) const TRUNK_VERSION: &str = TRUNK.version;

/// The version of `wasm-bindgen`.
pub(crate) const WASM_BINDGEN_VERSION: &str = WASM_BINDGEN.version;

/// Must have the version of the crate `wasm-bindgen` in `Cargo.lock`; a test of the repository compares them.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: "0.2.129",
    asked_by: &["--version"],
    purpose: "writes the JavaScript side of the WebAssembly module",
    // Not what runs tests in browsers, with a driver that it would download.
    part: &["--no-default-features", "--bin", "wasm-bindgen"],
    optimization: "1",
};

/// Breaks the code in small ways and runs the tests on each.
const MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    binary: "cargo-mutants",
    version: "27.1.0",
    asked_by: &["mutants", "--version"],
    purpose: "breaks the code in small ways, to see whether a test notices",
    part: &[],
    optimization: "1",
};

/// Runs libFuzzer on the targets of `fuzz/`.
const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    binary: "cargo-fuzz",
    version: "0.13.2",
    asked_by: &["--version"],
    purpose: "runs the parsers on inputs that it makes up",
    part: &[],
    optimization: "1",
};

/// Holds packages against the policy.
const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    binary: "cargo-deny",
    version: "0.20.2",
    asked_by: &["--version"],
    purpose: "holds the packages of others against the policy in deny.toml",
    part: &[],
    optimization: "1",
};

/// A `PATH` on which Cargo finds the command `deny`.
pub(crate) fn deny_search_path() -> Result<OsString> {
    path_with(&[CARGO_DENY])
}

/// A `PATH` on which Cargo finds `cargo-fuzz` in the pinned version.
pub(crate) fn fuzz_search_path() -> Result<OsString> {
    path_with(&[CARGO_FUZZ])
}

/// A `PATH` on which Trunk finds itself and `wasm-bindgen` in the pinned versions, so that it downloads nothing.
pub(crate) fn search_path() -> Result<OsString> {
    path_with(&[TRUNK, WASM_BINDGEN])
}

/// A `PATH` on which Cargo finds the command `mutants`.
pub(crate) fn mutants_search_path() -> Result<OsString> {
    path_with(&[MUTANTS])
}

fn path_with(tools: &[CargoTool]) -> Result<OsString> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for tool in tools {
        folders.extend(tool.find_or_install()?);
    }
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).context("a folder of PATH has a name that PATH cannot hold")
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    #[test]
    fn the_crate_and_the_tool_have_the_same_version() {
        let lock = include_str!("../../../Cargo.lock");
        let package = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(lock.contains(&package), "Cargo.lock does not contain {package}");
    }
}
