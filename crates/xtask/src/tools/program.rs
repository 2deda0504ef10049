//! Programs of the system that tests need. Playwright's own browsers come from a host that may be out of reach, and real
//! servers are what stands in front of the page, so the system's are used.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::debian;
use crate::process::output;

/// A program that a system may have, and Debian does.
#[derive(Debug)]
pub(crate) struct Program {
    /// Completes "the tests need …".
    name: &'static str,
    /// Debian's package of it.
    package: &'static str,
    /// What it is called on the `PATH`.
    programs: &'static [&'static str],
    /// Where else it may be.
    places: &'static [&'static str],
    /// The oldest version that the tests can use; any, where there is none.
    oldest: Option<u32>,
}

/// Playwright drives any that it is likely to meet.
pub(crate) const CHROMIUM: Program = Program {
    name: "Chromium or Chrome",
    package: "chromium",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    oldest: None,
};

/// The same engine without windows, tabs and menus, which takes two thirds of the time and has no back/forward cache.
const HEADLESS_SHELL: Program = Program {
    name: "Chromium's headless shell",
    package: "chromium-headless-shell",
    programs: &["chromium-headless-shell", "chrome-headless-shell"],
    places: &[],
    oldest: None,
};

/// What most browser tests run in: Chromium's headless shell, or Chromium where there is none.
pub(crate) fn quick_chromium() -> Result<PathBuf> {
    HEADLESS_SHELL.find_or_install().or_else(|_| CHROMIUM.find_or_install())
}

/// Playwright drives it by a protocol of which the ESR before 153, which is 140, lacks `network.addDataCollector`
/// (docs/browsers.md).
pub(crate) const FIREFOX: Program = Program {
    name: "Firefox 153 or later",
    package: "firefox-esr",
    programs: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
    oldest: Some(153),
};

/// Debian keeps servers out of the `PATH` of who is not root.
pub(crate) const NGINX: Program =
    Program { name: "nginx", package: "nginx", programs: &["nginx"], places: &["/usr/sbin/nginx"], oldest: None };

/// What gives out files that were compressed with Brotli beforehand; no program but a part of one.
pub(crate) const NGINX_BROTLI: Program = Program {
    name: "the module of nginx for static Brotli",
    package: "libnginx-mod-http-brotli-static",
    programs: &[],
    places: &["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
    oldest: None,
};

/// The other server that files are written for.
pub(crate) const CADDY: Program =
    Program { name: "Caddy", package: "caddy", programs: &["caddy"], places: &["/usr/sbin/caddy"], oldest: None };

/// Everything of the system that tests need.
const ALL: [&Program; 6] = [&CHROMIUM, &HEADLESS_SHELL, &FIREFOX, &NGINX, &NGINX_BROTLI, &CADDY];

/// Installs what is missing of them in one go, on Debian as root. What cannot be installed is said by who needs it.
pub(crate) fn install_all() {
    let missing: Vec<_> =
        ALL.iter().filter(|program| program.find().is_none()).map(|program| program.package).collect();
    if missing.is_empty() || !debian::may_install() {
        return;
    }
    eprintln!("installing the packages {}: tests run with them", missing.join(", "));
    if let Err(error) = debian::install(&missing) {
        eprintln!("they are tried one by one once they are needed: {error:#}");
    }
}

impl Program {
    /// The system's; on Debian as root it is installed if there is none, or none that is recent enough.
    pub(crate) fn find_or_install(&self) -> Result<PathBuf> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        let Self { name, package, .. } = self;
        if !debian::may_install() {
            bail!("the tests need {name}; install it with the means of your system");
        }
        eprintln!("installing the package `{package}`: tests run with it");
        debian::install(&[package])?;
        self.find().with_context(|| format!("the package `{package}` was installed, but that is not {name}"))
    }

    fn find(&self) -> Option<PathBuf> {
        let folders = env::var_os("PATH").unwrap_or_default();
        let on_path =
            env::split_paths(&folders).flat_map(|folder| self.programs.iter().map(move |name| folder.join(name)));
        let candidates = on_path.chain(self.places.iter().map(PathBuf::from));
        candidates.filter(|path| path.is_file()).find(|path| self.is_recent(path))
    }

    /// Asks only a program that can be too old: the others need not be started for it.
    fn is_recent(&self, program: &Path) -> bool {
        let Some(oldest) = self.oldest else { return true };
        let said = output(Command::new(program).arg("--version"));
        said.is_ok_and(|said| major_version(&said).is_some_and(|version| version >= oldest))
    }
}

/// 153, where a browser says that it is a `Mozilla Firefox 153.8.0esr`.
fn major_version(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::major_version;

    #[test]
    fn a_browser_says_its_version_in_its_own_way() {
        assert_eq!(major_version("Mozilla Firefox 153.8.0esr\n"), Some(153));
        assert_eq!(major_version("Mozilla Firefox 160.0"), Some(160));
        assert_eq!(major_version("Firefox, some time ago."), None);
    }
}
