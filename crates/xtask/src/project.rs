//! Where things lie: the checkout and the folders that builds write to.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process;
use crate::tools::WASM_TARGET;

/// The checkout that the command was called in.
pub(crate) struct Project {
    /// The folder of the workspace.
    pub(crate) root: PathBuf,
    /// The folder Cargo builds into; it may lie outside the checkout.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Asks Cargo, which knows about `CARGO_TARGET_DIR` and configuration files.
    pub(crate) fn discover() -> Result<Self> {
        let text = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: Value = serde_json::from_str(&text).context("`cargo metadata` printed no JSON")?;
        let folder = |key: &str| {
            let path = metadata.get(key).and_then(Value::as_str).map(PathBuf::from);
            path.with_context(|| format!("`cargo metadata` printed no `{key}`"))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// The deployable folder.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The module as Cargo leaves it for Trunk.
    pub(crate) fn linked_module(&self) -> PathBuf {
        self.target.join(WASM_TARGET).join("release/rekey.wasm")
    }

    /// Where the parts of the module are made.
    pub(crate) fn parts(&self) -> PathBuf {
        self.target.join("rekey-parts")
    }

    /// The first part of the module with its function names, which `size` reads and nobody ships (C-07).
    pub(crate) fn named_module(&self) -> PathBuf {
        self.parts().join("rekey_bg.wasm")
    }

    /// The sandbox, once `cargo build --package rekey-sandbox` has run.
    pub(crate) fn sandbox(&self) -> PathBuf {
        self.program("rekey-sandbox")
    }

    /// The proxy to real systems, once `cargo build --package rekey-proxy` has run.
    pub(crate) fn proxy(&self) -> PathBuf {
        self.program("rekey-proxy")
    }

    /// This program. What runs may be an older copy of it, which no longer has a path: the native tests build it anew.
    pub(crate) fn xtask(&self) -> PathBuf {
        self.program("rekey-xtask")
    }

    fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}
