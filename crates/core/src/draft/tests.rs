use super::{Clock, CredentialDraft, ExpiryEdit};
use crate::credential::tests::{api_user, at};
use crate::credential::{Credential, Expiry};
use crate::dialect::Dialect;
use crate::issue::Issue;
use crate::timestamp::{LocalDateTime, Timestamp};
use proptest::prelude::*;

/// A zone three hours ahead of UTC, at noon of 2026-11-21.
pub(crate) fn with_clock<T>(run: impl FnOnce(&Clock<'_>) -> T) -> T {
    let shift = 3 * 3_600_000;
    let moved = |moment: Timestamp, by: i64| Timestamp::from_milliseconds(moment.milliseconds() + by);
    let resolve = |local: LocalDateTime| moved(local.as_utc(), -shift);
    let local = |moment: Timestamp| moved(moment, shift).unwrap().utc();
    run(&Clock { now: Timestamp::parse("2026-11-21T09:00:00Z").unwrap(), resolve: &resolve, local: &local })
}

fn parse(base: &Credential, change: impl FnOnce(&mut CredentialDraft)) -> Result<super::CredentialEdit, Vec<Issue>> {
    with_clock(|clock| {
        let mut draft = CredentialDraft::of(base, clock);
        change(&mut draft);
        draft.parse(base, Dialect::Apinizer.capabilities(), clock)
    })
}

#[test]
fn an_untouched_draft_is_the_record_itself() {
    let edit = parse(&api_user(), |_| {}).unwrap();
    assert_eq!(edit.full_name, api_user().full_name);
    assert_eq!(edit.expiry, ExpiryEdit::Untouched);
}

#[test]
fn the_expiry_is_shown_in_the_zone_of_the_person() {
    let draft = with_clock(|clock| CredentialDraft::of(&api_user(), clock));
    assert_eq!((draft.expiry_date.as_str(), draft.expiry_time.as_str()), ("2026-12-31", "23:59"));
}

#[test]
fn every_issue_is_reported_at_once_in_the_order_of_the_screen() {
    let issues = parse(&api_user(), |draft| {
        draft.full_name = "  ".to_owned();
        draft.email = String::new();
        draft.roles.push(" ".to_owned());
        draft.addresses = vec!["10.0.0.0/8".to_owned(), "203.0.113.7/33".to_owned(), "nope".to_owned()];
        draft.expiry_date = "2026-11-20".to_owned();
    });
    assert_eq!(
        issues.unwrap_err(),
        [
            Issue::FullNameEmpty,
            Issue::EmailEmpty,
            Issue::RoleEmpty,
            Issue::AddressInvalid("203.0.113.7/33".to_owned()),
            Issue::AddressInvalid("nope".to_owned()),
            Issue::ExpiryPast,
        ]
    );
}

#[test]
fn the_expiry_is_parsed_by_its_two_fields() {
    let end = |text| Ok(ExpiryEdit::At(Timestamp::parse(text).unwrap()));
    for (date, time, expected) in [
        ("", "", Ok(ExpiryEdit::Never)),
        ("", "12:00", Err(Issue::ExpiryDateMissing)),
        ("2026-13-01", "12:00", Err(Issue::ExpiryDateInvalid)),
        ("2026-12-01", "25:00", Err(Issue::ExpiryTimeInvalid)),
        ("2026-11-21", "12:00", Err(Issue::ExpiryPast)),
        ("2026-11-21", "12:01", end("2026-11-21T09:01:00.000Z")),
        ("2026-12-01", "", end("2026-12-01T20:59:59.000Z")),
    ] {
        let parsed = with_clock(|clock| {
            let draft = CredentialDraft {
                expiry_date: date.to_owned(),
                expiry_time: time.to_owned(),
                ..CredentialDraft::default()
            };
            let parsed = draft.parse_expiry(&api_user(), clock);
            parsed.and_then(|end| super::judge_expiry(end, Dialect::Apinizer.capabilities().expiry, clock.now))
        });
        assert_eq!(parsed, expected, "{date} {time}");
    }
}

#[test]
fn a_system_that_cannot_take_an_end_away_says_so_and_takes_a_past_one_z3_z7() {
    let rules = Dialect::ZStack.capabilities().expiry;
    let now = Timestamp::parse("2026-11-21T09:00:00Z").unwrap();
    let past = ExpiryEdit::At(Timestamp::parse("2020-01-01T00:00:00Z").unwrap());
    assert_eq!(super::judge_expiry(ExpiryEdit::Never, rules, now), Err(Issue::ExpiryNotRemovable));
    assert_eq!(super::judge_expiry(past.clone(), rules, now), Ok(past));
}

#[test]
fn an_unreadable_or_past_end_is_left_alone_unless_a_date_is_chosen() {
    for expiry in [Expiry::Unreadable("example".to_owned()), at("2020-01-01T00:00:00.500Z")] {
        let base = Credential { expiry, ..api_user() };
        assert_eq!(parse(&base, |_| {}).unwrap().expiry, ExpiryEdit::Untouched);
    }
}

#[test]
fn what_the_server_already_holds_is_not_for_the_form_to_judge() {
    let base = Credential { email: "not an address".to_owned(), addresses: vec!["office".to_owned()], ..api_user() };
    assert!(parse(&base, |draft| draft.description = "x".to_owned()).is_ok());
}

#[test]
fn a_name_or_an_address_that_is_no_longer_right_is_told_and_a_blank_around_a_mail_is_taken_off() {
    let named = |name: &str, capabilities| {
        with_clock(|clock| {
            let draft = CredentialDraft { name: name.to_owned(), ..CredentialDraft::of(&api_user(), clock) };
            draft.parse(&api_user(), capabilities, clock).map(|edit| edit.name)
        })
    };
    assert_eq!(named(" ", Dialect::ZStack.capabilities()), Err(vec![Issue::NameEmpty]));
    assert_eq!(named(" a ", Dialect::ZStack.capabilities()).as_deref(), Ok(" a "));
    assert!(named(" ", Dialect::Apinizer.capabilities()).is_ok(), "there it is no field");
    let mail = |email: &str| parse(&api_user(), |draft| email.clone_into(&mut draft.email)).map(|edit| edit.email);
    assert_eq!(mail(" new@retail.example ").as_deref(), Ok("new@retail.example"));
    assert_eq!(mail("nobody"), Err(vec![Issue::EmailInvalid]));
}

#[test]
fn an_edit_over_a_record_changes_what_it_names_and_keeps_the_rest() {
    let base = Credential { touched: Some("then".to_owned()), ..api_user() };
    let mut edit = parse(&base, |_| {}).unwrap();
    assert_eq!(edit.over(&base), base);
    let mine = Credential {
        name: "n".to_owned(),
        full_name: "f".to_owned(),
        email: "e".to_owned(),
        description: "d".to_owned(),
        roles: vec!["r".to_owned()],
        addresses: vec!["a".to_owned()],
        enabled: !base.enabled,
        expiry: Expiry::Never,
        ..base.clone()
    };
    edit.name.clone_from(&mine.name);
    edit.full_name.clone_from(&mine.full_name);
    edit.email.clone_from(&mine.email);
    edit.description.clone_from(&mine.description);
    edit.roles.clone_from(&mine.roles);
    edit.addresses.clone_from(&mine.addresses);
    edit.enabled = mine.enabled;
    edit.expiry = ExpiryEdit::Never;
    assert_eq!(edit.over(&base), mine);
}

#[test]
fn a_repeated_role_or_address_is_sent_once() {
    let edit = parse(&api_user(), |draft| {
        draft.roles = vec!["a".to_owned(), "b".to_owned(), "a".to_owned()];
        draft.addresses = vec!["10.0.0.1".to_owned(), "10.0.0.1".to_owned()];
    });
    let edit = edit.unwrap();
    assert_eq!((edit.roles.len(), edit.addresses.len()), (2, 1));
}

#[test]
fn rebasing_keeps_my_edits_and_follows_theirs_elsewhere() {
    let theirs = Credential { email: "new@retail.example".to_owned(), enabled: false, ..api_user() };
    let rebased = with_clock(|clock| {
        let mut draft = CredentialDraft::of(&api_user(), clock);
        draft.description = "mine".to_owned();
        draft.rebased(&api_user(), &theirs, clock)
    });
    assert_eq!(rebased.description, "mine");
    assert_eq!(rebased.email, "new@retail.example");
    assert!(!rebased.enabled);
}

proptest! {
    #[test]
    fn what_is_typed_arrives_as_typed(full_name in ".*[a-z].*", description in ".*", roles in prop::collection::hash_set("[a-z]{1,8}", 0..5)) {
        let roles: Vec<String> = roles.into_iter().collect();
        let edit = parse(&api_user(), |draft| {
            draft.full_name.clone_from(&full_name);
            draft.description.clone_from(&description);
            draft.roles.clone_from(&roles);
        }).unwrap();
        prop_assert_eq!(edit.full_name, full_name);
        prop_assert_eq!(edit.description, description);
        prop_assert_eq!(edit.roles, roles);
    }
}
