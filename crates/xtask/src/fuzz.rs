//! `cargo xtask fuzz`: the targets of `fuzz/` under libFuzzer, which grows its own inputs where they reach new code.
//!
//! It needs a nightly tool-chain, because only that one can count what code an input reaches. What it finds stays in
//! `fuzz/corpus` and `fuzz/artifacts`, which are not part of the repository; a finding that was mended becomes a seed.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::project::Project;
use crate::{process, tools};

/// What shall run, and for how long.
pub(crate) struct Options {
    /// For each target.
    pub(crate) seconds: u64,
    /// One target; without it, all of them.
    pub(crate) target: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { seconds: 60, target: None }
    }
}

/// How long each target runs in `cargo xtask test`.
const BRIEFLY: u64 = 2;

/// Longer inputs find nothing that these do not, and take longer.
const LONGEST_INPUT: &str = "-max_len=4096";

/// Fuzzes, and prints a line of figures for each target.
pub(crate) fn fuzz(project: &Project, options: &Options) -> Result<()> {
    ensure!(has_nightly(), "there is no nightly tool-chain: `rustup toolchain install nightly --profile minimal`");
    let targets = targets(project)?;
    let chosen: Vec<_> = match &options.target {
        Some(name) => targets.iter().filter(|target| *target == name).collect(),
        None => targets.iter().collect(),
    };
    ensure!(!chosen.is_empty(), "there is no such target; there are {}", targets.join(", "));
    let path = tools::fuzz_search_path()?;
    build(project, &path)?;
    for target in chosen {
        println!("{target}: {}", run(project, &path, target, options.seconds)?);
    }
    Ok(())
}

/// A few seconds for each target, where the tool-chain for it is there.
pub(crate) fn fuzz_briefly(project: &Project) -> Result<()> {
    if !has_nightly() {
        println!("left out: there is no nightly tool-chain; the native tests have run the targets with their seeds");
        return Ok(());
    }
    fuzz(project, &Options { seconds: BRIEFLY, target: None })
}

fn has_nightly() -> bool {
    let listed = Command::new("rustup").args(["toolchain", "list"]).output();
    listed.is_ok_and(|listed| String::from_utf8_lossy(&listed.stdout).lines().any(|line| line.starts_with("nightly")))
}

/// The names of the targets: each has a folder of seeds.
fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.root.join("fuzz/seeds");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// cargo-fuzz under the nightly tool-chain. Without a sanitizer of memory: no code of ours is `unsafe`, and it would cost
/// half of the speed.
fn cargo_fuzz(project: &Project, path: &OsString, command: &str) -> Command {
    let mut fuzz = Command::new("rustup");
    fuzz.args(["run", "nightly", "cargo", "fuzz", command, "--sanitizer", "none"]);
    fuzz.arg("--target-dir").arg(project.target.join("fuzz")).current_dir(&project.root).env("PATH", path);
    // What the tool-chain that runs us has set, the other one must not see.
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
        fuzz.env_remove(name);
    }
    fuzz
}

fn build(project: &Project, path: &OsString) -> Result<()> {
    process::run(&mut cargo_fuzz(project, path, "build"))
}

/// Runs one target and returns its figures.
fn run(project: &Project, path: &OsString, target: &str, seconds: u64) -> Result<String> {
    let folder = Path::new("fuzz");
    let corpus = folder.join("corpus").join(target);
    fs::create_dir_all(project.root.join(&corpus)).with_context(|| format!("cannot make {}", corpus.display()))?;
    let mut fuzz = cargo_fuzz(project, path, "run");
    fuzz.arg(target).arg(&corpus).arg(folder.join("seeds").join(target));
    fuzz.args(["--", &format!("-max_total_time={seconds}"), LONGEST_INPUT, "-print_final_stats=1"]);
    let output = fuzz.output().context("cannot start rustup")?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let last: Vec<_> = said.lines().rev().take(40).collect();
        bail!("{target} found something:\n{}", last.into_iter().rev().collect::<Vec<_>>().join("\n"));
    }
    Ok(figures(&said).unwrap_or_else(|| "no figures".to_owned()))
}

/// What libFuzzer says at its end, such as `#1234 DONE cov: 56 ft: 78 corp: 9/10b …`.
fn figures(said: &str) -> Option<String> {
    let done = said.lines().rfind(|line| line.contains("\tDONE"))?;
    let words: Vec<&str> = done.split_whitespace().collect();
    let after = |name: &str| words.iter().position(|word| *word == name).and_then(|at| words.get(at + 1)).copied();
    let runs = words.first()?.trim_start_matches('#');
    let (reached, features, kept) = (after("cov:")?, after("ft:")?, after("corp:")?.split('/').next()?);
    Some(format!("{runs} runs, {reached} places reached, {features} features, {kept} inputs kept, no finding"))
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[test]
    fn the_last_line_of_a_run_is_read() {
        let said = "#2\tINITED cov: 1 ft: 1 corp: 1/1b\n#987\tDONE   cov: 56 ft: 78 corp: 9/10b lim: 4 exec/s: 5 rss: 6Mb\nDone 987 runs in 2 second(s)\n";
        let expected = "987 runs, 56 places reached, 78 features, 9 inputs kept, no finding";
        assert_eq!(figures(said).as_deref(), Some(expected));
        assert_eq!(figures("nothing"), None);
    }
}
