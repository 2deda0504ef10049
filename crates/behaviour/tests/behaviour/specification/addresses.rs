//! Addresses …

use rekey_core::credential::{Credential, Entry, Scope};
use rekey_core::operation::{Event, List, ListStep, Step};
use rekey_core::outcome::{Outcome, ReadFailure};

use crate::intent::NEW_SECRET;
use crate::proof::{assert_valid, assert_void};
use crate::row::{Row, encoded};
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

/// Ids and scopes full of what means something in an address. None has a colon: the gateways that prove a secret ask
/// with HTTP Basic, whose user names have none.
const NAMES: [&str; 10] = [
    "a/b",
    "a?b#c&d=e",
    "50%25 of a%2Fb",
    "..%2f..",
    "a;b,c+d",
    "back\\slash",
    "ä ö/ß 😀",
    "line\r\nend",
    "nul\0nul",
    "[1]@x!\"<>",
];
/// What would climb to another resource or to the collection.
const CLIMBING: [&str; 5] = ["", ".", "..", "%2e%2E", ".%2e"];

pub(crate) fn of_records_reach_them_and_no_other(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    for id in NAMES {
        let old = "the secret of an odd one";
        if session.create(id, old) {
            reaches(&session, id, old);
        } else {
            is_refused_by_name(&session, &Credential { id: id.to_owned(), ..base.clone() });
        }
    }
    for id in CLIMBING {
        let record = Credential { id: id.to_owned(), ..base.clone() };
        let mut write = session.write(&record, session.new_secret(NEW_SECRET)).looked(Some(Some(record.clone())));
        let Step::Done(outcome) = write.next(Event::Start) else { panic!("{id:?} was sent") };
        assert!(matches!(outcome, Outcome::NotSent(_)), "{id:?}: {outcome:?}");
    }
    assert_eq!(session.load(row.known), base);
    assert_valid(&stage, row.known.id, row.known.secret);
}

/// A record that the vendor let one name like this gets its new secret.
fn reaches(session: &Session<'_>, id: &str, old: &str) {
    let (stage, row) = (session.stage, session.row());
    let base = session.listed(id).expect("it was made");
    assert_eq!(session.look(id), Ok(Some(base.clone())));
    let write = session.write(&base, session.new_secret(NEW_SECRET));
    let (ended, writes) = stage.writes_during(|| session.run(write));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{id:?}: {:?}", ended.outcome);
    truth::only(&writes).assert_is(row, &row.new_secret, id);
    assert_valid(stage, id, NEW_SECRET);
    assert_void(stage, id, old);
}

/// A record that the vendor cannot have is asked for by exactly this name, and the server says that there is none.
fn is_refused_by_name(session: &Session<'_>, record: &Credential) {
    let (stage, row) = (session.stage, session.row());
    let mut write = session.write(record, session.new_secret(NEW_SECRET)).looked(Some(Some(record.clone())));
    let Step::Send(request) = write.next(Event::Start) else { panic!("{:?} was not sent", record.id) };
    let (reply, writes) = stage.writes_during(|| stage.send_anything(&request));
    truth::only(&writes).assert_is(row, &row.new_secret, &record.id);
    let Step::Done(outcome) = write.next(Event::Replied(reply)) else { panic!("{:?} goes on", record.id) };
    assert!(matches!(&outcome, Outcome::Rejected(problem) if problem.status == 404), "{:?}: {outcome:?}", record.id);
}

pub(crate) fn of_scopes_reach_them_and_no_other(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let before = session.list();
    for name in NAMES {
        // Where the system itself holds the records there is no name to get wrong.
        let Some(scope) = named(&row.scope, name) else { continue };
        let (result, arrivals) = stage.arrivals_during(|| list_of(&session, scope));
        assert!(result.is_err(), "{name:?}: {result:?}");
        let asked = arrivals.first().expect("it is sent").target(row);
        assert!(asked.contains(&encoded(name)), "{name:?}: {asked}");
        assert!(arrivals.iter().all(|arrival| arrival.target(row) == asked));
    }
    assert_eq!(session.list(), before);
}

/// A scope of the same kind with another name.
fn named(like: &Scope, name: &str) -> Option<Scope> {
    match like {
        Scope::Project(_) => Some(Scope::Project(name.to_owned())),
        Scope::AccountGroup(_) => Some(Scope::AccountGroup(name.to_owned())),
        Scope::System => None,
    }
}

/// The list of a scope that no vendor has named, so no document allows it.
fn list_of(session: &Session<'_>, scope: Scope) -> Result<Vec<Entry>, ReadFailure> {
    let mut list = List::new(session.row().dialect, session.access.clone(), scope, 1);
    let ListStep::Send(request) = list.start() else { panic!("it is sent") };
    match list.replied(session.stage.send_anything(&request)) {
        ListStep::Done(result) => result,
        step => panic!("{step:?}"),
    }
}
