//! `manifest.json`: every shipped file with its size and hashes, and what made it. Two builds of one commit have the same
//! manifest, so its own hash stands for all of a build.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256, Sha384};

use super::versions::Versions;
use crate::assemble::ASSETS;
use crate::size;

/// Its name in `dist/`.
pub(super) const FILE: &str = "manifest.json";

/// A shipped file.
pub(super) struct Entry {
    /// From the folder on, with `/` between folders.
    pub(super) path: String,
    pub(super) bytes: usize,
    /// In hexadecimal digits, as `sha256sum` prints it.
    pub(super) sha256: String,
    pub(super) sha384: String,
}

impl Entry {
    /// Whether it is a part of the program, under a name with a hash.
    pub(super) fn is_asset(&self) -> bool {
        self.path.starts_with(&format!("{ASSETS}/"))
    }

    fn read(folder: &Path, file: &Path) -> Result<Self> {
        let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let path = file.strip_prefix(folder).unwrap_or(file);
        let path = path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let (sha256, sha384) = (format!("{:x}", Sha256::digest(&content)), format!("{:x}", Sha384::digest(&content)));
        Ok(Self { path, bytes: content.len(), sha256, sha384 })
    }
}

/// All files of a folder but the manifest itself, in the order of their names.
pub(super) fn entries(folder: &Path) -> Result<Vec<Entry>> {
    let files = size::shipped_files(folder)?.into_iter().filter(|file| *file != folder.join(FILE));
    files.map(|file| Entry::read(folder, &file)).collect()
}

/// Writes the manifest of these files.
pub(super) fn write(files: &[Entry], versions: &Versions, commit: Option<&str>) -> String {
    let tools = versions.tools().map(|(name, version)| (name.to_owned(), Value::from(version)));
    let manifest = json!({
        "name": "rekey",
        "version": env!("CARGO_PKG_VERSION"),
        "commit": commit,
        "tools": Value::Object(tools.into_iter().collect()),
        "files": listed(files),
    });
    format!("{manifest:#}\n")
}

/// The same manifest for other files.
pub(super) fn renew(written: &str, files: &[Entry]) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(written).context("the manifest is not JSON")?;
    *manifest.get_mut("files").context("the manifest lists no files")? = listed(files);
    Ok(format!("{manifest:#}\n"))
}

fn listed(files: &[Entry]) -> Value {
    let entry = |file: &Entry| {
        let Entry { path, bytes, sha256, sha384 } = file;
        json!({ "path": path, "bytes": bytes, "sha256": sha256, "sha384": sha384 })
    };
    files.iter().map(entry).collect()
}

/// The SHA-256 of the manifest in a folder.
pub(super) fn fingerprint(folder: &Path) -> Result<String> {
    Ok(Entry::read(folder, &folder.join(FILE))?.sha256)
}

/// The commit that the sources are those of; none where something differs from it, or where there is no repository.
pub(super) fn commit(root: &Path) -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).current_dir(root).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let is_clean = git(&["status", "--porcelain"])?.is_empty();
    is_clean.then(|| git(&["rev-parse", "HEAD"])).flatten()
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use serde_json::{Value, json};

    use super::{FILE, Versions, entries, renew, write};

    #[test]
    fn every_file_stands_there_with_its_size_and_hashes_in_the_order_of_the_names() {
        let folder = env::temp_dir().join(format!("rekey-manifest-{}", process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        for (file, content) in [("index.html", "abc"), ("assets/b.js", ""), ("assets/a.js", "a")] {
            fs::write(folder.join(file), content).unwrap();
        }
        fs::write(folder.join(FILE), "an older one").unwrap();
        let files = entries(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let written = write(&files, &Versions::of_tests(), Some("0123"));
        let manifest: Value = serde_json::from_str(&written).unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["assets/a.js", "assets/b.js", "index.html"]);
        let expected = json!({
            "path": "index.html", "bytes": 3,
            "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha384": "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        });
        assert_eq!(manifest["files"][2], expected);
        assert_eq!((&manifest["commit"], &manifest["tools"]["trunk"]), (&json!("0123"), &json!("0.21.14")));
        assert_eq!(renew(&written, &files).unwrap(), written);
        let renewed: Value = serde_json::from_str(&renew(&written, &files[..1]).unwrap()).unwrap();
        assert_eq!((&renewed["commit"], renewed["files"].as_array().map(Vec::len)), (&json!("0123"), Some(1)));
    }
}
