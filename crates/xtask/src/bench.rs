//! `cargo xtask bench`: a list of 10,000 credentials in the console and in a peer made with React, measured in the same
//! run (performance.md, "Targets"). Times of a machine say little, so the targets are ratios.

mod measurements;
mod peer;
mod quantity;
mod statistics;
mod table;

use std::fs;
use std::num::NonZeroU32;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use self::measurements::Visit;
pub(crate) use self::peer::install as install_peer;
use self::quantity::Verdict;
use crate::dist::{self, freshness};
use crate::project::Project;
use crate::{process, serve, tools};

/// What may be asked of `bench`.
pub(crate) struct Options {
    /// How often each page is visited for each speed of the processor.
    pub(crate) rounds: NonZeroU32,
    /// Whether a missed gate is a failure.
    pub(crate) check: bool,
}

impl Default for Options {
    /// Five rounds, and the figures speak for themselves.
    fn default() -> Self {
        Self { rounds: NonZeroU32::MIN.saturating_add(4), check: false }
    }
}

/// Builds both pages, measures them in turns and prints the table.
pub(crate) fn bench(project: &Project, options: &Options) -> Result<()> {
    // With a configuration of its own the console would not ask the sandbox.
    if !freshness::is_fresh(project)? || project.dist().join("config.json").exists() {
        dist::dist(project, &dist::Options::default())?;
    }
    serve::build_sandbox(project)?;
    let end2end = project.root.join("end2end");
    tools::install_packages(&end2end)?;
    let peer = peer::build(project)?;

    let visits = measure(project, &end2end, &peer, options.rounds)?;
    let verdicts = table::print(&visits);
    if options.check { check(&verdicts) } else { Ok(()) }
}

/// Fails if a gate is missed, and if nothing says that it is not.
fn check(verdicts: &[Verdict]) -> Result<()> {
    let missed = verdicts.iter().filter(|verdict| **verdict == Verdict::Missed).count();
    ensure!(missed == 0 && !verdicts.is_empty(), "{missed} of {} rows miss their gate", verdicts.len());
    Ok(())
}

/// Lets Playwright visit both pages, and reads what it has measured.
fn measure(project: &Project, end2end: &Path, peer: &Path, rounds: NonZeroU32) -> Result<Vec<Visit>> {
    let report = project.target.join("bench.json");
    // What an earlier run has measured must not pass for this one's.
    if report.exists() {
        fs::remove_file(&report).with_context(|| format!("cannot remove {}", report.display()))?;
    }
    let mut playwright = Command::new("node");
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--config=playwright.bench.config.ts"]);
    playwright.env("REKEY_SITE", project.dist()).env("REKEY_PEER", peer).env("REKEY_SANDBOX", project.sandbox());
    playwright.env("REKEY_CHROMIUM", tools::CHROMIUM.find_or_install()?);
    playwright.env("REKEY_ROUNDS", rounds.to_string()).env("REKEY_MEASUREMENTS", &report);
    process::run(playwright.current_dir(end2end))?;
    let text = fs::read_to_string(&report).with_context(|| format!("cannot read {}", report.display()))?;
    measurements::read(&text).with_context(|| format!("{} holds no measurements", report.display()))
}

#[cfg(test)]
mod tests {
    use super::{Verdict, check};

    #[test]
    fn a_check_wants_figures_and_no_missed_gate() {
        assert!(check(&[Verdict::GoalHolds, Verdict::GateHolds, Verdict::Open]).is_ok());
        assert!(check(&[Verdict::GoalHolds, Verdict::Missed]).is_err());
        assert!(check(&[]).is_err(), "nothing was measured");
    }
}
