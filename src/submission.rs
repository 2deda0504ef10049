//! One form's write: at most one at a time, its activity, and its result.

use std::pin::pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::{Auth, Connection};
use rekey_core::credential::Credential;
use rekey_core::dialect::{Change, What};
use rekey_core::host::{Event, Operation, Written};
use rekey_core::operation::{Found, Trace, Write};
use rekey_core::outcome::{Conflict, Deployment, Outcome, ReadBack, ReadFailure};
use rekey_core::receipt::Receipt;
use rekey_core::timestamp::Timestamp;

use crate::clock;
use crate::console::Console;
use crate::page::Place;
use crate::runner::{self, Activity};
use crate::task;
use crate::transport::Stop;

/// What looking for traces of a write has come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Check {
    /// The record is being read.
    OnItsWay,
    /// It was read, at that moment of [`clock::milliseconds`].
    Looked(Found, f64),
    /// It could not be read, at that moment.
    Failed(ReadFailure, f64),
}

/// The write of a form; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Submission {
    activity: RwSignal<Option<Activity>>,
    outcome: RwSignal<Option<Outcome>>,
    read_back: RwSignal<Option<ReadBack>>,
    receipt: RwSignal<Option<Receipt>>,
    /// What the last write leaves behind, while nobody knows whether it was carried out.
    trace: StoredValue<Option<Trace>>,
    check: RwSignal<Option<Check>>,
    /// Whether a secret was part of the last write.
    secret_sent: StoredValue<bool>,
    /// Whether details were.
    details_sent: StoredValue<bool>,
    /// Whether an earlier write of this form may have been carried out.
    in_doubt: StoredValue<bool>,
    stop: StoredValue<Stop, LocalStorage>,
    place: StoredValue<Place>,
}

impl Submission {
    /// Nothing has been sent.
    pub fn new(place: Place) -> Self {
        let submission = Self {
            activity: RwSignal::new(None),
            outcome: RwSignal::new(None),
            read_back: RwSignal::new(None),
            receipt: RwSignal::new(None),
            trace: StoredValue::new(None),
            check: RwSignal::new(None),
            secret_sent: StoredValue::new(false),
            details_sent: StoredValue::new(false),
            in_doubt: StoredValue::new(false),
            stop: StoredValue::new_local(Stop::default()),
            place: StoredValue::new(place),
        };
        // What was not sent when the form went away is sent no more (I9).
        on_cleanup(move || submission.withdraw());
        submission
    }

    /// What is going on, if anything is.
    pub fn activity(self) -> Option<Activity> {
        self.activity.get()
    }

    /// Whether a write is on its way, or the form is gone. A second one is refused by this state, not by a disabled button (F-05).
    pub fn is_busy(self) -> bool {
        self.activity.try_with_untracked(Option::is_some).unwrap_or(true)
    }

    /// How the last write ended, until it is dismissed.
    pub fn outcome(self) -> Option<Outcome> {
        self.outcome.get()
    }

    /// What reading again afterwards showed.
    pub fn read_back(self) -> Option<ReadBack> {
        self.read_back.get()
    }

    /// What looking for traces of the last write has come to, if somebody has asked for it.
    pub fn checked(self) -> Option<Check> {
        self.check.get()
    }

    /// What is left of the last write to put into a ticket.
    pub fn receipt(self) -> Option<Receipt> {
        self.receipt.get()
    }

    /// Where the credential is.
    pub fn place(self) -> Place {
        self.place.get_value()
    }

    /// Whether a secret was part of the last write.
    pub fn secret_sent(self) -> bool {
        self.secret_sent.get_value()
    }

    /// Takes the result away.
    pub fn dismiss(self) {
        self.outcome.set(None);
        self.check.set(None);
    }

    /// Looks whether the last write was carried out (F-03). It sends nothing that could change anything. A proof ends the
    /// doubt only where the form still is as it was sent, by `is_as_sent`: what was typed since is not saved.
    pub fn check(self, console: Console, is_as_sent: Callback<(), bool>) {
        let Some(trace) = self.trace.get_value() else { return };
        if self.is_busy() || self.check.get_untracked() == Some(Check::OnItsWay) {
            return;
        }
        let place = self.place.get_value();
        self.check.set(Some(Check::OnItsWay));
        spawn_local(async move {
            // What was read before says nothing about now.
            console.records.outdate(&place);
            console.records.look(console, &place, trace.id()).await;
            let now = clock::milliseconds();
            let failure = || console.records.listing(&place).with_untracked(|listing| listing.failure.clone());
            let check = console.records.fresh(&place, trace.id()).map_or_else(
                || Check::Failed(failure().unwrap_or(ReadFailure::Unreadable), now),
                |looked| Check::Looked(trace.find(&looked), now),
            );
            // Another write may have begun meanwhile, or the form is gone.
            if self.check.try_get_untracked().flatten() != Some(Check::OnItsWay) {
                return;
            }
            let is_proof = matches!(&check, Check::Looked(found, _) if found.is_proof());
            let is_proof = is_proof && is_as_sent.try_run(()) == Some(true);
            self.check.set(Some(check));
            if is_proof {
                self.proved(console, trace.id(), clock::now());
            }
        });
    }

    /// What a write is about, for the host.
    fn written(self, id: &str) -> Written {
        let operation = if self.details_sent.get_value() { Operation::Edit } else { Operation::Secret };
        Written { operation, place: self.place.get_value(), id: id.to_owned() }
    }

    /// What was in doubt was carried out.
    fn proved(self, console: Console, id: &str, now: Timestamp) {
        let place = self.place.get_value();
        console.drafts.discard(&place, id);
        let (receipt, saved) = (self.receipt.get_untracked(), Outcome::Saved(Deployment::default()));
        console.host.tell(Event::outcome(&self.written(id), &saved));
        let receipt = receipt.map(|receipt| receipt.proved(now));
        let kept = receipt.clone().map(|receipt| (place.connection, receipt));
        console.receipts.update(|receipts| receipts.extend(kept));
        self.receipt.set(receipt);
        self.in_doubt.set_value(false);
        self.read_back.set(Some(ReadBack::Confirmed));
        self.outcome.set(Some(saved));
        console.navigation.leaving.settle();
    }

    /// Keeps a write that was not sent yet from being sent. One that was is left to its end.
    fn withdraw(self) {
        let is_unsent =
            matches!(self.activity.try_get_untracked().flatten(), Some(Activity::Comparing | Activity::Waiting(_)));
        if is_unsent {
            let _ = self.stop.try_with_value(Stop::stop);
        }
    }

    /// The record was found to be changed already before anything was sent.
    pub fn differs(self, theirs: Credential) {
        self.outcome.set(Some(Outcome::Conflict(Conflict::Changed { theirs: Box::new(theirs) })));
    }

    /// Stops waiting. What was sent may still arrive (F-02).
    pub fn stop(self) {
        self.stop.with_value(Stop::stop);
    }

    /// Writes a change, to the end. Does nothing while another one is on its way or nobody is signed in.
    ///
    /// It is awaited where it was decided, and no task of its own: what shows that it is on its way has its turn when the
    /// request has left.
    pub async fn start(self, console: Console, base: Credential, change: Change) {
        let place = self.place.get_value();
        let Some((connection, access)) = console.signed_in(&place.connection) else { return };
        let looked = console.records.fresh(&place, &base.id);
        self.secret_sent.set_value(change.has_secret());
        self.details_sent.set_value(matches!(change.what, What::Details { .. }));
        if let Some(operator) = &change.operator {
            console.remember_operator(&connection.id, operator);
        }
        let write = Write::new(connection.dialect, access, place.scope, base, change, runner::seed());
        self.run(console, write.looked(looked).after_doubt(self.in_doubt.get_value())).await;
    }

    async fn run(self, console: Console, mut write: Write) {
        let place = self.place.get_value();
        let connection = console.connection(&place.connection).filter(|_| !self.is_busy());
        let Some(connection) = connection else { return };
        let (stop, session) = (console.begin_write(), console.sessions.number());
        let details_sent = self.details_sent.get_value();
        self.stop.set_value(stop.clone());
        self.activity.set(Some(Activity::Comparing));
        console.writing.update_value(|writing| *writing += 1);
        let going = console.host.begin_write(self.written(write.id()));
        // The form may be gone when the answer comes; the write ends all the same.
        let report = |activity| {
            if matches!(activity, Activity::Sent(_)) {
                console.host.write_is_sent(going);
            }
            let _ = self.activity.try_set(Some(activity));
        };
        let outcome = {
            let mut writing = pin!(runner::write(console, &connection, &mut write, &stop, report));
            // What is left of an earlier one goes when the request has left.
            let at_once = task::begin(writing.as_mut()).await;
            self.dismiss();
            self.read_back.set(None);
            match at_once {
                Some(outcome) => outcome,
                None => writing.await,
            }
        };
        console.host.end_write(going, &outcome);
        console.writing.try_update_value(|writing| *writing -= 1);
        let is_unknown = matches!(outcome, Outcome::Unknown(_));
        let _ = self.trace.try_set_value(write.trace().filter(|_| is_unknown));
        self.in_doubt.try_update_value(|doubt| *doubt = outcome.doubt_after(*doubt));
        // What went well is painted before it is taken down. Anything else is said at once and whole.
        let is_good = matches!(outcome, Outcome::Saved(_));
        if is_good {
            self.show(outcome.clone());
            task::painted().await;
        }
        self.record(console, &connection, &place, &write, &outcome);
        let (saved, expired) = (outcome.is_saved(), outcome.wants_sign_in());
        if saved && details_sent {
            console.drafts.discard(&place, write.id());
        }
        if !is_good {
            self.show(outcome);
        }
        console.navigation.leaving.settle();
        if expired && connection.auth == Auth::Token && session == console.sessions.number() {
            console.sessions.expire(&place.connection);
        }
        // The secret goes with the write: what is read again is held against its trace.
        if let Some(trace) = write.trace().filter(|_| saved) {
            spawn_local(self.read_again(console, place, trace));
        }
    }

    /// Reads the record again after it was saved.
    async fn read_again(self, console: Console, place: Place, trace: Trace) {
        console.records.look(console, &place, trace.id()).await;
        let looked = console.records.fresh(&place, trace.id());
        let read_back = looked.map_or(ReadBack::Unavailable, |looked| trace.read_back(&looked));
        let _ = self.read_back.try_set(Some(read_back));
    }

    /// Shows how a write ended.
    fn show(self, outcome: Outcome) {
        let _ = self.activity.try_set(None);
        let _ = self.outcome.try_set(Some(outcome));
    }

    /// Takes down how a write ended: what was read before is old, and what was done is one of the changes. Browsers
    /// compile a function when it is first called: this one is no part of what a press has to wait for.
    #[inline(never)]
    fn record(self, console: Console, connection: &Connection, place: &Place, write: &Write, outcome: &Outcome) {
        console.records.outdate(place);
        let scope = untrack(|| console.scopes.name(place, ""));
        let receipt = write.receipt(connection, &scope, outcome, clock::now());
        let kept = receipt.clone().map(|receipt| (place.connection.clone(), receipt));
        console.receipts.try_update(|receipts| receipts.extend(kept));
        let _ = self.receipt.try_set(receipt);
    }
}
