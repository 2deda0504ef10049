//! A conflict …

use rekey_core::credential::Credential;
use rekey_core::outcome::{Conflict, Outcome, ReadBack};

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

fn asked_about(asked: &[Conflict]) -> &Credential {
    let [Conflict::Changed { theirs }] = asked else { panic!("{asked:?}") };
    theirs
}

pub(crate) fn is_asked_about_and_can_be_written_over(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    let draft = session.free_texts(&base, "My own words");
    let write = session.write(&base, session.details_alone(&draft, &base));
    let (ended, writes) = stage.writes_during(|| session.overwrite(write));
    assert_eq!(*asked_about(&ended.asked), theirs);
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.details, row.known.id);
    assert_eq!(ended.write.read_back(&session.listed(row.known.id)), ReadBack::Confirmed);
}

pub(crate) fn that_is_left_open_sends_nothing(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    for change in [session.new_secret("another secret still"), session.details_alone(&Session::untouched(&base), &base)]
    {
        let write = session.write(&base, change);
        let (ended, writes) = stage.writes_during(|| session.run(write));
        assert_eq!(*asked_about(&ended.asked), theirs);
        assert!(matches!(ended.outcome, Outcome::Conflict(Conflict::Changed { .. })), "{:?}", ended.outcome);
        assert!(writes.is_empty(), "{writes:?}");
    }
    assert_eq!(session.load(row.known), theirs);
}

pub(crate) fn written_over_with_a_secret_keeps_what_somebody_else_wrote(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let theirs = meddle(&stage);
    let secret = "another secret still";
    let (ended, writes) = stage.writes_during(|| session.overwrite(session.write(&base, session.new_secret(secret))));
    assert_eq!(ended.asked.len(), 1);
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
        let write = session.write(&base, change);
        let (ended, writes) = stage.writes_during(|| session.overwrite(write));
        assert_eq!(ended.outcome, Outcome::Conflict(Conflict::Deleted));
        assert!(writes.is_empty(), "{writes:?}");
    }
}
