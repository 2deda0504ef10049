use super::SeenRoles;
use crate::credential::{Credential, Entry};
use proptest::prelude::*;

fn record(id: &str, roles: &[&str]) -> Entry {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    Entry::Readable(Credential { id: id.to_owned(), roles, ..Credential::default() })
}

fn project() -> Vec<Entry> {
    vec![
        record("api-user", &["orders", "stock"]),
        record("billing", &["reports", "billing", "orders"]),
        record("kiosk", &["Stock", "orders"]),
        record("legacy", &["reports", "reports"]),
    ]
}

fn names(seen: &SeenRoles, typed: &str, chosen: &[&str]) -> Vec<String> {
    let chosen: Vec<String> = chosen.iter().map(|role| (*role).to_owned()).collect();
    let found = seen.matching(typed, &chosen, &|text| text.to_lowercase());
    found.into_iter().map(|role| format!("{} {}", role.name, role.credentials)).collect()
}

#[test]
fn the_most_used_role_comes_first_then_the_name_decides_ux48() {
    let seen = SeenRoles::of(&project(), "api-user");
    assert_eq!(names(&seen, "", &[]), ["orders 3", "reports 2", "Stock 1", "billing 1", "stock 1"]);
}

#[test]
fn what_is_typed_may_stand_anywhere_in_the_name_in_either_case_ux48() {
    let seen = SeenRoles::of(&project(), "api-user");
    for (typed, found) in [
        (" STO ", vec!["Stock 1", "stock 1"]),
        ("ort", vec!["reports 2"]),
        ("or", vec!["orders 3", "reports 2"]),
        ("nowhere", vec![]),
    ] {
        assert_eq!(names(&seen, typed, &[]), found, "{typed}");
    }
}

#[test]
fn what_is_chosen_already_is_not_offered_again_ux48() {
    let seen = SeenRoles::of(&project(), "api-user");
    assert_eq!(names(&seen, "", &["orders", "stock"]), ["reports 2", "Stock 1", "billing 1"]);
}

#[test]
fn a_role_of_the_edited_credential_alone_is_new_to_the_project_ux48() {
    let seen = SeenRoles::of(&project(), "api-user");
    for (role, is_new) in [("orders", false), ("stock", true), ("Stock", false), ("made-up", true)] {
        assert_eq!(seen.is_new(role), is_new, "{role}");
    }
    assert!(!SeenRoles::of(&project(), "kiosk").is_new("stock"));
}

#[test]
fn where_a_record_could_not_be_read_nothing_is_claimed() {
    let mut entries = project();
    entries.push(Entry::Unreadable("{".to_owned()));
    let seen = SeenRoles::of(&entries, "api-user");
    assert!(!seen.is_new("made-up"));
    assert_eq!(names(&seen, "bill", &[]), ["billing 1"], "what was read is offered all the same");
}

#[test]
fn a_blank_name_is_never_offered() {
    let seen = SeenRoles::of(&[record("a", &["", "  ", "x"])], "b");
    assert_eq!(names(&seen, "", &[]), ["x 1"]);
}

proptest! {
    #[test]
    fn every_role_is_offered_once_and_counted_by_credential(
        records in prop::collection::vec(prop::collection::vec("[a-c]{1,2}", 0..5), 0..8),
        edited in 0usize..8,
    ) {
        let entries: Vec<Entry> = records.iter().enumerate().map(|(at, roles)| {
            record(&at.to_string(), &roles.iter().map(String::as_str).collect::<Vec<_>>())
        }).collect();
        let seen = SeenRoles::of(&entries, &edited.to_string());
        let found = seen.matching("", &[], &|text| text.to_lowercase());
        for (at, role) in found.iter().enumerate() {
            prop_assert!(found.iter().take(at).all(|before| before.name != role.name));
            prop_assert_eq!(role.credentials, records.iter().filter(|roles| roles.contains(&role.name)).count());
            let others = records.iter().enumerate().filter(|(at, roles)| *at != edited && roles.contains(&role.name));
            prop_assert_eq!(seen.is_new(&role.name), others.count() == 0);
        }
        let keys: Vec<_> = found.iter().map(|role| (std::cmp::Reverse(role.credentials), &role.name)).collect();
        prop_assert!(keys.is_sorted());
        let distinct: std::collections::BTreeSet<&String> = records.iter().flatten().collect();
        prop_assert_eq!(found.len(), distinct.len());
    }
}
