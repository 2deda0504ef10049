//! What docs/security.md says.

use crate::named;
use crate::sources::read;

/// The chapters of OWASP ASVS 5.0 that the page goes through, by their first section: how many requirements that one
/// and those after it have.
const CHAPTERS: [((u32, u32), &[u32]); 12] = [
    ((1, 1), &[2, 10, 12, 3, 3]),
    ((2, 1), &[3, 3, 5, 2]),
    ((3, 1), &[1, 3, 5, 8, 8, 1, 5]),
    ((4, 1), &[5, 5, 2, 4]),
    ((6, 2), &[12]),
    ((7, 1), &[3, 4, 2, 5, 3, 2]),
    ((9, 1), &[3, 4]),
    ((12, 1), &[5, 2, 5]),
    ((13, 1), &[4, 6, 4, 7]),
    ((14, 1), &[2, 8, 3]),
    ((15, 1), &[5, 5, 7, 4]),
    ((16, 1), &[1, 5, 4, 3, 4]),
];

/// The rows of the table: the numbers, what is wanted, the state, and what holds it.
fn rows(page: &str) -> Vec<[&str; 4]> {
    let is_number = |line: &&str| line.starts_with(|first: char| first.is_ascii_digit());
    let lines = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|')).filter(is_number);
    let cells = lines.map(|line| line.split(" | ").map(str::trim).collect::<Vec<_>>());
    cells.map(|cells| cells.try_into().unwrap_or_else(|cells| panic!("four cells: {cells:?}"))).collect()
}

fn requirements() -> Vec<String> {
    let mut requirements = Vec::new();
    for ((chapter, first), counts) in CHAPTERS {
        for (section, count) in (first..).zip(counts) {
            requirements.extend((1..=*count).map(|number| format!("{chapter}.{section}.{number}")));
        }
    }
    requirements
}

#[test]
fn every_requirement_stands_there_once() {
    let page = read("docs/security.md").text;
    let mut lacking = requirements();
    for number in rows(&page).iter().flat_map(|[numbers, ..]| numbers.split(", ")) {
        let place = lacking.iter().position(|lacking| lacking == number);
        lacking.remove(place.unwrap_or_else(|| panic!("{number} is no requirement, or stands there twice")));
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn every_state_is_a_known_one_with_its_reason() {
    let page = read("docs/security.md").text;
    for row in rows(&page) {
        let [_, wanted, state, reason] = row;
        assert!(["met", "operator", "system", "no part", "not met"].contains(&state), "{row:?}");
        assert!(!wanted.is_empty() && !reason.is_empty(), "{row:?}");
    }
}

#[test]
fn what_is_met_names_what_holds_it() {
    let page = read("docs/security.md").text;
    let met = rows(&page).into_iter().filter(|[_, _, state, _]| *state == "met");
    let bare: Vec<_> = met.filter(|[_, _, _, reason]| !reason.contains('`') && !reason.contains("](#")).collect();
    assert!(bare.is_empty(), "{bare:#?}");
}

#[test]
fn every_test_and_every_file_that_is_named_exists() {
    let page = read("docs/security.md").text;
    assert!(named::tests(&page).len() > 80);
    let (tests, files) = (named::lacking_tests(&page), named::lacking_files(&page));
    assert!(tests.is_empty() && files.is_empty(), "{tests:#?} {files:#?}");
}

#[test]
fn every_place_in_the_page_that_is_pointed_at_exists() {
    let page = read("docs/security.md").text;
    let headings: Vec<_> = page.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' ')).collect();
    let anchors: Vec<_> = headings.iter().map(|heading| heading.to_lowercase().replace(' ', "-")).collect();
    for anchor in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.iter().any(|known| known == anchor), "{anchor}");
    }
}
