//! Assets of earlier releases that stay for a while: a tab that was open when a release came goes on to ask for them
//! (F-18, W-14).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result};

use crate::assemble::ASSETS;

/// Says of each kept asset when it was replaced, in seconds since 1970. It stands beside the page, so that whoever keeps
/// the assets of that release in turn knows it.
pub(crate) const NOTE: &str = "kept-assets.json";

/// How long an asset stays after it was replaced.
const KEPT_FOR: Duration = Duration::from_hours(30 * 24);

/// When an asset was replaced, by its name.
pub(crate) type Replaced = BTreeMap<String, u64>;

/// What is kept of the release that is live. It is read before anything is built, because a build may replace it.
pub(crate) struct Kept {
    assets: Vec<Asset>,
}

struct Asset {
    name: String,
    replaced: u64,
    /// The asset and its compressed copies, by the ends of their names.
    contents: Vec<(&'static str, Vec<u8>)>,
}

impl Kept {
    /// The assets in the folder of a release that is replaced at `now`, without those that were replaced long ago.
    pub(crate) fn read(live: &Path, now: SystemTime) -> Result<Self> {
        let now = now.duration_since(SystemTime::UNIX_EPOCH).context("the clock is before 1970")?.as_secs();
        let earlier = kept(live)?;
        let mut kept = Vec::new();
        for name in names(live)? {
            let replaced = earlier.get(&name).copied().unwrap_or(now);
            if now.saturating_sub(replaced) <= KEPT_FOR.as_secs() {
                let contents = contents(&live.join(ASSETS).join(&name))?;
                kept.push(Asset { name, replaced, contents });
            }
        }
        Ok(Self { assets: kept })
    }

    /// Puts them beside the assets of a new release, and beside what it keeps already. What is in both belongs to the new
    /// one.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let mut note = kept(folder)?;
        let new: Vec<_> = names(folder)?.into_iter().filter(|name| !note.contains_key(name)).collect();
        for asset in self.assets.iter().filter(|asset| !new.contains(&asset.name)) {
            note.insert(asset.name.clone(), asset.replaced);
            for (ending, content) in &asset.contents {
                write(&folder.join(ASSETS).join(format!("{}{ending}", asset.name)), content)?;
            }
        }
        if note.is_empty() {
            return Ok(());
        }
        write(&folder.join(NOTE), serde_json::to_string_pretty(&note)?.as_bytes())
    }
}

/// The names of the assets in a folder: first those of its own release, then those that it keeps of earlier ones.
pub(crate) fn assets(folder: &Path) -> Result<Vec<String>> {
    let replaced = kept(folder)?;
    let mut names = names(folder)?;
    names.sort_by_key(|name| replaced.get(name).map_or(0, |time| u64::MAX - time));
    Ok(names)
}

/// The names of all assets in a folder, in order, without their compressed copies.
fn names(folder: &Path) -> Result<Vec<String>> {
    let folder = folder.join(ASSETS);
    let context = || format!("cannot read {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(context)? {
        let name = entry.with_context(context)?.file_name().to_string_lossy().into_owned();
        if !crate::compression::is_copy(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// What a folder keeps of earlier releases.
pub(crate) fn kept(folder: &Path) -> Result<Replaced> {
    let path = folder.join(NOTE);
    if !path.exists() {
        return Ok(Replaced::new());
    }
    let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| path.display().to_string())
}

fn contents(path: &Path) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let mut contents = Vec::new();
    for ending in std::iter::once("").chain(crate::compression::ENDINGS) {
        let file = crate::compression::copy_of(path, ending);
        if file.is_file() {
            contents.push((ending, fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?));
        }
    }
    Ok(contents)
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests;
