//! `cargo xtask test`: every check there is.

mod browser;
mod fault_matrix;
mod native;
mod portals;
mod preparation;
mod tally;
mod types;

use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use self::preparation::Preparation;
use self::tally::Tally;
use crate::dist::freshness;
use crate::project::Project;
use crate::tools;
use crate::{dist, fuzz, process, size};

/// A check: what it is called, and how it is made. Those that run tests count them.
type Step = (&'static str, fn(&mut Run) -> Result<()>);

/// Those that need a browser come last: what they need is made beside the others.
const STEPS: [Step; 13] = [
    ("formatting", |run| formatting(run.project)),
    ("programs, packages and release build, which are made beside what follows", |run| run.begin_preparation()),
    ("lints, native", |run| native_lints(run.project)),
    ("lints, WebAssembly", |run| wasm_lints(run.project)),
    ("native tests", |run| native::run(run.project, &mut run.tally)),
    ("fuzzing, a few seconds for each target", |run| fuzz::fuzz_briefly(run.project)),
    ("what was made beside these", |run| run.finish_preparation()),
    ("size budget", |run| size::size(run.project)),
    ("types of the browser tests", |run| types::check(run.project)),
    ("browser tests", |run| browser::run(run.project, &mut run.tally)),
    ("browser tests against the contracts", |run| browser::run_against_contracts(run.project, &mut run.tally)),
    ("browser tests in Firefox", |run| browser::run_in_firefox(run.project, &mut run.tally)),
    ("tests behind nginx and Caddy", |run| browser::run_behind_servers(run.project, &mut run.tally)),
];

/// One run of all checks.
struct Run<'project> {
    project: &'project Project,
    tally: Tally,
    /// From the step that begins it to the one that wants it.
    preparation: Option<Preparation>,
}

impl Run<'_> {
    fn begin_preparation(&mut self) -> Result<()> {
        self.preparation = Some(Preparation::begin(self.project)?);
        Ok(())
    }

    fn finish_preparation(&mut self) -> Result<()> {
        self.preparation.take().context("nothing was begun")?.finish()
    }
}

/// Runs the checks in order and stops at the first that fails.
pub(crate) fn test(project: &Project) -> Result<()> {
    let begun = Instant::now();
    let mut run = Run { project, tally: Tally::default(), preparation: None };
    for (number, (name, check)) in STEPS.iter().enumerate() {
        println!("\n[{}/{}] {name}", number + 1, STEPS.len());
        let step_begun = Instant::now();
        let result = check(&mut run);
        println!("[{}/{}] {name}: {:.0} s", number + 1, STEPS.len(), step_begun.elapsed().as_secs_f64());
        if let Err(error) = result {
            run.tally.print();
            return Err(error).with_context(|| format!("{name} failed"));
        }
    }
    println!("\nall checks: {:.0} s", begun.elapsed().as_secs_f64());
    run.tally.print();
    ensure!(run.tally.failed == 0, "{} tests failed", run.tally.failed);
    Ok(())
}

/// `cargo xtask prepare`: everything that the browser tests need, so that they find it there.
pub(crate) fn prepare(project: &Project) -> Result<()> {
    tools::install_programs();
    types::install(project)?;
    dist::dist(project, &dist::Options::default())
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

fn formatting(project: &Project) -> Result<()> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]).current_dir(&project.root))
}

fn native_lints(project: &Project) -> Result<()> {
    let lint = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    process::run(process::cargo().args(lint).current_dir(&project.root))
}

fn wasm_lints(project: &Project) -> Result<()> {
    let target = tools::ensure_wasm_target()?;
    let lint = ["clippy", "--locked", "--package", "rekey", "--target", target, "--", "--deny", "warnings"];
    process::run(process::cargo().args(lint).current_dir(&project.root))
}
