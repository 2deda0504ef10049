//! What the page was built with.

use std::env;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;
use crate::tools;

/// Compiler and tools.
pub(super) struct Versions {
    /// As the compiler says it, such as `1.95.0 (abcdef012 2026-04-14)`.
    rustc: String,
}

impl Versions {
    /// Asks the compiler; the tools are those that are pinned.
    pub(super) fn discover() -> Result<Self> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let said = process::output(Command::new(rustc).arg("--version"))?;
        let version = said.trim().strip_prefix("rustc ").context("the compiler does not say which one it is")?;
        Ok(Self { rustc: version.to_owned() })
    }

    /// Names and versions.
    pub(super) fn tools(&self) -> [(&'static str, &str); 3] {
        [("rustc", &self.rustc), ("trunk", tools::TRUNK_VERSION), ("wasm-bindgen", tools::WASM_BINDGEN_VERSION)]
    }

    /// The version of the language and its library, without the commit.
    pub(super) fn rust(&self) -> &str {
        self.rustc.split(' ').next().unwrap_or(&self.rustc)
    }

    #[cfg(test)]
    pub(super) fn of_tests() -> Self {
        Self { rustc: "1.95.0 (abcdef012 2026-04-14)".to_owned() }
    }
}
