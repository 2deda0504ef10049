//! What docs/reliability.md says of the fault matrix.

use crate::named;
use crate::sources::{files, read};

/// The rows of the page: their cells, without the first one.
fn rows(page: &str) -> Vec<(&str, Vec<&str>)> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("| X"));
    lines
        .map(|line| {
            let mut cells = line.trim_end_matches(" |").split(" | ");
            (cells.next().unwrap_or_default().split(' ').next().unwrap_or_default(), cells.collect())
        })
        .collect()
}

#[test]
fn every_row_of_the_matrix_stands_there_with_each_of_its_operations() {
    let source = read("docs/reliability.md");
    let rows = rows(&source.text);
    let mut numbers: Vec<u32> =
        rows.iter().filter_map(|(id, _)| id.trim_end_matches(['a', 'b']).parse().ok()).collect();
    numbers.dedup();
    assert_eq!(numbers, (1..=44).collect::<Vec<_>>());
    for (id, cells) in rows {
        assert_eq!(cells.len(), 3, "X{id}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "X{id}");
    }
}

#[test]
fn a_cell_that_is_said_to_be_run_is_in_the_matrix_and_no_other_is() {
    let (source, matrix) = (read("docs/reliability.md"), read("end2end/support/matrix.ts"));
    for (id, cells) in rows(&source.text) {
        let entries: Vec<_> = matrix.text.lines().filter(|line| line.contains(&format!("id: \"X{id}\""))).collect();
        let runs = |names: &[&str]| entries.iter().any(|line| names.iter().any(|name| line.contains(name)));
        let writes = ["...both(", "...unknown(", "...rejected("];
        for (cell, is_run) in cells.iter().zip([runs(&["...list("]), runs(&writes), runs(&writes)]) {
            let is_said = cell.split([',', ';']).next().is_some_and(|first| matches!(first, "M" | "M4"));
            assert_eq!(is_said, is_run, "X{id}: {cell}");
        }
    }
}

#[test]
fn a_cell_that_is_not_run_has_its_reason() {
    for (id, cells) in rows(&read("docs/reliability.md").text) {
        for cell in cells.iter().filter(|cell| cell.starts_with("none")) {
            let reason = cell.strip_prefix("none: ").unwrap_or_default();
            assert!(!reason.is_empty(), "X{id}: {cell}");
        }
    }
}

#[test]
fn a_cell_that_is_run_elsewhere_has_its_id_in_the_title_of_a_test() {
    let (page, tests) = (read("docs/reliability.md"), files("end2end/tests", &[".spec.ts"]));
    let named = |title: &str| {
        // A title that holds for two operations has the operation in a place.
        let places = [title.to_owned(), title.replace("-edit", "-${operation}"), title.replace("-pw", "-${operation}")];
        let begins = |text: &str, id: &str| {
            text.match_indices(id)
                .any(|(at, _)| text.get(at + id.len()..).is_some_and(|rest| rest.starts_with([':', ',', ')'])))
        };
        places.iter().any(|id| tests.iter().any(|test| begins(&test.text, id)))
    };
    for (id, cells) in rows(&page.text) {
        for (cell, operation) in cells.iter().zip(["list", "edit", "pw"]) {
            let first = cell.split([',', ';', ' ', ':']).next().unwrap_or_default();
            let is_elsewhere = !["M", "M4", "no", "none"].contains(&first);
            assert!(!is_elsewhere || named(&format!("X{id}-{operation}")), "X{id}-{operation}: {cell}");
        }
    }
}

#[test]
fn every_test_and_every_file_that_is_named_exists() {
    let source = read("docs/reliability.md");
    let (tests, files) = (named::lacking_tests(&source.text), named::lacking_files(&source.text));
    assert!(tests.is_empty() && files.is_empty(), "{tests:#?} {files:#?}");
}
