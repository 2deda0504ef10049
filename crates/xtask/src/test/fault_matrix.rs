//! Which cells of the fault matrix ran: those that docs/reliability.md says are run, by the ids in the titles of the
//! tests, such as `X08-pw`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::project::Project;

/// The columns of the page, in their order.
const OPERATIONS: [&str; 3] = ["list", "edit", "pw"];

/// How many cells ran and how many of them passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) run: usize,
    pub(super) passed: usize,
}

/// Counts the cells in a report of Playwright, and holds the page against it.
pub(super) fn count(project: &Project, report: &Value) -> Result<Cells> {
    let cells = reported(report);
    let page = fs::read_to_string(project.root.join("docs/reliability.md")).context("docs/reliability.md")?;
    let lacking: Vec<_> = promised(&page).into_iter().filter(|cell| !cells.contains_key(cell)).collect();
    ensure!(lacking.is_empty(), "docs/reliability.md promises cells that no test ran: {}", lacking.join(", "));
    Ok(Cells { run: cells.len(), passed: cells.values().filter(|passed| **passed).count() })
}

/// The cells that the page says are run: neither "no", which do not apply, nor "none", which have their reason there.
fn promised(page: &str) -> Vec<String> {
    let mut promised = Vec::new();
    for line in page.lines().filter(|line| line.starts_with("| X")) {
        let mut cells = line.trim_matches(['|', ' ']).split(" | ");
        let row = cells.next().and_then(|row| row.split(' ').next()).unwrap_or_default();
        for (operation, cell) in OPERATIONS.iter().zip(cells) {
            let first = cell.split([':', ' ']).next().unwrap_or_default();
            if !["no", "none"].contains(&first) {
                promised.push(format!("{row}-{operation}"));
            }
        }
    }
    promised
}

/// The cells that the titles name, and whether every test of each has passed.
fn reported(report: &Value) -> BTreeMap<String, bool> {
    let mut cells = BTreeMap::new();
    let mut suites = vec![report];
    while let Some(suite) = suites.pop() {
        suites.extend(list(suite, "suites"));
        for spec in list(suite, "specs") {
            let title = spec.get("title").and_then(Value::as_str).unwrap_or_default();
            for cell in named(title) {
                let passed = cells.entry(cell).or_insert(true);
                *passed &= has_passed(spec);
            }
        }
    }
    cells
}

/// One that passed only when repeated has not.
fn has_passed(spec: &Value) -> bool {
    let tests: Vec<_> = list(spec, "tests").collect();
    !tests.is_empty() && tests.iter().all(|test| test.get("status").and_then(Value::as_str) == Some("expected"))
}

fn list<'value>(value: &'value Value, key: &str) -> impl Iterator<Item = &'value Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// The ids in a title.
fn named(title: &str) -> Vec<String> {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words.filter(|word| is_cell(word)).map(str::to_owned).collect()
}

fn is_cell(word: &str) -> bool {
    let Some((row, operation)) = word.split_once('-') else { return false };
    let number = row.strip_prefix('X').map(|row| row.trim_end_matches(|letter: char| letter.is_ascii_lowercase()));
    number.is_some_and(|number| number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit()))
        && OPERATIONS.contains(&operation)
}

#[cfg(test)]
mod tests {
    use super::{named, promised, reported};
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn a_title_names_its_cells() {
        assert_eq!(named("X08-pw: applied, closed before headers"), ["X08-pw"]);
        assert_eq!(named("X39-list, X39-edit: storage throws (X34a-list)"), ["X39-list", "X39-edit", "X34a-list"]);
        for none in ["X08 or X09, by the connection alone", "X8-pw", "X08-bulk", "XX08-pw", "X08-"] {
            assert_eq!(named(none), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_cell_passes_when_all_of_its_tests_do() {
        let spec = |title: &str, status: &str| json!({"title": title, "tests": [{"status": status}]});
        let report = json!({"suites": [{
            "specs": [spec("X08-pw: a", "expected"), spec("X10-edit: b", "flaky"), spec("something else", "unexpected")],
            "suites": [{"specs": [spec("X08-pw: c", "expected"), spec("X09-pw: d", "expected"), spec("X09-pw", "skipped")]}],
        }]});
        let expected = [("X08-pw", true), ("X09-pw", false), ("X10-edit", false)];
        assert_eq!(reported(&report), BTreeMap::from(expected.map(|(cell, passed)| (cell.to_owned(), passed))));
    }

    #[test]
    fn what_is_said_to_be_run_is_promised() {
        let page =
            "| Row | List |\n| X08 closed | no | M; `a.spec.ts` | none: a reason |\n| X34a long | M4 | no: x | M |\n";
        assert_eq!(promised(page), ["X08-edit", "X34a-list", "X34a-pw"]);
    }
}
