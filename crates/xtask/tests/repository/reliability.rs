//! What docs/reliability.md says of the fault matrix.

use crate::named;
use crate::sources::read;

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
fn every_test_and_every_file_that_is_named_exists() {
    let source = read("docs/reliability.md");
    let (tests, files) = (named::lacking_tests(&source.text), named::lacking_files(&source.text));
    assert!(tests.is_empty() && files.is_empty(), "{tests:#?} {files:#?}");
}
