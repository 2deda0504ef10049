//! The refusal …

use rekey_core::outcome::Outcome;

use crate::intent::NEW_SECRET;
use crate::proof::assert_valid;
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

pub(crate) fn of_a_record_deleted_after_the_look_is_told_in_the_servers_words(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    session.delete(row.known.id);
    for change in session.one_of_each(&base) {
        let write = session.write(&base, change).looked(Some(Some(base.clone())));
        let (ended, writes) = stage.writes_during(|| session.run(write));
        let Outcome::Rejected(problem) = &ended.outcome else { panic!("{:?}", ended.outcome) };
        assert!(problem.text.as_ref().is_some_and(|text| text.contains(row.known.id)), "{problem:?}");
        assert!(!truth::only(&writes).applied);
    }
}

pub(crate) fn of_a_reader_is_told_in_the_servers_words_and_changes_nothing(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::begin(&stage, &row.reader).unwrap();
    let base = session.load(row.known);
    for change in [session.new_secret(NEW_SECRET), session.details_alone(&session.every_field_changed(&base), &base)] {
        let (ended, writes) = stage.writes_during(|| session.run(session.write(&base, change)));
        let Outcome::Rejected(problem) = &ended.outcome else { panic!("{:?}", ended.outcome) };
        let (status, words) = row.forbidden;
        assert_eq!(problem.status, status);
        assert_eq!(problem.retry_after, None, "the window of the rate limit says nothing about a refusal");
        assert!(problem.text.as_ref().is_some_and(|text| text.contains(words)), "{problem:?}");
        assert!(!truth::only(&writes).applied);
    }
    assert_eq!(session.load(row.known), base);
    assert_valid(&stage, row.known.id, row.known.secret);
}
