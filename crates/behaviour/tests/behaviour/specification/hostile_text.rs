//! Hostile text …
//!
//! No contract forbids any of it, and every vendor of the sandbox takes it. A name must say something besides blanks,
//! which the form sees to before anything is sent.

mod corpus;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::{Config, TestRunner};
use rekey_core::credential::Credential;
use rekey_core::outcome::{Outcome, ReadBack};

use crate::intent::NEW_SECRET;
use crate::proof::assert_valid;
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;

/// How many texts chance makes.
const CASES: u32 = 30;
const LONGEST: usize = 40;

/// Gives the known record this secret.
fn send_as_secret(session: &Session<'_>, text: &str) {
    let (stage, known) = (session.stage, session.row().known);
    let base = session.load(known);
    let ended = session.run(session.write(&base, session.new_secret(text)));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{text:?}: {:?}", ended.outcome);
    assert_valid(stage, known.id, text);
}

/// Gives the known record this text for every detail that is free text, and for its secret if one must go with them.
fn send_in_details(session: &Session<'_>, text: &str) {
    let known = session.row().known;
    let base = session.load(known);
    let draft = session.free_texts(&base, text);
    let secret = session.needs_secret().then_some(NEW_SECRET);
    let ended = session.run(session.write(&base, session.details(&draft, &base, secret)));
    assert!(matches!(ended.outcome, Outcome::Saved(_)), "{text:?}: {:?}", ended.outcome);
    let stored = session.listed(known.id);
    assert_eq!(ended.write.trace().unwrap().read_back(&stored), ReadBack::Confirmed, "{text:?}");
    let texts = |record: &Credential| [record.name.clone(), record.full_name.clone(), record.description.clone()];
    assert_eq!(texts(&stored.unwrap()), [draft.name, draft.full_name, draft.description], "{text:?}");
}

/// Any text that is not empty; control characters are more frequent than in life.
fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 1..LONGEST).prop_map(|characters| characters.into_iter().collect())
}

fn at_random(row: &Row, send: fn(&Session<'_>, &str)) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let result = TestRunner::new(config).run(&any_text(), |text| {
        send(&session, &text);
        Ok(())
    });
    result.unwrap();
}

pub(crate) fn arrives_as_the_secret_byte_for_byte(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for text in corpus::texts() {
        send_as_secret(&session, &text);
    }
}

pub(crate) fn arrives_in_the_details_byte_for_byte(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for text in corpus::texts() {
        send_in_details(&session, &text);
    }
}

pub(crate) fn at_random_arrives_as_the_secret(row: &Row) {
    at_random(row, send_as_secret);
}

pub(crate) fn at_random_arrives_in_the_details(row: &Row) {
    at_random(row, send_in_details);
}
