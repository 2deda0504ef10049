//! A file whose name says what is in it, so that it may be cached for ever (W-09).

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// The folder of the hashed files, beside `index.html`.
pub(crate) const FOLDER: &str = "assets";

/// Hex digits of the hash in a name: enough to tell the builds of a page apart; `integrity` is the check.
const NAME_DIGITS: usize = 16;

/// A file under `assets/`.
pub(super) struct Asset {
    /// The file name, with its hash.
    pub(super) name: String,
    /// The value of an `integrity` attribute.
    pub(super) integrity: String,
    content: Vec<u8>,
}

impl Asset {
    pub(super) fn new(stem: &str, extension: &str, content: Vec<u8>) -> Self {
        let digest = format!("{:x}", Sha256::digest(&content));
        let name = format!("{stem}-{}.{extension}", &digest[..NAME_DIGITS]);
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(&content)));
        Self { name, integrity, content }
    }

    /// The address relative to the page.
    pub(super) fn address(&self) -> String {
        format!("{FOLDER}/{}", self.name)
    }

    pub(super) fn write(&self, dist: &Path) -> Result<()> {
        let folder = dist.join(FOLDER);
        let path = folder.join(&self.name);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, &self.content))
            .with_context(|| format!("cannot write {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::Asset;

    #[test]
    fn name_and_integrity_depend_on_the_content_alone() {
        let asset = Asset::new("rekey", "css", b"abc".to_vec());
        assert_eq!(asset.name, "rekey-ba7816bf8f01cfea.css");
        assert_eq!(asset.address(), "assets/rekey-ba7816bf8f01cfea.css");
        let integrity = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(asset.integrity, integrity);
    }
}
