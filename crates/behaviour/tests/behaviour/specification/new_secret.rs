//! A new secret …

use rekey_core::credential::Credential;
use rekey_core::outcome::Outcome;

use crate::intent::NEW_SECRET;
use crate::proof::{assert_valid, assert_void};
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

pub(crate) fn works_and_the_old_one_does_not(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for known in [row.known, row.other] {
        let base = session.load(known);
        let write = session.write(&base, session.new_secret(NEW_SECRET));
        let (ended, writes) = stage.writes_during(|| session.run(write));
        assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
        let sent = truth::only(&writes);
        assert!(sent.applied && sent.answered == Some(200), "{sent:?}");
        sent.assert_is(row, &row.new_secret, known.id);
    }
    for known in [row.known, row.other].map(|known| session.load(known)) {
        assert_eq!(session.look(&known.id), Ok(Some(known)));
    }
    assert_valid(&stage, row.known.id, NEW_SECRET);
    assert_void(&stage, row.known.id, row.known.secret);
}

pub(crate) fn leaves_everything_else_as_it_was(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let (base, other) = (session.load(row.known), session.load(row.other));
    let ended = session.run(session.write(&base, session.new_secret(NEW_SECRET)));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{:?}", ended.outcome);
    let stored = session.load(row.known);
    assert_eq!(Credential { touched: base.touched.clone(), ..stored }, base);
    assert_eq!(session.load(row.other), other);
    assert_valid(&stage, row.other.id, row.other.secret);
}
