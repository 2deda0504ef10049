//! What docs/ux-conformance.md says is held by a test is held by one that exists.

use std::collections::BTreeSet;

use crate::sources::files;

/// The tests that the page names: a file and a title.
fn named(page: &str) -> Vec<(&str, &str)> {
    let mut named = Vec::new();
    for part in page.split('`').collect::<Vec<_>>().windows(2) {
        if let [file, after] = part
            && [".spec.ts", ".rs"].iter().any(|extension| file.ends_with(extension))
            && let Some((title, _)) = after.strip_prefix(" \"").and_then(|after| after.split_once('"'))
        {
            named.push((*file, title));
        }
    }
    named
}

fn page() -> String {
    let pages = files("docs", &["ux-conformance.md"]);
    pages.first().expect("the page is there").text.clone()
}

#[test]
fn every_rule_stands_there_once() {
    let page = page();
    let rules = page.lines().filter_map(|line| line.strip_prefix("| UX-")?.split(' ').next()?.parse().ok());
    assert_eq!(rules.collect::<Vec<u32>>(), (1..=61).collect::<Vec<_>>());
}

#[test]
fn every_rule_that_is_held_names_a_test_and_every_state_is_a_known_one() {
    for line in page().lines().filter(|line| line.starts_with("| UX-")) {
        let cells: Vec<_> = line.split(" | ").collect();
        let state = cells.get(1).copied().unwrap_or_default();
        assert!(["held", "partly", "by eye", "open"].contains(&state), "{line}");
        assert!(state != "held" || !named(line).is_empty(), "{line}");
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let mut tests = files("end2end/tests", &[".spec.ts"]);
    tests.extend(files("crates/core/src", &[".rs"]));
    let page = page();
    let lacking: BTreeSet<_> = (named(&page).into_iter())
        .filter(|(file, title)| !tests.iter().any(|test| test.path.ends_with(file) && test.text.contains(title)))
        .collect();
    assert!(lacking.is_empty(), "{lacking:?}");
    assert!(named(&page).len() > 40);
}
