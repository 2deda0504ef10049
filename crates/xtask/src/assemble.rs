//! `cargo xtask assemble`: the last step of a Trunk build (`Trunk.toml`).
//!
//! Trunk leaves the module, its glue and the copied files in a staging folder. This step turns them into one page,
//! one script, one module and one style sheet with hashed names, each checked by the one that names it (W-04, W-05).

mod asset;
mod configuration;
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
use crate::dist::CONFIGURATION_VARIABLE;
use crate::project::Project;

/// Rewrites the staging folder that Trunk names in `TRUNK_STAGING_DIR`.
pub(crate) fn assemble(project: &Project) -> Result<()> {
    let staging =
        PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("only Trunk calls this, as its post_build hook")?);
    let configuration =
        env::var_os(CONFIGURATION_VARIABLE).map(|path| Configuration::read(Path::new(&path))).transpose()?;

    let module = take_module(project, &staging)?;
    let style_sheet = Asset::new("rekey", "css", stylesheet::join(&project.root.join("style/rekey.css"))?.into_bytes());
    let script = take_script(project, &staging, &module, &style_sheet)?;

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

/// The module as it is shipped; the one with function names stays in the target folder for `cargo xtask size`.
fn take_module(project: &Project, staging: &Path) -> Result<Asset> {
    let path = staging.join("rekey_bg.wasm");
    let built = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    write(&project.named_module(), &built)?;
    remove(&path)?;
    Ok(Asset::new("rekey", "wasm", module::without_custom_sections(&built)?))
}

/// The glue that `wasm-bindgen` wrote and the custom element, in one file, because `integrity` on a script does not
/// cover what the script imports (M3).
fn take_script(project: &Project, staging: &Path, module: &Asset, style_sheet: &Asset) -> Result<Asset> {
    let path = staging.join("rekey.js");
    let joined = script::join(&read(&path)?, &project.root.join("src/element.js"), &|path| read(path))?;
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
    remove(&path)?;
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
