//! `cargo xtask test`: every check there is.

mod browser;
mod fault_matrix;
mod native;
mod portals;
mod tally;
mod types;

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use self::tally::Tally;
use crate::dist::freshness;
use crate::project::Project;
use crate::tools;
use crate::{dist, fuzz, process, size};

/// A check: what it is called, and how it is made. Those that run tests count them.
type Step = (&'static str, fn(&Project, &mut Tally) -> Result<()>);

const STEPS: [Step; 12] = [
    ("formatting", formatting),
    ("lints, native", native_lints),
    ("lints, WebAssembly", wasm_lints),
    ("native tests", native::run),
    ("fuzzing, a few seconds for each target", |project, _| fuzz::fuzz_briefly(project)),
    ("release build", |project, _| dist::dist(project, &dist::Options::default())),
    ("size budget", |project, _| size::size(project)),
    ("types of the browser tests", types::check),
    ("browser tests", browser::run),
    ("browser tests against the contracts", browser::run_against_contracts),
    ("browser tests in Firefox", browser::run_in_firefox),
    ("tests behind nginx and Caddy", browser::run_behind_servers),
];

/// Runs the checks in order and stops at the first that fails.
pub(crate) fn test(project: &Project) -> Result<()> {
    let begun = Instant::now();
    let mut tally = Tally::default();
    for (number, (name, check)) in STEPS.iter().enumerate() {
        println!("\n[{}/{}] {name}", number + 1, STEPS.len());
        let step_begun = Instant::now();
        let result = check(project, &mut tally);
        println!("[{}/{}] {name}: {:.0} s", number + 1, STEPS.len(), step_begun.elapsed().as_secs_f64());
        if let Err(error) = result {
            tally.print();
            return Err(error).with_context(|| format!("{name} failed"));
        }
    }
    println!("\nall checks: {:.0} s", begun.elapsed().as_secs_f64());
    tally.print();
    ensure!(tally.failed == 0, "{} tests failed", tally.failed);
    Ok(())
}

/// `cargo xtask access`: looks at every state of the console in every language, theme and width.
pub(crate) fn access(project: &Project) -> Result<()> {
    if !freshness::is_fresh(project)? {
        dist::dist(project, &dist::Options::default())?;
    }
    let mut tally = Tally::default();
    let result = browser::run_access(project, &mut tally);
    tally.print();
    result
}

/// `cargo xtask headers`: holds a console that is deployed somewhere against what its files for servers say (W-01).
pub(crate) fn headers(project: &Project, address: &str) -> Result<()> {
    ensure!(
        ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)) && address.ends_with('/'),
        "`{address}` is no address of a console: it begins with https:// and ends with a slash"
    );
    let mut tally = Tally::default();
    let result = browser::run_deployed(project, &mut tally, address);
    tally.print();
    result
}

fn formatting(project: &Project, _: &mut Tally) -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]).current_dir(&project.root))
}

fn native_lints(project: &Project, _: &mut Tally) -> Result<()> {
    let lint = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    process::run(process::cargo().args(lint).current_dir(&project.root))
}

fn wasm_lints(project: &Project, _: &mut Tally) -> Result<()> {
    let target = tools::ensure_wasm_target()?;
    let lint = ["clippy", "--locked", "--package", "rekey", "--target", target, "--", "--deny", "warnings"];
    process::run(process::cargo().args(lint).current_dir(&project.root))
}
