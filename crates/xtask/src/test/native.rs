//! The tests that Cargo runs.

use anyhow::Result;

use super::tally::Tally;
use crate::process;
use crate::project::Project;

/// Runs all of them, counting what each test binary reports.
pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut tests = process::cargo();
    tests.args(["test", "--locked", "--workspace", "--no-fail-fast"]).current_dir(&project.root);
    process::observe(&mut tests, |line| {
        if let Some((passed, failed)) = counts(line) {
            tally.add(passed, failed);
        }
    })
}

/// The counts in `test result: ok. 3 passed; 0 failed; …`, the last line of a test binary.
fn counts(line: &str) -> Option<(u64, u64)> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut parts = counts.split("; ");
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn the_last_line_of_a_test_binary_is_counted() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counts(line), Some((12, 0)));
        assert_eq!(counts(&line.replace("ok. 12 passed; 0", "FAILED. 1 passed; 2")), Some((1, 2)));
    }

    #[test]
    fn other_lines_are_not() {
        assert_eq!(counts("test tests::passes ... ok"), None);
        assert_eq!(counts("running 12 tests"), None);
    }
}
