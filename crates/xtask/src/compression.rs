//! Files as they travel.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read as _, Result as IoResult};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzEncoder;

/// The ends of the names of compressed copies.
pub(crate) const ENDINGS: [&str; 2] = [".br", ".gz"];

/// What gains by it, by the ends of names.
const COMPRESSED: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];

/// Configurations: whoever changes one on a host would not change its copies. The manifest is written after all copies.
const CHANGEABLE: [&str; 3] = ["config.json", "config.example.json", crate::dist::account::MANIFEST];

/// Whether a file is the compressed copy of another one.
pub(crate) fn is_copy(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// As small as the format allows, as a deployment does once for its static files.
pub(crate) fn brotli(content: &[u8]) -> IoResult<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The same for what does not know Brotli. Without a time of its own, so that two builds are the same.
pub(crate) fn gzip(content: &[u8]) -> IoResult<Vec<u8>> {
    let mut compressed = Vec::new();
    GzEncoder::new(content, Compression::best()).read_to_end(&mut compressed)?;
    Ok(compressed)
}

/// Puts compressed copies beside the files of a folder that is served. A name with a hash keeps the copies that it has.
pub(crate) fn compress(folder: &Path) -> Result<()> {
    for path in crate::size::shipped_files(folder)? {
        let is_asset = path.parent().is_some_and(|parent| parent.ends_with(crate::assemble::ASSETS));
        let has_copies = || ENDINGS.iter().all(|ending| copy_of(&path, ending).exists());
        if gains(&path) && !(is_asset && has_copies()) {
            copy(&path).with_context(|| format!("cannot compress {}", path.display()))?;
        }
    }
    Ok(())
}

fn gains(path: &Path) -> bool {
    let is = |names: &[&str], name: Option<&OsStr>| name.is_some_and(|name| names.iter().any(|known| name == *known));
    is(&COMPRESSED, path.extension()) && !is(&CHANGEABLE, path.file_name())
}

/// Where the copy with this end stands.
pub(crate) fn copy_of(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn copy(path: &Path) -> IoResult<()> {
    let content = fs::read(path)?;
    fs::write(copy_of(path, ".br"), brotli(&content)?)?;
    fs::write(copy_of(path, ".gz"), gzip(&content)?)
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{brotli, compress, gzip};

    #[test]
    fn repetition_compresses() {
        let content = [b'a'; 10_000];
        assert!(brotli(&content).unwrap().len() < 100 && gzip(&content).unwrap().len() < 100);
    }

    #[test]
    fn what_an_operator_may_change_has_no_copy_that_would_hide_the_change() {
        let folder = env::temp_dir().join(format!("rekey-compression-{}", process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        for name in ["config.json", "index.html", "assets/rekey-tr-0123456789abcdef.json"] {
            fs::write(folder.join(name), "text").unwrap();
        }
        compress(&folder).unwrap();
        let has_copy =
            |name: &str| folder.join(format!("{name}.br")).exists() && folder.join(format!("{name}.gz")).exists();
        assert!(has_copy("index.html") && has_copy("assets/rekey-tr-0123456789abcdef.json"));
        assert!(!has_copy("config.json"));
        // An asset never changes, the page does.
        for name in ["index.html.br", "assets/rekey-tr-0123456789abcdef.json.br"] {
            fs::write(folder.join(name), "").unwrap();
        }
        compress(&folder).unwrap();
        assert!(fs::metadata(folder.join("index.html.br")).unwrap().len() > 0);
        assert!(fs::metadata(folder.join("assets/rekey-tr-0123456789abcdef.json.br")).unwrap().len() == 0);
        fs::remove_dir_all(folder).unwrap();
    }
}
