//! The browser of the tests. Playwright's own build comes from a host that may be out of reach, so the system's is used.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::process::{output, run};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const APPLICATIONS: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The system's Chromium or Chrome; on Debian as root it is installed if there is none.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !may_install() {
        bail!("the browser tests need Chromium or Chrome; install one of them with the means of your system");
    }
    eprintln!("installing the package `chromium`: the browser tests run in it");
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--yes", "--no-install-recommends", "chromium"]))?;
    find().context("the package `chromium` was installed, but there is no program `chromium`")
}

fn find() -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let on_path = env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    on_path.chain(APPLICATIONS.map(PathBuf::from)).find(|path| path.is_file())
}

fn may_install() -> bool {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|identifier| identifier.trim() == "0");
    is_root && Path::new("/etc/debian_version").exists()
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}
