//! `cargo xtask bench`: the console and its peers, measured in the same run (performance.md, "Targets"). Times of a
//! machine say little, so most targets are ratios.

mod measurements;
mod peer;
mod quantity;
mod statistics;
mod subject;
mod table;

use std::ffi::OsString;
use std::fs;
use std::num::NonZeroU32;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use self::measurements::Visit;
pub(crate) use self::peer::{Peer, WITH_PACKAGES};
use self::quantity::Verdict;
use self::subject::SUBJECTS;
pub(crate) use self::subject::Subject;
use crate::dist::{self, freshness};
use crate::project::Project;
use crate::{process, serve, tools};

/// What may be asked of `bench`.
pub(crate) struct Options {
    /// How often each page is visited in each setting.
    pub(crate) rounds: NonZeroU32,
    /// Whether a missed gate is a failure.
    pub(crate) check: bool,
    /// The one thing to measure, or everything.
    pub(crate) subject: Option<&'static Subject>,
}

impl Default for Options {
    /// Five rounds of everything, and the figures speak for themselves.
    fn default() -> Self {
        Self { rounds: NonZeroU32::MIN.saturating_add(4), check: false, subject: None }
    }
}

/// Builds the pages, measures them in turns and prints the tables.
pub(crate) fn bench(project: &Project, options: &Options) -> Result<()> {
    // With a configuration of its own the console would not ask the sandbox.
    if !freshness::is_fresh(project)? || project.dist().join("config.json").exists() {
        dist::dist(project, &dist::Options::default())?;
    }
    serve::build_sandbox(project)?;
    tools::install_packages(&project.root.join("end2end"))?;

    let mut verdicts = Vec::new();
    for subject in SUBJECTS {
        if options.subject.is_none_or(|wanted| wanted.name == subject.name) {
            let visits = measure(project, subject, options.rounds)?;
            verdicts.extend(table::print(subject, &visits));
        }
    }
    if options.check { check(&verdicts) } else { Ok(()) }
}

/// Fails if a gate is missed, and if nothing says that it is not.
fn check(verdicts: &[Verdict]) -> Result<()> {
    let missed = verdicts.iter().filter(|verdict| **verdict == Verdict::Missed).count();
    ensure!(missed == 0 && !verdicts.is_empty(), "{missed} of {} rows miss their gate", verdicts.len());
    Ok(())
}

/// Lets Playwright visit the pages, and reads what it has measured.
fn measure(project: &Project, subject: &Subject, rounds: NonZeroU32) -> Result<Vec<Visit>> {
    let report = project.target.join(format!("bench-{}.json", subject.name));
    // What an earlier run has measured must not pass for this one's.
    if report.exists() {
        fs::remove_file(&report).with_context(|| format!("cannot remove {}", report.display()))?;
    }
    let mut playwright = Command::new("node");
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--config=playwright.bench.config.ts"]);
    playwright.arg(format!("{}.spec.ts", subject.name)).envs(sites(project, subject)?);
    playwright.env("REKEY_SITE", project.dist()).env("REKEY_SANDBOX", project.sandbox());
    playwright.env("REKEY_CHROMIUM", tools::CHROMIUM.find_or_install()?);
    if subject.needs_server {
        playwright.env("REKEY_XTASK", project.xtask());
        playwright.env("REKEY_NGINX", tools::NGINX.find_or_install()?);
        playwright.env("REKEY_NGINX_BROTLI", tools::NGINX_BROTLI.find_or_install()?);
    }
    playwright.env("REKEY_ROUNDS", rounds.to_string()).env("REKEY_MEASUREMENTS", &report);
    process::run(playwright.current_dir(project.root.join("end2end")))?;
    let text = fs::read_to_string(&report).with_context(|| format!("cannot read {}", report.display()))?;
    measurements::read(&text).with_context(|| format!("{} holds no measurements", report.display()))
}

/// Builds the peers, and says where they are.
fn sites(project: &Project, subject: &Subject) -> Result<Vec<(String, OsString)>> {
    let site = |(variable, peer): &(&str, Peer)| Ok(((*variable).to_owned(), peer.build(project)?.into_os_string()));
    subject.peers.iter().map(site).collect()
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
