use std::sync::Arc;

use proptest::prelude::*;

use super::{Column, Order, Roster};
use crate::credential::tests::{api_user, at};
use crate::credential::{Credential, Entry, Expiry};
use crate::dialect::Dialect;
use crate::timestamp::Timestamp;

fn lower(text: &str) -> String {
    text.to_lowercase()
}

fn roster(entries: Vec<Entry>) -> Roster {
    Roster::new(Arc::new(entries))
}

/// The order of the characters' numbers, in lower case.
fn rank(texts: &[&str]) -> Vec<u32> {
    let mut sorted: Vec<String> = texts.iter().copied().map(lower).collect();
    sorted.sort();
    sorted.dedup();
    let rank = |text: &&str| sorted.iter().position(|known| *known == lower(text)).unwrap();
    texts.iter().map(rank).map(|rank| u32::try_from(rank).unwrap()).collect()
}

fn named(name: &str) -> Entry {
    Entry::Readable(Credential { name: name.to_owned(), enabled: true, ..Credential::default() })
}

fn ending(expiry: Expiry) -> Entry {
    Entry::Readable(Credential { expiry, enabled: true, ..Credential::default() })
}

fn sorted(roster: &Roster, order: &str) -> Vec<u32> {
    let now = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
    roster.in_order(Some(Order::parse(order).unwrap()), now, &rank)
}

#[test]
fn a_filter_looks_at_names_people_and_roles_and_never_across_two_of_them() {
    let roster = roster(vec![Entry::Readable(api_user()), Entry::Unreadable("{}".to_owned())]);
    for (filter, found) in [
        ("", vec![0, 1]),
        ("  ", vec![0, 1]),
        ("API-U", vec![0]),
        ("ops@", vec![0]),
        (" orders-W ", vec![0]),
        ("x9", vec![]),
        ("api-userAPI", vec![]),
        ("orders-readorders", vec![]),
        ("{}", vec![]),
    ] {
        assert_eq!(roster.matching(&[0, 1], filter, &lower), found, "{filter:?}");
    }
}

#[test]
fn names_go_by_the_language_and_what_cannot_be_read_comes_last_both_ways() {
    let roster = roster(vec![named("b"), Entry::Unreadable("x".to_owned()), named("A"), named("c"), named("a")]);
    assert_eq!(sorted(&roster, "name"), [2, 4, 0, 3, 1]);
    assert_eq!(sorted(&roster, "-name"), [3, 0, 2, 4, 1]);
}

#[test]
fn what_wants_attention_comes_first_by_state() {
    let off = Entry::Readable(Credential { enabled: false, ..Credential::default() });
    let soon = ending(at("2026-12-01T00:00:00Z"));
    let past = ending(at("2026-01-01T00:00:00Z"));
    let odd = ending(Expiry::Unreadable("example".to_owned()));
    let roster = roster(vec![off, named("active"), odd, soon, past]);
    assert_eq!(sorted(&roster, "state"), [4, 3, 2, 1, 0]);
}

#[test]
fn the_end_goes_by_the_moment_and_never_is_the_latest() {
    let roster = roster(vec![
        ending(Expiry::Never),
        ending(at("2026-12-01T01:00:00+03:00")),
        ending(at("2026-11-30T23:00:00Z")),
        ending(Expiry::Unreadable("example".to_owned())),
    ]);
    assert_eq!(sorted(&roster, "expires"), [1, 2, 3, 0]);
    assert_eq!(sorted(&roster, "-expires"), [0, 3, 2, 1]);
}

#[test]
fn a_press_leads_up_down_and_back_to_the_servers_order() {
    let up = Order::after_press(None, Column::Name);
    let down = Order::after_press(up, Column::Name);
    assert_eq!(up, Order::parse("name"));
    assert_eq!(down, Order::parse("-name"));
    assert_eq!(Order::after_press(down, Column::Name), None);
    assert_eq!(Order::after_press(down, Column::State), Order::parse("state"));
}

#[test]
fn each_system_has_the_columns_it_can_fill() {
    let columns = |dialect: Dialect| Column::of(dialect.capabilities()).map(Column::key).collect::<Vec<_>>();
    assert_eq!(columns(Dialect::Apinizer), ["name", "person", "state", "expires"]);
    assert_eq!(columns(Dialect::ThousandEyesV6), ["name"]);
    assert_eq!(columns(Dialect::ThousandEyesV7), ["name"]);
    assert_eq!(columns(Dialect::ZStack), ["name", "description", "state", "expires"]);
}

proptest! {
    #[test]
    fn an_order_loses_nothing_and_keeps_what_is_equal_as_it_came(
        names in prop::collection::vec("[a-cA-C]{0,2}", 0..30), descending in any::<bool>(),
    ) {
        let roster = roster(names.iter().map(|name| named(name)).collect());
        let places = sorted(&roster, if descending { "-name" } else { "name" });
        let mut all = places.clone();
        all.sort_unstable();
        prop_assert_eq!(all.len(), names.len());
        prop_assert!(all.iter().zip(0..).all(|(at, number)| *at == number));
        let name = |at: u32| lower(&names[usize::try_from(at).unwrap()]);
        for pair in places.windows(2) {
            let (one, other) = (name(pair[0]), name(pair[1]));
            prop_assert!(one == other || (one < other) != descending);
            prop_assert!(one != other || pair[0] < pair[1]);
        }
    }

    #[test]
    fn an_order_and_its_text_are_the_same_thing(text in "-?(name|person|description|state|expires)") {
        prop_assert_eq!(Order::parse(&text).unwrap().to_string(), text);
    }

    #[test]
    fn any_other_text_is_no_order(text in ".{0,12}") {
        prop_assert!(Order::parse(&text).is_none_or(|order| order.to_string() == text));
    }
}
