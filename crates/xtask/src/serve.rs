//! `cargo xtask serve`: the console with the sandbox behind it.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::dist::{self, freshness};
use crate::process;
use crate::project::Project;

/// What the sandbox prints first, before its address.
const LISTENING: &str = "listening on ";

/// What may be asked of `serve`.
pub(crate) struct Options {
    /// The address and port to serve on.
    pub(crate) listen: String,
    /// Where the sandbox keeps its records; in memory without it.
    pub(crate) database: Option<PathBuf>,
    /// How many credentials its project for long lists has; without any there is no such project.
    pub(crate) records: u32,
}

impl Default for Options {
    /// On this machine alone.
    fn default() -> Self {
        Self { listen: "127.0.0.1:8080".to_owned(), database: None, records: 0 }
    }
}

/// Builds what is missing or stale and serves it until interrupted.
pub(crate) fn serve(project: &Project, options: &Options) -> Result<()> {
    if !freshness::is_fresh(project)? {
        eprintln!("building the console (a few minutes the first time)");
        dist::dist(project, None)?;
    }
    build_sandbox(project)?;

    let mut sandbox = Command::new(project.sandbox());
    sandbox.args(["--listen", &options.listen, "--systems", "all", "--site"]).arg(project.dist());
    sandbox.args(["--records", &options.records.to_string()]);
    if let Some(database) = &options.database {
        sandbox.arg("--database").arg(database);
    }
    process::observe(&mut sandbox, |line| {
        if let Some(address) = line.strip_prefix(LISTENING) {
            print_invitation(address.trim());
            open_browser(address.trim());
        }
    })
}

/// Builds the server that plays the three systems.
pub(crate) fn build_sandbox(project: &Project) -> Result<()> {
    process::run(process::cargo().args(["build", "--locked", "--package", "rekey-sandbox"]).current_dir(&project.root))
}

fn print_invitation(address: &str) {
    println!();
    println!("  The console:     {address}");
    println!("  Sign in anywhere with the access token  rekey-demo-token");
    println!("  API gateway: or as the user  admin  with the password  rekey-demo-password");
    println!("  Monitoring (v6): or as  admin@example.com  with the API token  rekey-demo-api-token");
    println!();
    println!("  Stop it with Ctrl+C.");
    println!();
}

/// Opens the browser where there is a display; the printed address is the way in if that fails.
fn open_browser(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        Some("open")
    } else if cfg!(windows) {
        Some("explorer")
    } else {
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some()).then_some("xdg-open")
    };
    if let Some(opener) = opener {
        let _ = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}
