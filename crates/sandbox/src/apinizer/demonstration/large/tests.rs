use std::collections::BTreeSet;

use super::{Timestamp, record, timestamp};
use crate::apinizer::credential::Credential;
use crate::apinizer::envelope::Generation;
use crate::apinizer::field_rules;

const TEN_THOUSAND: u32 = 10_000;

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn records() -> Vec<Credential> {
    (1..=TEN_THOUSAND).map(|number| record(number, now())).collect()
}

#[test]
fn a_number_always_gives_the_same_record() {
    let written = Credential {
        username: "loyalty-bergen-00001".to_owned(),
        email: "daan.sorensen@alder-logistics.example".to_owned(),
        full_name: "Daan Sørensen".to_owned(),
        description: "Points and vouchers in Bergen, looked after by Alder Logistics".to_owned(),
        role_name_list: Vec::new(),
        enabled: true,
        ip_list: vec!["2001:db8:3f::/48".to_owned()],
        expire_date: Some("2027-03-27T12:00:00.000Z".to_owned()),
        metadata: Vec::new(),
    };
    assert_eq!(record(1, now()), written);
}

#[test]
fn each_could_have_been_created_over_the_api() {
    for credential in records() {
        field_rules::email(&credential.email).unwrap();
        credential.ip_list.iter().for_each(|address| field_rules::address(address).unwrap());
        credential.expire_date.iter().for_each(|date| field_rules::expire_date(date).unwrap());
        let roles: BTreeSet<_> = credential.role_name_list.iter().collect();
        assert_eq!(roles.len(), credential.role_name_list.len(), "a role twice: {}", credential.username);
    }
}

#[test]
fn usernames_are_unique() {
    let names: BTreeSet<_> = records().into_iter().map(|credential| credential.username).collect();
    assert_eq!(names.len(), 10_000);
}

/// The list whose targets performance.md gives: 10,000 credentials, 3.1 MB of JSON.
#[test]
fn ten_thousand_are_a_list_of_about_three_megabytes() {
    let bytes: usize = records().iter().map(|credential| credential.listed(Generation::A).to_string().len() + 1).sum();
    assert!((3_000_000..3_200_000).contains(&bytes), "{bytes}");
}

#[test]
fn every_state_of_a_list_is_frequent() {
    let records = records();
    let share = |wanted: &dyn Fn(&Credential) -> bool| records.iter().filter(|record| wanted(record)).count() / 100;
    let days = |record: &Credential| {
        let end = record.expire_date.as_deref().and_then(timestamp::parse)?;
        Some((end.as_second() - now().as_second()) / 86_400)
    };
    assert_eq!(share(&|record| !record.enabled), 6, "disabled, of a hundred");
    for (state, wanted, shares) in [
        ("never ends", (&|record: &Credential| days(record).is_none()) as &dyn Fn(&Credential) -> bool, 28..33),
        ("has ended", &|record| days(record).is_some_and(|days| days < 0), 18..23),
        ("ends soon", &|record| days(record).is_some_and(|days| (0..30).contains(&days)), 8..13),
        ("ends later", &|record| days(record).is_some_and(|days| days >= 30), 37..43),
    ] {
        let found = share(wanted);
        assert!(shares.contains(&found), "{state}: {found} of a hundred");
    }
}
