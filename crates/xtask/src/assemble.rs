//! `cargo xtask assemble`: the last step of a Trunk build (`Trunk.toml`).
//!
//! Trunk leaves the module, its glue and the copied files in a staging folder. This step turns them into one page,
//! one script, one module and one style sheet with hashed names, each checked by the one that names it (W-04, W-05).

mod asset;
mod configuration;
mod imports;
mod module;
mod page;
mod policy;
mod script;
mod stylesheet;
mod template;

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result};

use self::asset::Asset;
use self::configuration::Configuration;
use self::imports::Imports;
use crate::dist::CONFIGURATION_VARIABLE;
use crate::project::Project;

/// Rewrites the staging folder that Trunk names in `TRUNK_STAGING_DIR`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let staging =
        PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this, as its post_build hook")?);
    let configuration =
        env::var_os(CONFIGURATION_VARIABLE).map(|path| Configuration::read(Path::new(&path))).transpose()?;

    let built = take_module(project, &staging)?;
    let imports = Imports::of(&built)?;
    let module = Asset::new("rekey", "wasm", module::shipped(&built, &imports)?);
    let style_sheet = Asset::new("rekey", "css", stylesheet::join(&project.root.join("style/rekey.css"))?.into_bytes());
    let glue = imports.rename(&take_glue(&staging)?)?;
    let script = make_script(project, &glue, &module, &style_sheet)?;

    let shell = stylesheet::trim(&read(&project.root.join("style/shell.css"))?);
    let origins = configuration.as_ref().map(|configuration| configuration.origins.as_slice());
    let page = page::fill(
        &read(&staging.join("index.html"))?,
        &page::Parts {
            policy: &policy::policy(&shell, origins),
            shell: &shell,
            script: &script,
            module: &module,
            style_sheet: &style_sheet,
        },
    )?;

    for asset in [&module, &style_sheet, &script] {
        asset.write(&staging)?;
    }
    write(&staging.join("index.html"), page.as_bytes())?;
    if let Some(configuration) = configuration {
        write(&staging.join("config.json"), configuration.text.as_bytes())?;
    }
    Ok(())
}

/// The module that `wasm-bindgen` wrote; a copy with its function names stays in the target folder for
/// `cargo xtask size`.
fn take_module(project: &Project, staging: &Path) -> Result<Vec<u8>> {
    let path = staging.join("rekey_bg.wasm");
    let built = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    write(&project.named_module(), &built)?;
    remove(&path)?;
    Ok(built)
}

/// The script that `wasm-bindgen` wrote.
fn take_glue(staging: &Path) -> Result<String> {
    let path = staging.join("rekey.js");
    let glue = read(&path)?;
    remove(&path)?;
    Ok(glue)
}

/// The glue and the custom element in one file, because `integrity` on a script does not cover what the script
/// imports (M3).
fn make_script(project: &Project, glue: &str, module: &Asset, style_sheet: &Asset) -> Result<Asset> {
    let joined = script::join(glue, &project.root.join("src/element.js"), &|path| read(path))?;
    let filled = template::fill(
        &joined,
        &[
            ("module", &module.name),
            ("module_integrity", &module.integrity),
            ("style_sheet", &style_sheet.name),
            ("style_sheet_integrity", &style_sheet.integrity),
        ],
    )?;
    script::check(&filled)?;
    Ok(Asset::new("rekey", "js", filled.into_bytes()))
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
