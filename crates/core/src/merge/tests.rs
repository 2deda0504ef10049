use proptest::prelude::*;
use serde_json::json;

use super::{Elsewhere, Merge, Side, Standing};
use crate::capabilities::Field;
use crate::credential::tests::{api_user, at};
use crate::credential::{Credential, Expiry};
use crate::dialect::Dialect;
use crate::draft::tests::with_clock;
use crate::draft::{Clock, CredentialDraft};

/// What the form of `api-user` would save, against what somebody else saved meanwhile.
fn merge(theirs: &Credential, edit: impl FnOnce(&mut CredentialDraft)) -> Merge {
    with_clock(|clock| {
        let mut draft = CredentialDraft::of(&api_user(), clock);
        edit(&mut draft);
        Merge::of(&api_user(), theirs, &draft, Dialect::Apinizer.capabilities().fields, clock)
    })
}

fn texts(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|entry| (*entry).to_owned()).collect()
}

#[test]
fn another_field_of_theirs_stays_theirs_and_nobody_is_asked_x28a() {
    let theirs = Credential { email: "new@retail.example".to_owned(), ..api_user() };
    let merge = merge(&theirs, |draft| draft.description = "mine".to_owned());
    let changed: Vec<_> = merge.changed().collect();
    assert_eq!(changed, [(Field::Email, Standing::Theirs), (Field::Description, Standing::Mine)]);
    let merged = merge.merged(|_| None).unwrap();
    assert_eq!((merged.email.as_str(), merged.description.as_str()), ("new@retail.example", "mine"));
    assert_eq!((merge.base(), merge.theirs()), (&api_user(), &theirs));
}

#[test]
fn the_same_field_waits_for_a_choice_and_has_no_default_x28b() {
    let theirs = Credential { description: "theirs".to_owned(), ..api_user() };
    let merge = merge(&theirs, |draft| draft.description = "mine".to_owned());
    assert_eq!(merge.clashes().collect::<Vec<_>>(), [Field::Description]);
    assert_eq!(merge.merged(|_| None), Err(vec![Field::Description]));
    // A text has no third choice.
    assert_eq!(merge.merged(|_| Some(Side::Both)), Err(vec![Field::Description]));
    assert_eq!(merge.merged(|_| Some(Side::Theirs)).unwrap().description, "theirs");
    assert_eq!(merge.merged(|_| Some(Side::Mine)).unwrap().description, "mine");
}

#[test]
fn a_credential_that_was_disabled_meanwhile_stays_disabled_x28d() {
    let theirs = Credential { enabled: false, ..api_user() };
    let merged = merge(&theirs, |draft| draft.full_name = "mine".to_owned()).merged(|_| None).unwrap();
    assert!(!merged.enabled);
}

#[test]
fn the_order_of_a_list_is_nobodys_change_x28e() {
    let mut theirs = api_user();
    theirs.roles.reverse();
    assert_eq!(merge(&theirs, |_| {}).changed().count(), 0);
    let added = merge(&theirs, |draft| draft.roles.push("reports".to_owned()));
    assert_eq!(added.changed().collect::<Vec<_>>(), [(Field::Roles, Standing::Mine)]);
}

#[test]
fn what_both_changed_to_the_same_is_no_question() {
    let mut theirs =
        Credential { description: "alike".to_owned(), expiry: at("2027-01-31T20:59:00.000Z"), ..api_user() };
    theirs.roles = texts(&["reports", "orders-read"]);
    let merge = merge(&theirs, |draft| {
        draft.description = "alike".to_owned();
        draft.roles = texts(&["orders-read", "reports"]);
        (draft.expiry_date, draft.expiry_time) = ("2027-01-31".to_owned(), "23:59".to_owned());
    });
    assert!(merge.changed().all(|(_, standing)| standing == Standing::Alike), "{merge:?}");
    assert_eq!(merge.merged(|_| None).unwrap(), with_clock(|clock| CredentialDraft::of(&theirs, clock)));
}

#[test]
fn an_end_is_compared_by_its_moment_and_not_by_its_letters() {
    let theirs = Credential { expiry: at("2026-12-31T23:59:00+03:00"), ..api_user() };
    assert_eq!(merge(&theirs, |_| {}).changed().count(), 0);
    let taken_away = merge(&Credential { expiry: Expiry::Never, ..api_user() }, |draft| {
        draft.expiry_date = "2027-01-31".to_owned();
    });
    assert_eq!(taken_away.clashes().collect::<Vec<_>>(), [Field::Expiry]);
}

#[test]
fn an_end_that_is_no_date_is_mine_as_it_was_typed() {
    let merge = merge(&api_user(), |draft| draft.expiry_time = "25:00".to_owned());
    assert_eq!(merge.changed().collect::<Vec<_>>(), [(Field::Expiry, Standing::Mine)]);
    assert_eq!(merge.mine().expiry, Expiry::Unreadable("2026-12-31 25:00".to_owned()));
    assert_eq!(merge.merged(|_| None).unwrap().expiry_time, "25:00");
}

#[test]
fn a_list_that_both_changed_can_have_both_changes() {
    let theirs = Credential { roles: texts(&["orders-write", "audit"]), ..api_user() };
    let merge = merge(&theirs, |draft| draft.roles.push("reports".to_owned()));
    assert_eq!(merge.both(Field::Roles), Some(texts(&["orders-write", "audit", "reports"])));
    let merged = merge.merged(|_| Some(Side::Both)).unwrap();
    assert_eq!(merged.roles, texts(&["orders-write", "audit", "reports"]));
}

#[test]
fn both_is_no_choice_where_it_is_what_one_side_has_or_a_list_is_or_becomes_empty() {
    let both = |theirs: &[&str], mine: &[&str]| {
        let theirs = Credential { addresses: texts(theirs), ..api_user() };
        merge(&theirs, |draft| draft.addresses = texts(mine)).both(Field::Addresses)
    };
    let (kept, other, third) = ("10.20.0.0/16", "10.0.0.1", "10.0.0.2");
    assert_eq!(both(&[kept, other], &[kept, third]), Some(texts(&[kept, other, third])));
    assert_eq!(both(&[kept, other], &[kept, other, third]), None, "mine has it all");
    assert_eq!(both(&[], &[kept, third]), None, "theirs lets in any");
    assert_eq!(both(&[kept, other], &[]), None, "mine lets in any");
}

#[test]
fn what_no_field_shows_is_told_as_a_whole() {
    let carried = |value: &str| {
        let mut record = api_user();
        record.carried.insert("metadata".to_owned(), json!([value]));
        record
    };
    let touched = Credential { touched: Some("2".to_owned()), ..api_user() };
    let renamed = Credential { full_name: "theirs".to_owned(), ..touched.clone() };
    assert_eq!(merge(&api_user(), |_| {}).elsewhere(), None);
    assert_eq!(merge(&carried("a"), |_| {}).elsewhere(), Some(Elsewhere::Members));
    assert_eq!(merge(&touched, |_| {}).elsewhere(), Some(Elsewhere::Unseen));
    assert_eq!(merge(&renamed, |_| {}).elsewhere(), None, "the field says it already");
}

/// A record of few values, so that the three readings often meet.
fn record() -> impl Strategy<Value = Credential> {
    let list = || prop::collection::hash_set("[abc]", 0..3).prop_map(Vec::from_iter);
    ("[ab]", "[ab]", list(), list(), any::<bool>(), prop::option::of(0..2_u8)).prop_map(
        |(full_name, description, roles, addresses, enabled, end)| Credential {
            full_name,
            description,
            roles,
            addresses,
            enabled,
            expiry: end.map_or(Expiry::Never, |end| at(&format!("2027-01-0{}T00:00:00Z", end + 1))),
            ..api_user()
        },
    )
}

fn side() -> impl Strategy<Value = Option<Side>> {
    prop::option::of(prop::sample::select(vec![Side::Theirs, Side::Mine, Side::Both]))
}

/// The record that a draft is, read on top of the one that it was made for.
fn saved(draft: &CredentialDraft, over: &Credential, clock: &Clock<'_>) -> Credential {
    super::as_record(draft, over, clock)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_theirs_is_lost_but_what_was_chosen_i5_i6(base in record(), theirs in record(), mine in record(), side in side()) {
        with_clock(|clock| {
            let draft = CredentialDraft::of(&mine, clock);
            let merge = Merge::of(&base, &theirs, &draft, &Field::ALL, clock);
            let clashes: Vec<_> = merge.clashes().collect();
            let open: Vec<_> = clashes.iter().copied().filter(|field| match side {
                None => true,
                Some(Side::Both) => merge.both(*field).is_none(),
                Some(Side::Theirs | Side::Mine) => false,
            }).collect();
            let merged = match merge.merged(|_| side) {
                Err(waiting) => {
                    prop_assert_eq!(waiting, open);
                    return Ok(());
                }
                Ok(merged) => saved(&merged, &theirs, clock),
            };
            prop_assert!(open.is_empty());
            for field in Field::ALL {
                let is_mine = merged.same(&mine, field);
                let is_theirs = merged.same(&theirs, field);
                if base.same(&mine, field) {
                    prop_assert!(is_theirs, "I5: {:?} was not touched here", field);
                } else if base.same(&theirs, field) || (side == Some(Side::Mine) && !is_theirs) {
                    prop_assert!(is_mine, "{:?} is mine", field);
                } else if side == Some(Side::Theirs) {
                    prop_assert!(is_theirs, "{:?} is theirs", field);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn both_has_every_addition_and_no_removal_of_either(base in record(), theirs in record(), mine in record()) {
        with_clock(|clock| {
            let merge = Merge::of(&base, &theirs, &CredentialDraft::of(&mine, clock), &Field::ALL, clock);
            let Some(both) = merge.both(Field::Roles) else { return Ok(()) };
            for entry in ["a", "b", "c"].map(str::to_owned) {
                let (was, is) = (base.roles.contains(&entry), both.contains(&entry));
                let (theirs, mine) = (theirs.roles.contains(&entry), mine.roles.contains(&entry));
                prop_assert_eq!(is, if was { theirs && mine } else { theirs || mine });
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_was_merged_is_asked_about_no_second_time(base in record(), theirs in record(), mine in record()) {
        with_clock(|clock| {
            let merge = Merge::of(&base, &theirs, &CredentialDraft::of(&mine, clock), &Field::ALL, clock);
            let merged = merge.merged(|_| Some(Side::Mine)).unwrap();
            let again = Merge::of(&theirs, &theirs, &merged, &Field::ALL, clock);
            prop_assert!(again.changed().all(|(_, standing)| standing == Standing::Mine), "{:?}", again);
            prop_assert_eq!(again.merged(|_| None), Ok(merged));
            Ok(())
        })?;
    }
}
