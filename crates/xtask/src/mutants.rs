//! `cargo xtask mutants`: breaks the core in hundreds of small ways, and asks the core's own tests whether they notice.
//! What is broken is what decides about a word on screen: requests, outcomes, repeats and merging (reliability.md 5).

mod group;
mod mutant;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context as _, Result, ensure};

use self::table::Table;
use crate::project::Project;
use crate::{process, tools};

/// Cases of each property test for each mutant, an eighth of what the quick test run has: fewer can only let more
/// mutants live, so the figures are lower bounds.
const CASES: &str = "32";

/// Random schedules of the model of a write, for each system.
const SCHEDULES: &str = "1000";

/// What only tells people more of a failure that is known already, and takes longer than the test.
const SPARED: [(&str, &str); 2] = [("PROPTEST_MAX_SHRINK_ITERS", "0"), ("RUST_BACKTRACE", "0")];

/// Tests that know nothing of what is broken, and take half the time of all.
const UNRELATED: [&str; 2] = ["generator::", "secret::"];

/// The least time that the tests of a mutant have, in seconds. They take one or two; on a busy machine a slow run must
/// not pass for a mutant that never ends.
const PATIENCE: &str = "120";

/// Builds that are quick to make, and dependencies that are quick to run.
const QUICK_BUILD: [&str; 3] = [
    "--config=profile.dev.debug=0",
    "--config=profile.dev.package.\"*\".opt-level=2",
    "--config=profile.dev.package.rekey-records.opt-level=2",
];

/// What `cargo mutants` ends with when it has run: all were killed, some live, some took too long.
const HAS_RUN: [i32; 3] = [0, 2, 3];

/// One part of all mutants, the `number`th of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    number: u32,
    of: u32,
}

impl Default for Shard {
    /// All of them.
    fn default() -> Self {
        Self { number: 0, of: 1 }
    }
}

impl FromStr for Shard {
    type Err = String;

    /// Reads `2/8`, the third part of eight.
    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let shard = parts.filter(|(number, of)| number < of).map(|(number, of)| Self { number, of });
        shard.ok_or_else(|| format!("`{text}` is no part such as 0/8, the first of eight"))
    }
}

/// Runs one part, and shows what is known of all parts so far. With all of them, too many that live are a failure.
pub(crate) fn mutants(project: &Project, shard: Shard) -> Result<()> {
    let folder = project.target.join("mutants");
    run(project, &folder, shard)?;
    let mut mutants = Vec::new();
    let mut lacking = Vec::new();
    for number in 0..shard.of {
        match fs::read_to_string(outcomes(&folder, Shard { number, ..shard })) {
            Ok(text) => mutants.extend(mutant::read(&text).context("cargo-mutants has written no results")?),
            Err(_) => lacking.push(number),
        }
    }
    let table = Table::of(&mutants);
    table.print();
    if !lacking.is_empty() {
        println!("\nParts that have not run yet: {lacking:?} of {}.", shard.of);
        return Ok(());
    }
    table.check()
}

fn run(project: &Project, folder: &Path, shard: Shard) -> Result<()> {
    let parts = place(folder, shard);
    let copies = folder.join("copies");
    for needed in [&parts, &copies] {
        fs::create_dir_all(needed).with_context(|| format!("cannot make {}", needed.display()))?;
    }
    let mut mutants = process::cargo();
    mutants.args(["mutants", "--package", "rekey-core", "--no-times", "--colors=never"]);
    mutants.args(group::FILES.iter().flat_map(|file| ["--file", file]));
    mutants.arg(format!("--shard={}/{}", shard.number, shard.of)).arg("--output").arg(&parts);
    mutants.args(QUICK_BUILD.iter().flat_map(|option| ["--cargo-arg", option]));
    // One at a time: what two copies of the sources build has the same names, and one would be tested with the other's.
    mutants.args(["--jobs=1", "--minimum-test-timeout", PATIENCE, "--", "--locked", "--lib", "--"]);
    mutants.args(UNRELATED.iter().flat_map(|tests| ["--skip", tests]));
    // A folder of its own for what is built, which the next part finds again; the copies of the sources lie beside it.
    mutants.env("CARGO_TARGET_DIR", folder.join("build")).env("TMPDIR", &copies).env("PROPTEST_CASES", CASES);
    mutants.env("REKEY_SCHEDULES", SCHEDULES).envs(SPARED);
    mutants.env("PATH", tools::mutants_search_path()?).current_dir(&project.root);
    let code = process::code(&mut mutants)?;
    ensure!(HAS_RUN.contains(&code), "`cargo mutants` ended with {code}");
    Ok(())
}

/// The folder that a part writes to.
fn place(folder: &Path, shard: Shard) -> PathBuf {
    folder.join(format!("part-{}-of-{}", shard.number, shard.of))
}

fn outcomes(folder: &Path, shard: Shard) -> PathBuf {
    place(folder, shard).join("mutants.out/outcomes.json")
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn a_part_is_one_of_those_that_there_are() {
        assert_eq!("2/8".parse(), Ok(Shard { number: 2, of: 8 }));
        for text in ["8/8", "1", "a/b", "0/0", "-1/2", ""] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
