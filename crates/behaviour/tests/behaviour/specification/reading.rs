//! Reading …

use rekey_core::credential::Entry;

use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;

pub(crate) fn gives_the_whole_list_however_many_answers_it_takes(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let (entries, arrivals) = stage.arrivals_during(|| session.list().unwrap());
    assert_eq!(entries.len(), row.records);
    assert!(arrivals.len() >= row.least_answers, "{arrivals:#?}");
    let mut ids: Vec<&str> = entries
        .iter()
        .map(|entry| match entry {
            Entry::Readable(credential) => credential.id.as_str(),
            Entry::Unreadable(text) => panic!("{text}"),
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), row.records, "each once");
}

pub(crate) fn the_counters_say_how_many_there_are(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let total = row.dialect.statistics(&session.access).map(|request| {
        let counters = row.dialect.interpret_statistics(stage.send(&request)).expect("counters");
        counters.total.expect("a total")
    });
    let expected = session.capabilities().statistics.then(|| row.records.to_string());
    assert_eq!(total, expected);
}

pub(crate) fn one_record_finds_it_as_the_list_has_it(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for entry in session.list().unwrap() {
        let Entry::Readable(listed) = entry else { panic!("{entry:?}") };
        assert_eq!(session.look(&listed.id), Ok(Some(listed)));
    }
}

pub(crate) fn an_unknown_record_says_that_it_is_gone(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    // A beginning, an end and another case of an id are other ids.
    let known = row.known.id;
    for id in ["999999", &format!("{known}0"), &known[1..], &format!("{known} ")] {
        assert_eq!(session.look(id), Ok(None), "{id}");
    }
    session.delete(known);
    assert_eq!(session.look(known), Ok(None));
    assert_eq!(session.listed(known), None);
}
