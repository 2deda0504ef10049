//! `cargo xtask assemble`: the last step of a Trunk build (`Trunk.toml`).
//!
//! Trunk leaves the copied files in a staging folder, and Cargo the module in the target folder. This step turns them
//! into two pages, their scripts, a module and a style sheet in two parts each, and a table for each language, with
//! hashed names, each checked by the one that names it (W-04, W-05).

mod asset;
mod imports;
mod languages;
mod module;
mod page;
mod parts;
mod policy;
mod script;
mod sections;
mod stylesheet;
mod template;
mod unused;

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result};

use self::asset::Asset;
use self::imports::Imports;
use crate::project::Project;

pub(crate) use self::asset::FOLDER as ASSETS;

/// The name of the script that does not change with a build: whoever loads it gets the newest one, unchecked.
const ALIAS: &str = "rekey-console.js";

/// How the names of the second part of the program and of its style begin.
pub(crate) const LATER: &str = "rekey-later";
/// How the name of the script begins that only `embed.html` has.
pub(crate) const FRAME: &str = "rekey-frame";

/// Rewrites the staging folder that Trunk names in `TRUNK_STAGING_DIR`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let staging =
        PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this, as its post_build hook")?);
    let parts = parts::split(project)?;
    let imports = Imports::of(&parts.first)?;
    let style = |sheet| anyhow::Ok(stylesheet::join(&project.root.join("style").join(sheet))?.into_bytes());
    let assets = Assets {
        module: Asset::new("rekey", "wasm", module::shipped(&parts.first, &imports)?),
        later: Asset::new(LATER, "wasm", module::compact(&parts.later)?),
        style_sheet: Asset::new("rekey", "css", style("rekey.css")?),
        later_style_sheet: Asset::new(LATER, "css", style("later.css")?),
        languages: languages::tables(&project.root.join("languages"))?,
    };
    let script = make_script(project, &imports.rename(&parts.glue)?, &assets)?;

    let shell = stylesheet::trim(&read(&project.root.join("style/shell.css"))?);
    let frame = make_frame_script(project)?;
    let parts = page::Parts { policy: &policy::policy(&shell), shell: &shell, script: &script };
    let index = parts.index(&read(&staging.join("index.html"))?, &assets.module, &assets.style_sheet)?;
    let embed = parts.embed(&read(&project.root.join("embed.html"))?, &frame)?;

    for left in ["rekey.js", "rekey_bg.wasm"] {
        remove(&staging.join(left))?;
    }
    let tables = assets.languages.iter().map(|(_, table)| table);
    for asset in [&assets.module, &assets.later, &assets.style_sheet, &assets.later_style_sheet, &script, &frame]
        .into_iter()
        .chain(tables)
    {
        asset.write(&staging)?;
    }
    write(&staging.join("index.html"), index.as_bytes())?;
    write(&staging.join("embed.html"), embed.as_bytes())?;
    write(&staging.join(ALIAS), script::alias(&script.address()).as_bytes())
}

/// What the script fetches.
struct Assets {
    module: Asset,
    later: Asset,
    style_sheet: Asset,
    later_style_sheet: Asset,
    /// By their tags.
    languages: Vec<(String, Asset)>,
}

/// The glue and the custom element in one file, because `integrity` on a script does not cover what the script
/// imports (M3).
fn make_script(project: &Project, glue: &str, assets: &Assets) -> Result<Asset> {
    let Assets { module, later, style_sheet, later_style_sheet, languages } = assets;
    let joined = script::join(glue, &project.root.join("src/element.js"), &|path| read(path))?;
    let files =
        [("module", module), ("later", later), ("style_sheet", style_sheet), ("later_style_sheet", later_style_sheet)];
    let tables = languages.iter().map(|(tag, table)| (tag.as_str(), table));
    let places = files.into_iter().chain(tables).flat_map(|(place, asset)| {
        [(place.to_owned(), asset.name.as_str()), (format!("{place}_integrity"), asset.integrity.as_str())]
    });
    let places: Vec<_> = places.collect();
    let values: Vec<_> = places.iter().map(|(place, value)| (place.as_str(), *value)).collect();
    let filled = template::fill(&joined, &values)?;
    script::check(&filled)?;
    Ok(Asset::new("rekey", "js", script::minify(&filled)?.into_bytes()))
}

/// What puts the custom element into a frame: a file of its own, so that the other page does not carry it.
fn make_frame_script(project: &Project) -> Result<Asset> {
    let script = script::join_alone(&project.root.join("src/frame.js"), &|path| read(path))?;
    script::check(&script)?;
    Ok(Asset::new(FRAME, "js", script::minify(&script)?.into_bytes()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))
}
