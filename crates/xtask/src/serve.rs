//! `cargo xtask serve`: the console with the sandbox behind it, or with real systems.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::dist::{self, freshness};
use crate::process;
use crate::project::Project;

/// What either server prints first, before its address.
const LISTENING: &str = "listening on ";

/// What may be asked of `serve`.
pub(crate) struct Options {
    /// The address and port to serve on.
    pub(crate) listen: String,
    /// Where the sandbox keeps its records; in memory without it.
    pub(crate) database: Option<PathBuf>,
    /// How many credentials its project for long lists has; without any there is no such project.
    pub(crate) records: u32,
    /// Real systems, as `NAME=URL`; with any of them there is no sandbox.
    pub(crate) connections: Vec<String>,
}

impl Default for Options {
    /// On this machine alone.
    fn default() -> Self {
        Self { listen: "127.0.0.1:8080".to_owned(), database: None, records: 0, connections: Vec::new() }
    }
}

/// Builds what is missing or stale and serves it until interrupted.
pub(crate) fn serve(project: &Project, options: &Options) -> Result<()> {
    if options.connections.is_empty() { serve_sandbox(project, options) } else { serve_real(project, options) }
}

/// Builds the server that plays the three systems.
pub(crate) fn build_sandbox(project: &Project) -> Result<()> {
    build(project, "rekey-sandbox")
}

/// Builds the server that passes on to real systems.
pub(crate) fn build_proxy(project: &Project) -> Result<()> {
    build(project, "rekey-proxy")
}

fn build(project: &Project, package: &str) -> Result<()> {
    process::run(process::cargo().args(["build", "--locked", "--package", package]).current_dir(&project.root))
}

fn serve_sandbox(project: &Project, options: &Options) -> Result<()> {
    build_page(project)?;
    build_sandbox(project)?;
    let mut sandbox = Command::new(project.sandbox());
    sandbox.args(["--listen", &options.listen, "--systems", "all", "--site"]).arg(project.dist());
    sandbox.args(["--records", &options.records.to_string()]);
    if let Some(database) = &options.database {
        sandbox.arg("--database").arg(database);
    }
    run(&mut sandbox, |address| {
        println!();
        println!("  The console:     {address}");
        println!("  Sign in anywhere with the access token  rekey-demo-token");
        println!("  API gateway: or as the user  admin  with the password  rekey-demo-password");
        println!("  Monitoring (v6): or as  admin@example.com  with the API token  rekey-demo-api-token");
    })
}

fn serve_real(project: &Project, options: &Options) -> Result<()> {
    ensure!(
        options.database.is_none() && options.records == 0,
        "--database and --records are about the sandbox, and with --connect there is none"
    );
    build_proxy(project)?;
    let mut proxy = Command::new(project.proxy());
    proxy.args(["--listen", &options.listen]);
    proxy.args(options.connections.iter().flat_map(|connection| ["--connect", connection]));
    // A slip of the pen is told before the page is built, which may take minutes.
    process::run(Command::new(project.proxy()).args(proxy.get_args()).arg("--check"))?;
    build_page(project)?;
    proxy.arg("--site").arg(project.dist());
    run(&mut proxy, |address| {
        println!();
        println!("  The console:     {address}");
        println!("  What is changed there is changed in the system itself: nothing is played.");
    })
}

fn build_page(project: &Project) -> Result<()> {
    if freshness::is_fresh(project)? {
        return Ok(());
    }
    eprintln!("building the console (a few minutes the first time)");
    dist::dist(project, &dist::Options::default())
}

/// Runs a server, and invites to it when it says where it listens.
fn run(server: &mut Command, invite: impl Fn(&str)) -> Result<()> {
    process::observe(server, |line| {
        if let Some(address) = line.strip_prefix(LISTENING) {
            invite(address.trim());
            println!();
            println!("  Stop it with Ctrl+C.");
            println!();
            open_browser(address.trim());
        }
    })
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
