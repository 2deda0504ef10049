//! The tests of the built page in a browser, against the sandbox: all of them in Chromium, those tagged `@contract` once
//! more with a proxy in between that holds every request and every answer against the `OpenAPI` documents, those tagged
//! `@firefox` once more in Firefox, and those of `hosting` behind nginx and Caddy.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::tally::Tally;
use super::{fault_matrix, portals};
use crate::project::Project;
use crate::{process, serve, tools};

/// What reports a run: lines to read, what was on the page when a test failed, and numbers to count.
const REPORTERS: &str = "--reporter=list,./support/reporter.ts,json";

/// Tells Playwright's configuration where Chromium is; see `end2end/support/browser.ts`.
const CHROMIUM: &str = "REKEY_CHROMIUM";
/// Tells it where the Chromium is that has a back/forward cache, which the quick one lacks.
const WHOLE_CHROMIUM: &str = "REKEY_WHOLE_CHROMIUM";
/// Tells it where Firefox is, and to use that one.
const FIREFOX: &str = "REKEY_FIREFOX";
/// Asks it for the run against the contracts; see `end2end/support/contract.ts`.
const CONTRACT: &str = "REKEY_CONTRACT";
/// Asks it for every state in every language; see `end2end/tests/access.spec.ts`.
const ACCESS: &str = "REKEY_ACCESS";
/// Asks it for the tests behind the servers that are to be had; see `end2end/support/hosting.ts`.
const HOSTING: &str = "REKEY_HOSTING";
/// Tells it where nginx, its module and Caddy are.
const NGINX: &str = "REKEY_NGINX";
const NGINX_BROTLI: &str = "REKEY_NGINX_BROTLI";
const CADDY: &str = "REKEY_CADDY";
/// Asks it to look at a console somewhere; see `end2end/tests/hosting-deployed.spec.ts`.
const DEPLOYED: &str = "REKEY_DEPLOYED";
/// Tells it how to call us.
const XTASK: &str = "REKEY_XTASK";

/// Every variable that chooses tests.
const CHOICES: [&str; 10] =
    [CHROMIUM, WHOLE_CHROMIUM, FIREFOX, CONTRACT, ACCESS, DEPLOYED, HOSTING, NGINX, NGINX_BROTLI, CADDY];

/// Runs all of them.
pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    let (quick, whole) = (tools::quick_chromium()?, tools::CHROMIUM.find_or_install()?);
    let result = suite(project, tally, &[(CHROMIUM, quick.into()), (WHOLE_CHROMIUM, whole.into())]);
    let path = report_of(project);
    if path.exists() {
        let cells = fault_matrix::count(project, &read(&path)?);
        tally.cells = cells.as_ref().ok().copied();
        return result.and(cells.map(|_| ()));
    }
    result
}

/// Looks at every state in every language, which the other runs do in two of the three.
pub(super) fn run_access(project: &Project, tally: &mut Tally) -> Result<()> {
    let chromium = tools::quick_chromium()?;
    suite(project, tally, &[(CHROMIUM, chromium.into()), (ACCESS, "1".into())])
}

/// Runs those that show page and sandbox at work, and holds what they say to each other against the contracts.
pub(super) fn run_against_contracts(project: &Project, tally: &mut Tally) -> Result<()> {
    let chromium = tools::quick_chromium()?;
    suite(project, tally, &[(CHROMIUM, chromium.into()), (CONTRACT, "1".into())])
}

/// Runs those whose answer may differ between browsers. Where there is no Firefox to be had they are left out, and the
/// last lines of the output say so: a system without one can check the rest.
pub(super) fn run_in_firefox(project: &Project, tally: &mut Tally) -> Result<()> {
    match tools::FIREFOX.find_or_install() {
        Ok(firefox) => suite(project, tally, &[(FIREFOX, firefox.into())]),
        Err(reason) => {
            tally.leave_out(format!("the browser tests in Firefox: {reason:#}"));
            Ok(())
        }
    }
}

/// Runs those that show what the files for servers do, behind real ones. A server that is not to be had is left out, and
/// the last lines of the output say so.
pub(super) fn run_behind_servers(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut variables: Vec<(&str, OsString)> = Vec::new();
    for (variable, program) in [(NGINX, tools::NGINX), (NGINX_BROTLI, tools::NGINX_BROTLI), (CADDY, tools::CADDY)] {
        match program.find_or_install() {
            Ok(path) => variables.push((variable, path.into())),
            Err(reason) => tally.leave_out(format!("a part of the tests behind real servers: {reason:#}")),
        }
    }
    if !variables.iter().any(|(variable, _)| [NGINX, CADDY].contains(variable)) {
        return Ok(());
    }
    let chromium = tools::quick_chromium()?;
    variables.extend([(CHROMIUM, chromium.into()), (HOSTING, "1".into())]);
    suite(project, tally, &variables)
}

/// Looks at the headers of a console somewhere.
pub(super) fn run_deployed(project: &Project, tally: &mut Tally, address: &str) -> Result<()> {
    let chromium = tools::CHROMIUM.find_or_install()?;
    suite(project, tally, &[(CHROMIUM, chromium.into()), (DEPLOYED, address.into())])
}

/// Runs the tests that these variables choose, and counts what Playwright reports.
fn suite(project: &Project, tally: &mut Tally, variables: &[(&str, OsString)]) -> Result<()> {
    let folder = project.root.join("end2end");
    ensure!(
        folder.join("package-lock.json").is_file(),
        "there are no browser tests: end2end/package-lock.json is missing"
    );
    serve::build_sandbox(project)?;
    serve::build_proxy(project)?;
    tools::install_packages(&folder)?;

    let report = report_of(project);
    // The report of an earlier run must not be counted if this one ends before it writes its own.
    if report.exists() {
        fs::remove_file(&report).with_context(|| format!("cannot remove {}", report.display()))?;
    }
    let mut playwright = Command::new("node");
    playwright.arg("node_modules/@playwright/test/cli.js").args(["test", REPORTERS]).current_dir(&folder);
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report).env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    playwright.env("REKEY_SITE", project.dist()).env("REKEY_SANDBOX", project.sandbox());
    playwright.env("REKEY_PORTALS", portals::build(project)?);
    playwright.env("REKEY_PROXY", project.proxy());
    playwright.env(XTASK, project.xtask());
    for name in CHOICES {
        playwright.env_remove(name);
    }
    playwright.envs(variables.iter().map(|(name, value)| (name, value)));
    let result = process::run(&mut playwright);
    if report.exists() {
        let (passed, failed) = counts(&read(&report)?).context("no report of Playwright")?;
        tally.add(passed, failed);
        ensure!(passed > 0, "Playwright ran no test");
    }
    result
}

/// Where Playwright reports.
fn report_of(project: &Project) -> PathBuf {
    project.target.join("browser-tests.json")
}

fn read(report: &Path) -> Result<Value> {
    let text = fs::read_to_string(report).with_context(|| format!("cannot read {}", report.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", report.display()))
}

/// Passed and failed tests; one that passed only when repeated has failed.
fn counts(report: &Value) -> Result<(u64, u64)> {
    let count = |key: &str| report.pointer(&format!("/stats/{key}")).and_then(Value::as_u64).context(key.to_owned());
    Ok((count("expected")?, count("unexpected")? + count("flaky")?))
}

#[cfg(test)]
mod tests {
    use super::counts;
    use serde_json::json;

    #[test]
    fn a_flaky_test_has_failed() {
        let report = json!({"stats": {"expected": 20, "skipped": 1, "unexpected": 2, "flaky": 1}});
        assert_eq!(counts(&report).unwrap(), (20, 3));
        assert!(counts(&json!({})).is_err());
    }
}
