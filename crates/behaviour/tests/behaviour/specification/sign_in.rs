//! A sign-in …

use rekey_core::capabilities::ScopeKind;
use rekey_core::credential::Entry;
use rekey_core::outcome::{NotSent, Outcome, ReadFailure};

use crate::intent::NEW_SECRET;
use crate::proof::assert_valid;
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;

pub(crate) fn opens_the_scopes_and_their_credentials(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    match row.dialect.scopes(&session.access) {
        Some(request) => {
            let scopes = row.dialect.interpret_scopes(stage.send(&request)).unwrap();
            assert!(scopes.iter().any(|entry| entry.scope == row.scope), "{scopes:?}");
            // Where groups are listed, one of them opens by itself (T16).
            let defaults = scopes.iter().filter(|entry| entry.is_default).count();
            assert_eq!(defaults, usize::from(row.scope.kind() == ScopeKind::AccountGroup));
        }
        None => assert_eq!(row.scope.kind(), ScopeKind::System),
    }
    let entries = session.list().unwrap();
    for known in [row.known, row.other] {
        assert_eq!(Entry::find(&entries, known.id).map(|found| found.name.as_str()), Some(known.name));
    }
}

pub(crate) fn with_the_wrong_words_is_refused_by_the_first_answer(row: &Row) {
    let stage = Stage::of(row);
    let result = Session::begin(&stage, &row.stranger).and_then(|session| session.list());
    let Err(ReadFailure::SignInRefused(problem)) = result else { panic!("{result:?}") };
    assert_eq!(problem.status, 401);
    assert!(problem.is_explained(), "{problem:?}");
}

pub(crate) fn that_has_ended_keeps_a_write_from_being_sent(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    session.revoke();
    let write = session.write(&base, session.new_secret(NEW_SECRET));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(
        matches!(ended.outcome, Outcome::NotSent(NotSent::Compare(ReadFailure::SignInRefused(_)))),
        "{:?}",
        ended.outcome
    );
    assert!(ended.outcome.wants_sign_in());
    assert!(writes.is_empty());
}

pub(crate) fn that_ends_before_the_write_has_it_rejected(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    session.revoke();
    let write = session.write(&base, session.new_secret(NEW_SECRET)).looked(Some(Some(base.clone())));
    let ended = session.run(write);
    assert!(matches!(&ended.outcome, Outcome::Rejected(problem) if problem.status == 401), "{:?}", ended.outcome);
    assert!(ended.outcome.wants_sign_in());
    assert_valid(&stage, row.known.id, row.known.secret);
}
