//! Doubt …

use std::time::Duration;

use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::http::Fault;
use rekey_core::outcome::{Doubt, Outcome, ReadBack};
use serde_json::{Value, json};

use crate::proof::{assert_valid, assert_void};
use crate::row::{Call, Row};
use crate::run::Ended;
use crate::session::Session;
use crate::stage::Stage;
use crate::truth;

/// What is known of a write that ended in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    BrokeOff,
    TooLate,
    SentElsewhere,
    ServerFailed,
    NotTheApi,
}

impl Known {
    fn is(self, doubt: &Doubt) -> bool {
        match self {
            Self::BrokeOff => matches!(doubt, Doubt::Fault(Fault::Unreachable)),
            Self::TooLate => matches!(doubt, Doubt::Fault(Fault::TimedOut)),
            Self::SentElsewhere => matches!(doubt, Doubt::Fault(Fault::Redirected)),
            Self::ServerFailed => matches!(doubt, Doubt::Server(problem) if problem.status >= 500),
            Self::NotTheApi => {
                matches!(doubt, Doubt::NotTheApi(problem) if problem.page_title.as_deref() == Some("Not the API"))
            }
        }
    }
}

/// Something that happens to a write.
struct Mishap {
    known: Known,
    /// Whether the server does what it was asked nevertheless.
    applied: bool,
    fault: Value,
}

/// How long an answer is waited for that comes too late.
const TOO_SHORT: Duration = Duration::from_millis(300);

/// The rows X08, X12, X18 to X21 and X25 of reliability.md.
fn mishaps() -> Vec<Mishap> {
    let page = "<!doctype html><title>Not the API</title>";
    let failure = r#"{"error":"server_error","message":"It broke"}"#;
    let answer = |status: u16, kind: &str, body: &str, apply: bool| json!({ "kind": "respond", "status": status, "contentType": kind, "body": body, "apply": apply });
    let redirect = |status: u16| json!({ "kind": "redirect", "status": status, "location": "/api/v1/elsewhere" });
    [
        (Known::BrokeOff, true, json!({ "kind": "apply-then-drop" })),
        (Known::BrokeOff, false, json!({ "kind": "drop-before-reading" })),
        (Known::TooLate, true, json!({ "kind": "delay-after-apply", "milliseconds": 2000 })),
        (Known::ServerFailed, false, answer(500, "application/json", failure, false)),
        (Known::ServerFailed, true, answer(500, "application/json", failure, true)),
        (Known::ServerFailed, false, answer(503, "application/problem+json", r#"{"title":"Maintenance"}"#, false)),
        (Known::NotTheApi, true, answer(502, "text/html", page, true)),
        (Known::NotTheApi, false, answer(404, "text/html", page, false)),
        (Known::NotTheApi, false, answer(200, "text/html; charset=utf-8", page, false)),
        (Known::SentElsewhere, false, redirect(307)),
        (Known::SentElsewhere, false, redirect(301)),
    ]
    .into_iter()
    .map(|(known, applied, fault)| Mishap { known, applied, fault })
    .collect()
}

/// Both kinds of change, with the call that makes each and the secret that it sends.
fn changes<'row>(
    session: &Session<'_>,
    row: &'row Row,
    base: &Credential,
    number: usize,
) -> [(Change, &'row Call, String); 2] {
    let secrets = ["alone", "with details"].map(|kind| format!("secret {number} {kind}"));
    let details = session.details(&session.free_texts(base, &format!("Words {number}")), base, Some(&secrets[1]));
    let [first, second] = secrets;
    [(session.new_secret(&first), &row.new_secret, first), (details, &row.both, second)]
}

/// Runs a write that meets a mishap, and holds what is claimed of it against the truth.
fn befall(session: &Session<'_>, mishap: &Mishap, base: &Credential, change: &Change, call: &Call) -> Ended {
    let (stage, row) = (session.stage, session.row());
    stage.script(call, row.known.id, &mishap.fault);
    stage.wait_for_writes((mishap.known == Known::TooLate).then_some(TOO_SHORT));
    let (ended, writes) = stage.writes_during(|| session.run(session.write(base, change.clone())));
    stage.wait_for_writes(None);
    let Outcome::Unknown(doubt) = &ended.outcome else { panic!("{}: {:?}", mishap.fault, ended.outcome) };
    assert!(mishap.known.is(doubt), "{}: {doubt:?}", mishap.fault);
    let sent = truth::only(&writes);
    let applied = if mishap.applied { stage.applies(sent) } else { sent.applied };
    assert_eq!(applied, mishap.applied, "{}", mishap.fault);
    ended
}

pub(crate) fn is_called_neither_saved_nor_refused(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let mut stored = row.known.secret.to_owned();
    for (number, mishap) in mishaps().iter().enumerate() {
        let base = session.load(row.known);
        for (change, call, secret) in changes(&session, row, &base, number) {
            let base = session.load(row.known);
            befall(&session, mishap, &base, &change, call);
            let (valid, void) = if mishap.applied { (secret, stored) } else { (stored, secret) };
            assert_valid(&stage, row.known.id, &valid);
            assert_void(&stage, row.known.id, &void);
            stored = valid;
        }
    }
}

pub(crate) fn ends_when_the_same_is_sent_again(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    for (number, mishap) in mishaps().iter().enumerate() {
        let base = session.load(row.known);
        for (change, call, secret) in changes(&session, row, &base, number) {
            let base = session.load(row.known);
            befall(&session, mishap, &base, &change, call);
            let again = session.write(&base, change).after_doubt(true);
            let (ended, writes) = stage.writes_during(|| session.run(again));
            assert!(matches!(ended.outcome, Outcome::Saved(_)), "{}: {:?}", mishap.fault, ended.outcome);
            // Where only what changes is sent, what has arrived already is not among it.
            truth::only(&writes).assert_goes_to(row, call, row.known.id);
            assert_eq!(ended.write.trace().unwrap().read_back(&session.listed(row.known.id)), ReadBack::Confirmed);
            assert_valid(&stage, row.known.id, &secret);
        }
    }
}

pub(crate) fn about_the_details_is_none_about_the_save(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let told = |body: &str| json!({ "kind": "respond", "status": 200, "body": body, "apply": true });
    let faults = [
        json!({ "kind": "cut-body", "after": 7 }),
        json!({ "kind": "oversize", "bytes": 2 * 1024 * 1024 }),
        told("{}"),
        told("[]"),
        told("{\"success\":tr"),
        told(""),
    ];
    for (number, fault) in faults.iter().enumerate() {
        let base = session.load(row.known);
        for (change, call, secret) in changes(&session, row, &base, number) {
            let base = session.load(row.known);
            stage.script(call, row.known.id, fault);
            let (ended, writes) = stage.writes_during(|| session.run(session.write(&base, change)));
            assert!(matches!(ended.outcome, Outcome::SavedDetailsLost(_)), "{fault}: {:?}", ended.outcome);
            assert!(truth::only(&writes).applied);
            assert_valid(&stage, row.known.id, &secret);
        }
    }
}
