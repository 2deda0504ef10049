mod model;

use serde_json::{Value, json};

use super::{Looked, Write};
use crate::access::Access;
use crate::configuration::Configuration;
use crate::credential::{Credential, Entry, Scope};
use crate::dialect::{Change, Dialect};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{Fault, Method, Reply, Request, Response};
use crate::operation::{Event, Step};
use crate::outcome::{Conflict, Deployment, NotSent, Outcome, ReadBack};
use crate::secret::Secret;
use crate::timestamp::Timestamp;

const NEW: &str = "the new password of api-user";

fn record(full_name: &str) -> Value {
    json!({"username": "api-user", "password": null, "email": "ops@retail.example", "fullName": full_name,
        "description": "", "roleNameList": ["a", "b"], "enabled": true, "ipList": [], "expireDate": null})
}

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the operation is told")]
fn ok(body: &Value) -> Reply {
    let body = body.to_string().into_bytes();
    Ok(Response { status: 200, content_type: Some("application/json".to_owned()), retry_after: None, body: Ok(body) })
}

fn list(records: &[Value]) -> Reply {
    ok(&json!({"success": true, "resultList": records}))
}

fn entries(records: &[Value]) -> Vec<Entry> {
    Dialect::Apinizer.interpret_list(&mut Dialect::Apinizer.list_body(), list(records), 0).unwrap().entries
}

fn base() -> Credential {
    Entry::find(&entries(&[record("API user")]), "api-user").unwrap().clone()
}

fn looked(records: &[Value]) -> Looked {
    Entry::find(&entries(records), "api-user").cloned()
}

fn over(base: Credential, change: Change, looked: Option<Looked>, seed: u64) -> Write {
    let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
    Write::new(Dialect::Apinizer, access, Scope::Project("retail".to_owned()), base, change, seed).looked(looked)
}

fn write(change: Change, looked: Option<Looked>, seed: u64) -> Write {
    over(base(), change, looked, seed)
}

fn password_change(looked: Option<Looked>, seed: u64) -> Write {
    write(Change::secret(Secret::new(NEW.to_owned()), None), looked, seed)
}

#[test]
fn a_fresh_read_saves_the_comparing_one() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    let Step::Send(request) = write.next(Event::Start) else { panic!("a request") };
    assert_eq!(request.method, Method::Patch);
}

#[test]
fn the_order_of_roles_is_no_conflict_x28e() {
    let mut other_order = record("API user");
    other_order["roleNameList"] = json!(["b", "a"]);
    let mut write = password_change(Some(looked(&[other_order])), 1);
    assert!(matches!(write.next(Event::Start), Step::Send(_)));
}

#[test]
fn a_difference_ends_it_and_going_on_is_another_write_that_compares_again_f08() {
    let mut first = password_change(None, 1);
    assert!(matches!(first.next(Event::Start), Step::Send(Request { method: Method::Get, .. })));
    let Step::Done(Outcome::Conflict(Conflict::Changed { theirs })) =
        first.next(Event::Replied(list(&[record("Somebody else")])))
    else {
        panic!("a conflict")
    };
    assert_eq!(theirs.full_name, "Somebody else");
    for (stored, is_sent) in [("Somebody else", true), ("A third person", false)] {
        let change = Change::secret(Secret::new(NEW.to_owned()), None);
        let mut second = over((*theirs).clone(), change, None, 1);
        second.next(Event::Start);
        let step = second.next(Event::Replied(list(&[record(stored)])));
        assert_eq!(matches!(step, Step::Send(Request { method: Method::Patch, .. })), is_sent, "{stored}");
        assert_eq!(matches!(step, Step::Done(Outcome::Conflict(_))), !is_sent, "{stored}");
    }
}

#[test]
fn what_was_sent_before_is_no_conflict_when_it_is_sent_again_x08() {
    let edit = CredentialEdit {
        name: "api-user".to_owned(),
        full_name: "Order service".to_owned(),
        email: "ops@retail.example".to_owned(),
        description: String::new(),
        roles: vec!["b".to_owned(), "a".to_owned()],
        addresses: vec![],
        enabled: true,
        expiry: ExpiryEdit::Untouched,
    };
    for (stored, is_conflict) in [("Order service", false), ("Somebody else", true)] {
        let change = Change::details(edit.clone(), Some(Secret::new(NEW.to_owned())), None);
        let mut write = write(change, Some(looked(&[record(stored)])), 1);
        let step = write.next(Event::Start);
        assert_eq!(matches!(step, Step::Done(Outcome::Conflict(_))), is_conflict, "{stored}");
    }
}

#[test]
fn a_record_that_is_gone_is_a_conflict_and_not_a_failure() {
    let mut write = password_change(None, 1);
    write.next(Event::Start);
    let step = write.next(Event::Replied(list(&[])));
    assert!(matches!(step, Step::Done(Outcome::Conflict(Conflict::Deleted))));
}

#[test]
fn a_failed_comparison_sends_nothing() {
    let mut write = password_change(None, 1);
    write.next(Event::Start);
    let refused = Ok(Response { status: 401, content_type: None, retry_after: None, body: Ok(Vec::new()) });
    let Step::Done(outcome) = write.next(Event::Replied(refused)) else { panic!("the end") };
    assert!(matches!(&outcome, Outcome::NotSent(NotSent::Compare(_))));
    assert!(outcome.wants_sign_in());
}

#[test]
fn the_end_is_the_end() {
    let mut write = password_change(Some(None), 1);
    assert!(matches!(write.next(Event::Start), Step::Done(Outcome::Conflict(Conflict::Deleted))));
    for event in [Event::Start, Event::Waited, Event::Replied(Err(Fault::TimedOut))] {
        assert!(matches!(write.next(event), Step::Done(Outcome::Conflict(Conflict::Deleted))));
    }
}

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the operation is told")]
fn limited(retry_after: Option<u32>) -> Reply {
    Ok(Response { status: 429, content_type: None, retry_after, body: Ok(Vec::new()) })
}

#[test]
fn a_short_wait_of_the_servers_own_is_waited_for_once_x17a() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    write.next(Event::Start);
    assert!(matches!(write.next(Event::Replied(limited(Some(7)))), Step::Wait(wait) if wait.as_secs() == 7));
    assert!(matches!(write.next(Event::Waited), Step::Send(Request { method: Method::Get, .. })));
    let step = write.next(Event::Replied(list(&[record("API user")])));
    assert!(matches!(step, Step::Send(Request { method: Method::Patch, .. })));
    let step = write.next(Event::Replied(limited(Some(7))));
    assert!(matches!(step, Step::Done(Outcome::Rejected(problem)) if problem.retry_after == Some(7)));
}

#[test]
fn what_somebody_changes_during_a_wait_is_seen_before_the_second_try_f08() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    write.next(Event::Start);
    write.next(Event::Replied(limited(Some(7))));
    write.next(Event::Waited);
    let step = write.next(Event::Replied(list(&[record("Somebody else")])));
    assert!(matches!(step, Step::Done(Outcome::Conflict(Conflict::Changed { .. }))));
}

#[test]
fn who_stops_waiting_for_the_second_try_has_sent_nothing_f02() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    write.next(Event::Start);
    write.next(Event::Replied(limited(Some(7))));
    write.next(Event::Waited);
    let step = write.next(Event::Replied(Err(Fault::Withdrawn)));
    assert!(matches!(step, Step::Done(Outcome::NotSent(NotSent::Fault(Fault::Withdrawn)))));
}

#[test]
fn a_long_or_unknown_wait_is_the_persons_to_end_x17a_x17b() {
    for wait in [None, Some(11), Some(3600)] {
        let mut write = password_change(Some(looked(&[record("API user")])), 1);
        write.next(Event::Start);
        assert!(matches!(write.next(Event::Replied(limited(wait))), Step::Done(Outcome::Rejected(_))), "{wait:?}");
    }
}

#[test]
fn a_wait_that_nobody_asked_for_sends_nothing_f05() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    assert!(matches!(write.next(Event::Start), Step::Send(_)));
    assert!(matches!(write.next(Event::Waited), Step::Done(Outcome::Unknown(_))));
}

#[test]
fn what_an_earlier_try_touched_is_no_conflict_z12() {
    let touched = |when: &str| Credential { touched: Some(when.to_owned()), ..base() };
    for (after_doubt, is_conflict) in [(false, true), (true, false)] {
        let change = Change::secret(Secret::new(NEW.to_owned()), None);
        let mut write = over(touched("a"), change, Some(Some(touched("b"))), 1).after_doubt(after_doubt);
        assert_eq!(matches!(write.next(Event::Start), Step::Done(Outcome::Conflict(_))), is_conflict);
    }
}

#[test]
fn only_the_rate_is_waited_for_whatever_a_server_says_of_waiting_n12() {
    for status in [400, 408, 500, 503] {
        let mut write = password_change(Some(looked(&[record("API user")])), 1);
        write.next(Event::Start);
        let busy = Ok(Response { status, content_type: None, retry_after: Some(3), body: Ok(Vec::new()) });
        assert!(matches!(write.next(Event::Replied(busy)), Step::Done(Outcome::Unknown(_))), "{status}");
    }
}

#[test]
fn a_member_that_is_only_carried_and_was_changed_is_a_conflict_f08() {
    let mut other = record("API user");
    other["metadata"] = json!([{"key": "k", "value": "v"}]);
    let mut write = password_change(Some(looked(&[other])), 1);
    assert!(matches!(write.next(Event::Start), Step::Done(Outcome::Conflict(Conflict::Changed { .. }))));
}

#[test]
fn a_write_that_was_sent_leaves_a_trace_of_its_record_and_one_that_was_not_leaves_none() {
    let mut write = password_change(Some(looked(&[record("API user")])), 1);
    assert_eq!(write.id(), "api-user");
    assert!(write.trace().is_none());
    write.next(Event::Start);
    let trace = write.trace().unwrap();
    assert_eq!(trace.id(), "api-user");
    assert_eq!(trace.read_back(&None), ReadBack::Unavailable);
    assert_eq!(trace.read_back(&looked(&[record("Somebody else")])), ReadBack::Confirmed, "there was no detail in it");
}

#[test]
fn a_write_that_was_sent_has_a_receipt_of_its_own_record() {
    let text = r#"{"connections":[{"id":"g","label":"Gateway","kind":"apinizer","baseUrl":"https://a.example"}]}"#;
    let connection = Configuration::parse(text).unwrap().connections.remove(0);
    let when = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
    let write = password_change(None, 1);
    let receipt = write.receipt(&connection, "retail", &Outcome::Saved(Deployment::default()), when).unwrap();
    assert_eq!((receipt.credential.as_str(), receipt.scope.as_str()), ("api-user", "retail"));
    let never_sent = Outcome::NotSent(NotSent::Fault(Fault::Offline));
    assert_eq!(write.receipt(&connection, "retail", &never_sent, when), None);
}

#[test]
fn an_untouched_end_that_somebody_else_changed_is_neither_as_it_was_nor_as_it_was_sent_f08_x29() {
    let edit = CredentialEdit {
        name: "api-user".to_owned(),
        full_name: "API user".to_owned(),
        email: "ops@retail.example".to_owned(),
        description: String::new(),
        roles: vec!["a".to_owned(), "b".to_owned()],
        addresses: vec![],
        enabled: true,
        expiry: ExpiryEdit::Untouched,
    };
    let mut ends = record("API user");
    ends["expireDate"] = json!("2027-01-31T20:59:00.000Z");
    let change = || Change::details(edit.clone(), Some(Secret::new(NEW.to_owned())), None);
    let mut before = write(change(), Some(looked(&[ends.clone()])), 1);
    assert!(matches!(before.next(Event::Start), Step::Done(Outcome::Conflict(_))));
    let mut after = write(change(), Some(looked(&[record("API user")])), 1);
    assert!(matches!(after.next(Event::Start), Step::Send(_)));
    let trace = after.trace().unwrap();
    assert_eq!(trace.read_back(&looked(&[ends])), ReadBack::Differs);
    assert_eq!(trace.read_back(&looked(&[record("API user")])), ReadBack::Confirmed);
}
