//! A conflict …

use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::merge::{Merge, Side, Standing};
use rekey_core::outcome::{Conflict, Outcome, ReadBack};

use crate::intent::{NEW_SECRET, clock};
use crate::proof::{assert_valid, assert_void};
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

const THEIRS: &str = "Somebody else's words";

/// Another admin changes a record; gives it as it is then.
fn meddle(stage: &Stage<'_>) -> Credential {
    let (row, session) = (stage.row, Session::of_admin(stage));
    let base = session.load(row.known);
    let change = session.details_alone(&session.free_texts(&base, THEIRS), &base);
    let ended = session.run(session.write(&base, change));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    session.load(row.known)
}

/// What a write ended on, which sent nothing.
fn told(session: &Session<'_>, base: &Credential, change: Change) -> Credential {
    let (ended, writes) = session.stage.writes_during(|| session.run(session.write(base, change)));
    assert!(writes.is_empty(), "{writes:?}");
    let Outcome::Conflict(Conflict::Changed { theirs }) = ended.outcome else { panic!("{:?}", ended.outcome) };
    *theirs
}

pub(crate) fn is_told_and_what_is_chosen_goes_over_it(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    let draft = session.free_texts(&base, "My own words");
    assert_eq!(told(&session, &base, session.details_alone(&draft, &base)), theirs);
    let merge = clock(|clock| Merge::of(&base, &theirs, &draft, session.capabilities().fields, clock));
    assert!(merge.changed().all(|(_, standing)| standing == Standing::Clash), "{merge:?}");
    let merged = merge.merged(|_| Some(Side::Mine)).unwrap();
    let write = session.write(&theirs, session.details_alone(&merged, &theirs));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.details, row.known.id);
    assert_eq!(ended.write.trace().unwrap().read_back(&session.listed(row.known.id)), ReadBack::Confirmed);
}

pub(crate) fn that_is_left_open_sends_nothing(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    for change in [session.new_secret("another secret still"), session.details_alone(&Session::untouched(&base), &base)]
    {
        assert_eq!(told(&session, &base, change), theirs);
    }
    assert_eq!(session.load(row.known), theirs);
}

pub(crate) fn that_comes_again_before_it_is_answered_is_told_again(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    assert_eq!(told(&session, &base, session.new_secret(NEW_SECRET)), theirs);
    let other = session.details_alone(&session.free_texts(&theirs, "A third person's words"), &theirs);
    let ended = session.run(session.write(&theirs, other));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    let newer = session.load(row.known);
    for change in session.one_of_each(&theirs) {
        assert_eq!(told(&session, &theirs, change), newer);
    }
}

pub(crate) fn gone_on_from_with_a_secret_keeps_what_somebody_else_wrote(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    let secret = "another secret still";
    assert_eq!(told(&session, &base, session.new_secret(secret)), theirs);
    let write = session.write(&theirs, session.new_secret(secret));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.new_secret, row.known.id);
    let stored = session.load(row.known);
    assert_eq!(Credential { touched: theirs.touched.clone(), ..stored }, theirs);
    assert_valid(&stage, row.known.id, secret);
    assert_void(&stage, row.known.id, row.known.secret);
}

pub(crate) fn with_a_deletion_ends_the_write_before_it_is_sent(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    session.delete(row.known.id);
    for change in session.one_of_each(&base) {
        let (ended, writes) = stage.writes_during(|| session.run(session.write(&base, change)));
        assert_eq!(ended.outcome, Outcome::Conflict(Conflict::Deleted));
        assert!(writes.is_empty(), "{writes:?}");
    }
}
