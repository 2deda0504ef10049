use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Looked, Write};
use crate::access::Access;
use crate::credential::{Credential, Entry, Scope};
use crate::dialect::{Change, Dialect};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{BodyFault, Fault, Method, Reply, Request, Response};
use crate::operation::{Event, Step};
use crate::outcome::{Conflict, NotSent, Outcome};
use crate::secret::Secret;

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

fn write(change: Change, looked: Option<Looked>, seed: u64) -> Write {
    let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
    Write::new(Dialect::Apinizer, access, Scope::Project("retail".to_owned()), base(), change, seed).looked(looked)
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
fn a_difference_asks_and_nothing_is_sent_until_the_answer_f08() {
    let mut write = password_change(None, 1);
    assert!(matches!(write.next(Event::Start), Step::Send(Request { method: Method::Get, .. })));
    let Step::Ask(Conflict::Changed { theirs }) = write.next(Event::Replied(list(&[record("Somebody else")]))) else {
        panic!("a question")
    };
    assert_eq!(theirs.full_name, "Somebody else");
    assert!(matches!(write.next(Event::Waited), Step::Done(Outcome::Conflict(_))));
    assert!(matches!(write.next(Event::Overwrite), Step::Send(Request { method: Method::Patch, .. })));
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
    for (stored, asks) in [("Order service", false), ("Somebody else", true)] {
        let change = Change::details(edit.clone(), Some(Secret::new(NEW.to_owned())), None);
        let mut write = write(change, Some(looked(&[record(stored)])), 1);
        assert_eq!(matches!(write.next(Event::Start), Step::Ask(_)), asks, "{stored}");
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
    for event in [Event::Start, Event::Overwrite, Event::Waited, Event::Replied(Err(Fault::TimedOut))] {
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
    assert!(matches!(write.next(Event::Waited), Step::Send(Request { method: Method::Patch, .. })));
    let step = write.next(Event::Replied(limited(Some(7))));
    assert!(matches!(step, Step::Done(Outcome::Rejected(problem)) if problem.retry_after == Some(7)));
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
    for (after_doubt, asks) in [(false, true), (true, false)] {
        let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
        let change = Change::secret(Secret::new(NEW.to_owned()), None);
        let scope = Scope::Project("retail".to_owned());
        let write = Write::new(Dialect::Apinizer, access, scope, touched("a"), change, 1);
        let mut write = write.looked(Some(Some(touched("b")))).after_doubt(after_doubt);
        assert_eq!(matches!(write.next(Event::Start), Step::Ask(_)), asks);
    }
}

/// What the network does to one request.
#[derive(Debug, Clone)]
enum Weather {
    Answered,
    NeverSent(bool),
    LostBefore(Lost),
    LostAfter(Lost),
    AppliedLater(Lost),
    Status { status: u16, explained: bool, applied: bool },
    Cut,
    Foreign { applied: bool },
    Environments { deployed: [bool; 3], overall: Option<bool> },
    Deployment(u8),
}

#[derive(Debug, Clone, Copy)]
enum Lost {
    Unreachable,
    TimedOut,
    Stopped,
    Redirected,
}

impl Lost {
    fn fault(self) -> Fault {
        match self {
            Self::Unreachable => Fault::Unreachable,
            Self::TimedOut => Fault::TimedOut,
            Self::Stopped => Fault::Stopped,
            Self::Redirected => Fault::Redirected,
        }
    }
}

fn weather() -> impl Strategy<Value = Weather> {
    let lost = || prop::sample::select(vec![Lost::Unreachable, Lost::TimedOut, Lost::Stopped, Lost::Redirected]);
    prop_oneof![
        3 => Just(Weather::Answered),
        1 => any::<bool>().prop_map(Weather::NeverSent),
        1 => lost().prop_map(Weather::LostBefore),
        1 => lost().prop_map(Weather::LostAfter),
        1 => lost().prop_map(Weather::AppliedLater),
        2 => (prop::sample::select(vec![400_u16, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504]), any::<bool>(), any::<bool>())
            .prop_map(|(status, explained, applied)| Weather::Status { status, explained, applied: applied && status >= 500 }),
        1 => Just(Weather::Cut),
        1 => any::<bool>().prop_map(|applied| Weather::Foreign { applied }),
        2 => (any::<[bool; 3]>(), any::<Option<bool>>()).prop_map(|(deployed, overall)| Weather::Environments { deployed, overall }),
        1 => (0..6_u8).prop_map(Weather::Deployment),
    ]
}

/// A server with a truth log, and the second admin of X28.
struct World {
    stored: Vec<Value>,
    applied: Vec<String>,
    deployed: [bool; 3],
    writes_received: usize,
}

impl World {
    fn answer(&mut self, request: &Request, weather: &Weather) -> Reply {
        let is_write = request.method != Method::Get;
        if matches!(weather, Weather::NeverSent(_) | Weather::LostBefore(_)) {
            return Err(match weather {
                Weather::NeverSent(true) => Fault::Offline,
                Weather::NeverSent(false) => Fault::BlockedByPolicy("https://a.example".to_owned()),
                Weather::LostBefore(lost) => lost.fault(),
                _ => unreachable!(),
            });
        }
        self.writes_received += usize::from(is_write);
        let refused = matches!(weather, Weather::Status { applied: false, .. } | Weather::Foreign { applied: false });
        if is_write && !refused {
            let body: Value = serde_json::from_str(request.body.as_ref().unwrap().text().expose()).unwrap();
            self.applied.push(body["password"].as_str().unwrap().to_owned());
            self.deployed = [true; 3];
            if let Weather::Environments { deployed, .. } = weather {
                self.deployed = *deployed;
            }
        }
        let leaves = |deployed: &[bool; 3]| -> Value {
            deployed
                .iter()
                .enumerate()
                .map(|(at, ok)| json!({"environmentName": at.to_string(), "success": ok, "message": "m"}))
                .collect()
        };
        let written = |result: Value| json!({"success": true, "resultList": self.stored, "deploymentResult": result});
        match weather {
            Weather::Answered => ok(&written(json!({"success": true, "environmentResults": leaves(&[true; 3])}))),
            Weather::Environments { deployed, overall } => {
                ok(&written(json!({"success": overall, "environmentResults": leaves(deployed)})))
            }
            Weather::Deployment(kind) => {
                let odd = [
                    json!(null),
                    json!([]),
                    json!({}),
                    json!("x"),
                    json!({"success": true, "environmentResults": []}),
                    json!(7),
                ];
                ok(&written(odd[usize::from(*kind)].clone()))
            }
            Weather::Status { status, explained, .. } => {
                let body = if *explained { json!({"error": "code", "error_description": "words"}) } else { json!({}) };
                ok(&body).map(|response| Response { status: *status, ..response })
            }
            Weather::Cut => ok(&json!({})).map(|response| Response { body: Err(BodyFault::Cut), ..response }),
            Weather::Foreign { .. } => {
                ok(&json!({})).map(|response| Response { content_type: Some("text/html".to_owned()), ..response })
            }
            Weather::LostAfter(lost) | Weather::AppliedLater(lost) => Err(lost.fault()),
            Weather::NeverSent(_) | Weather::LostBefore(_) => unreachable!(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12_000, ..ProptestConfig::default() })]

    /// F-01, I1, I2, I8 over random schedules: what is claimed is never what the truth log denies.
    #[test]
    fn an_operation_never_claims_what_the_truth_log_denies(
        schedule in prop::collection::vec(weather(), 1..8),
        second_admin in prop::option::of("[a-z]{3}"),
        gone in prop::bool::weighted(0.1),
        overwrite in any::<bool>(),
        fresh in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let stored = match &second_admin {
            _ if gone => vec![],
            Some(name) => vec![record(name)],
            None => vec![record("API user")],
        };
        let mut world = World { stored: stored.clone(), applied: vec![], deployed: [false; 3], writes_received: 0 };
        let mut write = password_change(fresh.then(|| looked(&stored)), seed);
        let mut weather = schedule.iter().cycle();
        let mut writes_sent = 0;
        let mut event = Event::Start;
        let mut outcome = None;
        for _ in 0..20 {
            event = match write.next(event) {
                Step::Send(request) => {
                    writes_sent += usize::from(request.method != Method::Get);
                    Event::Replied(world.answer(&request, weather.next().unwrap()))
                }
                Step::Wait(_) => Event::Waited,
                Step::Ask(conflict) if !overwrite => {
                    outcome = Some(Outcome::Conflict(conflict));
                    break;
                }
                Step::Ask(_) => Event::Overwrite,
                Step::Done(end) => {
                    outcome = Some(end);
                    break;
                }
            };
        }
        let outcome = outcome.expect("an operation ends");
        prop_assert!(writes_sent <= 1, "I8: one gesture, at most one write");
        match &outcome {
            Outcome::Saved(_) => {
                prop_assert_eq!(&world.applied, &[NEW.to_owned()], "I1: no false success");
                prop_assert_eq!(world.deployed, [true; 3], "green only when every environment took it");
            }
            Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) => {
                prop_assert_eq!(&world.applied, &[NEW.to_owned()], "I1: no false success");
            }
            Outcome::Rejected(_) | Outcome::NotSent(_) | Outcome::Conflict(_) => {
                prop_assert!(world.applied.is_empty(), "I2: no false failure: {:?}", outcome);
            }
            Outcome::Unknown(_) => prop_assert!(writes_sent == 1, "I3: only a write that was sent can be in doubt"),
        }
        if matches!(outcome, Outcome::NotSent(_)) {
            prop_assert_eq!(world.writes_received, 0);
        }
    }
}
