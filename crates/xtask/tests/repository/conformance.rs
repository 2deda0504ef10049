//! What docs/ux-conformance.md says is held by a test is held by one that exists.

use crate::named;
use crate::sources::read;

fn page() -> String {
    read("docs/ux-conformance.md").text
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
        assert!(state != "held" || !named::tests(line).is_empty(), "{line}");
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let page = page();
    let lacking = named::lacking_tests(&page);
    assert!(lacking.is_empty(), "{lacking:?}");
    assert!(named::tests(&page).len() > 40);
}
