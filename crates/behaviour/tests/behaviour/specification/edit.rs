//! An edit …

use rekey_core::capabilities::Field;
use rekey_core::credential::{Credential, Expiry};
use rekey_core::draft::{CredentialEdit, ExpiryEdit};
use rekey_core::outcome::{Outcome, ReadBack};

use crate::intent::{NEW_SECRET, parse};
use crate::proof::{assert_valid, assert_void};
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

pub(crate) fn of_every_field_at_once_arrives_as_sent(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let draft = session.every_field_changed(&base);
    let write = session.write(&base, session.details_alone(&draft, &base));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.details, row.known.id);

    let stored = session.listed(row.known.id);
    assert_eq!(ended.write.trace().unwrap().read_back(&stored), ReadBack::Confirmed);
    assert_eq!(ended.write.trace().unwrap().read_back(&Some(base.clone())), ReadBack::Differs);
    let stored = stored.unwrap();
    let edit = parse(&draft, &base, session.capabilities());
    for field in session.capabilities().fields {
        assert!(holds(&stored, &edit, *field), "{field:?}: {stored:?}");
        assert!(!stored.same(&base, *field), "{field:?} was to change");
    }
    assert_eq!(stored.carried, base.carried);
    assert_eq!((stored.id, stored.kind), (base.id, base.kind));
}

/// Whether a record has what an edit says of a field. Written apart from the core, which compares for itself.
fn holds(stored: &Credential, edit: &CredentialEdit, field: Field) -> bool {
    match field {
        Field::Name => stored.name == edit.name,
        Field::FullName => stored.full_name == edit.full_name,
        Field::Email => stored.email == edit.email,
        Field::Description => stored.description == edit.description,
        Field::Roles => stored.roles == edit.roles,
        Field::Addresses => stored.addresses == edit.addresses,
        Field::Enabled => stored.enabled == edit.enabled,
        Field::Expiry => match (&stored.expiry, &edit.expiry) {
            (Expiry::At(stored, _), ExpiryEdit::At(sent)) => stored == sent,
            _ => false,
        },
    }
}

pub(crate) fn that_changes_nothing_leaves_the_record_as_it_was(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for known in [row.known, row.other] {
        let base = session.load(known);
        let change = session.details_alone(&Session::untouched(&base), &base);
        let ended = session.run(session.write(&base, change));
        assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
        let stored = session.load(known);
        // That it was touched at all is the one difference, and the end is the same to the letter.
        assert_eq!(Credential { touched: base.touched.clone(), ..stored }, base);
    }
}

pub(crate) fn touches_the_secret_only_if_one_goes_with_it(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let change = session.details_alone(&session.free_texts(&base, "Other words"), &base);
    let (ended, writes) = stage.writes_during(|| session.run(session.write(&base, change)));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    let sent = truth::only(&writes);
    sent.assert_is(row, &row.details, row.known.id);
    // No `null` and no mask in its place either.
    let carries_secret = ["password", "value"].iter().any(|key| sent.body.get(key).is_some());
    assert_eq!(carries_secret, session.needs_secret());
    let (valid, void) =
        if session.needs_secret() { (NEW_SECRET, row.known.secret) } else { (row.known.secret, NEW_SECRET) };
    assert_valid(&stage, row.known.id, valid);
    assert_void(&stage, row.known.id, void);
}

pub(crate) fn with_a_new_secret_does_both(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let draft = session.free_texts(&base, "Other words");
    let write = session.write(&base, session.details(&draft, &base, Some(NEW_SECRET)));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.both, row.known.id);
    assert_eq!(ended.write.trace().unwrap().read_back(&session.listed(row.known.id)), ReadBack::Confirmed);
    assert_valid(&stage, row.known.id, NEW_SECRET);
    assert_void(&stage, row.known.id, row.known.secret);
}

pub(crate) fn of_the_secret_alone_sends_what_the_vendor_wants_beside_it(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let write = session.write(&base, session.details(&Session::untouched(&base), &base, Some(NEW_SECRET)));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.beside, row.known.id);
    let stored = session.load(row.known);
    assert_eq!(Credential { touched: base.touched.clone(), ..stored }, base);
    assert_valid(&stage, row.known.id, NEW_SECRET);
}
