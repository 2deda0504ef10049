use super::{Family, Finding, Mend, any_of, review};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn list(entries: &[&str]) -> Vec<String> {
    entries.iter().copied().map(str::to_owned).collect()
}

fn found(entries: &[&str]) -> Vec<Finding> {
    review(&list(entries))
}

fn any(entry: &str, family: Family, alone: bool) -> Finding {
    Finding::AnyAddress { entry: entry.to_owned(), family, alone }
}

fn host_bits(entry: &str, range: &str) -> Finding {
    Finding::HostBits { entry: entry.to_owned(), range: range.to_owned() }
}

fn mapped(entry: &str, plain: &str) -> Finding {
    Finding::Mapped { entry: entry.to_owned(), plain: plain.to_owned() }
}

fn duplicate(entry: &str, first: &str) -> Finding {
    Finding::Duplicate { entry: entry.to_owned(), first: first.to_owned() }
}

fn within(entry: &str, range: &str) -> Finding {
    Finding::Within { entry: entry.to_owned(), range: range.to_owned() }
}

fn very_large(entry: &str, family: Family, parts: u32) -> Finding {
    Finding::VeryLarge { entry: entry.to_owned(), family, parts }
}

#[test]
fn a_list_without_oddities_gets_no_note() {
    assert_eq!(found(&[]), []);
    assert_eq!(found(&["10.0.0.0/8", "192.0.2.17", "192.0.2.18/32", "2001:DB8:0::/32", "fd00::/8"]), []);
}

#[test]
fn digits_beyond_the_range_are_told_with_the_range_they_stand_for() {
    assert_eq!(found(&["10.1.2.3/8"]), [host_bits("10.1.2.3/8", "10.0.0.0/8")]);
    assert_eq!(found(&["2001:db8::1/64"]), [host_bits("2001:db8::1/64", "2001:db8::/64")]);
}

#[test]
fn ipv4_in_ipv6_form_is_told_with_its_ipv4_form() {
    assert_eq!(found(&["::ffff:10.0.0.1"]), [mapped("::ffff:10.0.0.1", "10.0.0.1")]);
    assert_eq!(found(&["::ffff:a00:1/128"]), [mapped("::ffff:a00:1/128", "10.0.0.1")]);
    assert_eq!(found(&["::ffff:10.1.2.3/104"]), [mapped("::ffff:10.1.2.3/104", "10.1.2.3/8")]);
}

#[test]
fn another_spelling_of_an_entry_before_it_is_a_duplicate() {
    assert_eq!(found(&["10.0.0.1", "10.0.0.1/32"]), [duplicate("10.0.0.1/32", "10.0.0.1")]);
    assert_eq!(found(&["2001:0db8:0:0:0:0:0:1", "2001:DB8::1"]), [duplicate("2001:DB8::1", "2001:0db8:0:0:0:0:0:1")]);
    assert_eq!(found(&["10.0.0.0/8", "10.0.0.0/08"]), [duplicate("10.0.0.0/08", "10.0.0.0/8")]);
}

#[test]
fn an_entry_within_another_is_told_wherever_it_stands() {
    assert_eq!(found(&["10.9.0.1", "10.0.0.0/8"]), [within("10.9.0.1", "10.0.0.0/8")]);
    assert_eq!(found(&["2001:db8::/32", "2001:db8:1::/48"]), [within("2001:db8:1::/48", "2001:db8::/32")]);
}

#[test]
fn an_entry_is_held_against_others_only_when_its_spelling_is_mended() {
    assert_eq!(found(&["10.1.2.3/8", "10.5.0.0/16"]), [host_bits("10.1.2.3/8", "10.0.0.0/8")]);
    assert_eq!(found(&["::ffff:10.0.0.1", "10.0.0.1"]), [mapped("::ffff:10.0.0.1", "10.0.0.1")]);
}

#[test]
fn a_range_of_any_address_is_told_once_and_not_for_each_entry_in_it() {
    assert_eq!(found(&["0.0.0.0/0"]), [any("0.0.0.0/0", Family::V4, true)]);
    assert_eq!(found(&["10.0.0.1", "0.0.0.0/0"]), [any("0.0.0.0/0", Family::V4, false)]);
    assert_eq!(found(&["::/0", "2001:db8::1"]), [any("::/0", Family::V6, false)]);
    assert_eq!(found(&["1.2.3.4/0"]), [host_bits("1.2.3.4/0", "0.0.0.0/0"), any("1.2.3.4/0", Family::V4, true)]);
}

#[test]
fn any_address_is_seen_in_every_spelling() {
    for (entry, family) in [
        ("0.0.0.0/0", Some(Family::V4)),
        ("10.0.0.1/0", Some(Family::V4)),
        ("::ffff:0:0/96", Some(Family::V4)),
        ("::/0", Some(Family::V6)),
        ("0:0::/00", Some(Family::V6)),
        ("0.0.0.0", None),
        ("0.0.0.0/1", None),
        ("::", None),
        ("any", None),
    ] {
        assert_eq!(any_of(entry), family, "{entry}");
    }
}

#[test]
fn very_large_ranges_are_told_and_private_ones_are_not() {
    assert_eq!(found(&["16.0.0.0/4"]), [very_large("16.0.0.0/4", Family::V4, 16)]);
    assert_eq!(found(&["2000::/3"]), [very_large("2000::/3", Family::V6, 8)]);
    assert_eq!(found(&["2001:db8::/31"]), [very_large("2001:db8::/31", Family::V6, 1 << 31)]);
    assert_eq!(found(&["10.0.0.0/8", "fc00::/7"]), []);
}

#[test]
fn what_cannot_be_read_is_left_to_the_issues_of_the_form() {
    assert_eq!(found(&["203.0.113.7/33", "office", "", "10.0.0.1"]), []);
    assert_eq!(found(&["office", "0.0.0.0/0"]), [any("0.0.0.0/0", Family::V4, false)]);
}

#[test]
fn what_stands_there_twice_to_the_letter_is_judged_once() {
    assert_eq!(found(&["10.0.0.1", "10.0.0.1"]), []);
    assert_eq!(found(&["10.1.2.3/8", "10.1.2.3/8"]), [host_bits("10.1.2.3/8", "10.0.0.0/8")]);
}

/// Without it the list would be empty, which lets in any address without saying so.
#[test]
fn any_address_that_stands_there_twice_is_still_alone() {
    let mut entries = list(&["0.0.0.0/0", "0.0.0.0/0"]);
    assert_eq!(review(&entries), [any("0.0.0.0/0", Family::V4, true)]);
    assert_eq!(review(&entries).iter().find_map(Finding::mend), None);
    entries.push("10.0.0.7".to_owned());
    assert_eq!(review(&entries), [any("0.0.0.0/0", Family::V4, false)]);
}

#[test]
fn a_mend_touches_its_entry_alone() {
    let mut entries = list(&["192.0.2.1", "10.1.2.3/8", "office"]);
    let mend = host_bits("10.1.2.3/8", "10.0.0.0/8").mend().unwrap();
    mend.apply(&mut entries);
    assert_eq!(entries, ["192.0.2.1", "10.0.0.0/8", "office"]);
    Mend::Remove("192.0.2.1".to_owned()).apply(&mut entries);
    assert_eq!(entries, ["10.0.0.0/8", "office"]);
    // Somebody removed it by hand meanwhile.
    mend.apply(&mut entries);
    assert_eq!(entries, ["10.0.0.0/8", "office"]);
}

#[test]
fn a_mend_that_gives_what_is_there_already_only_takes_away() {
    let mut entries = list(&["10.0.0.0/8", "10.1.2.3/8"]);
    host_bits("10.1.2.3/8", "10.0.0.0/8").mend().unwrap().apply(&mut entries);
    assert_eq!(entries, ["10.0.0.0/8"]);
}

#[test]
fn a_list_is_never_emptied_by_a_mend_because_that_opens_it_ux47() {
    assert_eq!(any("0.0.0.0/0", Family::V4, true).mend(), None);
    let mend = any("0.0.0.0/0", Family::V4, false).mend();
    assert_eq!(mend, Some(Mend::Remove("0.0.0.0/0".to_owned())));
}

/// A range among the sixteen addresses from 203.0.113.0, and one of the ways to write it.
#[derive(Debug, Clone)]
struct Small {
    last: u8,
    length: u8,
    text: String,
}

impl Small {
    /// The host bits by arithmetic on the last octet, without the library under test.
    fn mask(&self) -> u8 {
        u8::MAX.checked_shl(u32::from(32 - self.length)).unwrap_or_default()
    }

    fn lets_in(&self) -> Vec<u8> {
        (0..16).filter(|host| host & self.mask() == self.last & self.mask()).collect()
    }

    fn is_plain(&self) -> bool {
        self.last & !self.mask() == 0 && !self.text.contains(':')
    }
}

fn small() -> impl Strategy<Value = Small> {
    (0_u8..16, 28_u8..=32, 0..4).prop_map(|(last, length, way)| {
        let text = match (way, length) {
            (0, 32) => format!("203.0.113.{last}"),
            (1, _) => format!("::ffff:203.0.113.{last}/{}", length + 96),
            (2, 32) => format!("0:0::ffff:cb00:71{last:02x}"),
            _ => format!("203.0.113.{last}/{length}"),
        };
        Small { last, length, text }
    })
}

fn union(all: &[Small]) -> Vec<u8> {
    (0..16).filter(|host| all.iter().any(|entry| entry.lets_in().contains(host))).collect()
}

/// What a mended text lets in, read by hand.
fn by_hand(text: &str) -> Small {
    let (address, length) = text.split_once('/').unwrap_or((text, "32"));
    let last = address.strip_prefix("203.0.113.").expect("mended entries are IPv4").parse().unwrap();
    Small { last, length: length.parse().unwrap(), text: text.to_owned() }
}

/// Every range among the sixteen addresses, single ones in both spellings.
fn every_plain_one() -> Vec<Small> {
    let lengths = (0..16).flat_map(|last| (28..=32).map(move |length| (last, length)));
    let written = lengths.flat_map(|(last, length)| {
        let bare = (length == 32).then(|| format!("203.0.113.{last}"));
        let texts = bare.into_iter().chain([format!("203.0.113.{last}/{length}")]);
        texts.map(move |text| Small { last, length, text })
    });
    written.filter(Small::is_plain).collect()
}

#[test]
fn every_pair_is_judged_as_by_brute_force() {
    let all = every_plain_one();
    assert_eq!(all.len(), 31 + 16);
    for (first, second) in all.iter().flat_map(|first| all.iter().map(move |second| (first, second))) {
        let (a, b) = (first.lets_in(), second.lets_in());
        let contains = |outer: &[u8], inner: &[u8]| inner.iter().all(|host| outer.contains(host));
        let expected = match (contains(&a, &b), contains(&b, &a)) {
            _ if first.text == second.text => vec![],
            (true, true) => vec![duplicate(&second.text, &first.text)],
            (true, false) => vec![within(&second.text, &first.text)],
            (false, true) => vec![within(&first.text, &second.text)],
            (false, false) => vec![],
        };
        assert_eq!(found(&[&first.text, &second.text]), expected);
    }
}

proptest! {
    #[test]
    fn an_entry_alone_has_a_note_exactly_when_it_is_oddly_written(entry in small()) {
        prop_assert_eq!(found(&[&entry.text]).is_empty(), entry.is_plain());
    }

    #[test]
    fn pressing_every_button_keeps_who_is_let_in_and_comes_to_an_end(all in prop::collection::vec(small(), 1..8)) {
        let mut entries: Vec<String> = all.iter().map(|entry| entry.text.clone()).collect();
        // An entry may be written as IPv6, then have host bits, then be needless.
        for _ in 0..=3 * all.len() {
            let Some(mend) = review(&entries).iter().find_map(Finding::mend) else { break };
            mend.apply(&mut entries);
        }
        prop_assert_eq!(review(&entries), []);
        let mended: Vec<Small> = entries.iter().collect::<BTreeSet<_>>().into_iter().map(|text| by_hand(text)).collect();
        prop_assert_eq!(union(&mended), union(&all));
        let hosts: usize = mended.iter().map(|entry| entry.lets_in().len()).sum();
        prop_assert_eq!(hosts, union(&all).len(), "no entry lets in what another one does");
    }

    #[test]
    fn no_text_makes_the_review_fail_badly(entries in prop::collection::vec("[0-9a-f:./x]{0,24}", 0..6)) {
        for finding in review(&entries) {
            let mut after = entries.clone();
            if let Some(mend) = finding.mend() {
                mend.apply(&mut after);
                prop_assert!(!after.is_empty());
                prop_assert!(after != entries);
            }
        }
    }
}
