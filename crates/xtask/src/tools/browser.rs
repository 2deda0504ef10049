//! The browsers of the tests. Playwright's own builds come from a host that may be out of reach, so the system's are
//! used.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::process::{output, run};

/// A browser that a system may have, and Debian does.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Completes "the browser tests need …".
    name: &'static str,
    /// What it is called on the `PATH`; Debian's package has the first of these names.
    programs: &'static [&'static str],
    applications: &'static [&'static str],
    /// The oldest version that the tests can drive; any, where there is none.
    oldest: Option<u32>,
}

/// Playwright drives any that it is likely to meet.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    applications: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    oldest: None,
};

/// Playwright drives it by a protocol of which the ESR before 153, which is 140, lacks `network.addDataCollector`
/// (docs/browsers.md).
pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox 153 or later",
    programs: &["firefox-esr", "firefox"],
    applications: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    oldest: Some(153),
};

impl Browser {
    /// The system's; on Debian as root it is installed if there is none, or none that is recent enough.
    pub(crate) fn find_or_install(&self) -> Result<PathBuf> {
        if let Some(browser) = self.find() {
            return Ok(browser);
        }
        let Some(package) = self.programs.first().filter(|_| may_install()) else {
            bail!("the browser tests need {}; install it with the means of your system", self.name);
        };
        eprintln!("installing the package `{package}`: the browser tests run in it");
        run(apt_get().arg("update"))?;
        run(apt_get().args(["install", "--yes", "--no-install-recommends", package]))?;
        self.find().with_context(|| format!("the package `{package}` was installed, but that is not {}", self.name))
    }

    fn find(&self) -> Option<PathBuf> {
        let folders = env::var_os("PATH").unwrap_or_default();
        let on_path =
            env::split_paths(&folders).flat_map(|folder| self.programs.iter().map(move |name| folder.join(name)));
        let candidates = on_path.chain(self.applications.iter().map(PathBuf::from));
        candidates.filter(|path| path.is_file()).find(|path| self.is_recent(path))
    }

    /// Asks only a browser that can be too old: the others need not be started for it.
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

fn may_install() -> bool {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|identifier| identifier.trim() == "0");
    is_root && Path::new("/etc/debian_version").exists()
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
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
