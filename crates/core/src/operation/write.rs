//! A write: compare what the form was loaded from with a fresh read, ask on a difference, send once, classify.

use std::time::Duration;

use crate::access::Access;
use crate::configuration::Connection;
use crate::credential::{Credential, Scope};
use crate::dialect::{Change, Dialect, What};
use crate::draft::CredentialEdit;
use crate::http::{Fault, Reply, Request};
use crate::operation::read::Verdict;
use crate::operation::{Event, Read, Step, Trace};
use crate::outcome::{Conflict, Doubt, NotSent, Outcome, ReadBack, ReadFailure};
use crate::receipt::Receipt;
use crate::timestamp::Timestamp;

/// How a record stood when it was last looked at; nothing if it was gone. A look that was begun while the form was
/// filled in, and is at most 5 seconds old, stands for the comparing read (design.md 3).
pub type Looked = Option<Credential>;

/// The longest wait after which a write that was refused for its rate is sent once more by itself (X17a).
const SHORT_WAIT: u32 = 10;

/// One write to one credential. It sends at most one request that changes anything (F-05).
#[derive(Debug)]
pub struct Write {
    dialect: Dialect,
    access: Access,
    scope: Scope,
    base: Credential,
    change: Change,
    /// Whether an earlier try of the same form may have been carried out.
    after_doubt: bool,
    /// The record that was written over, once it was.
    written_over: Option<Credential>,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    Begin(Option<Looked>, u64),
    Comparing(Read),
    Asking(Box<Credential>),
    /// Sent. The request is kept while it may be sent once more, after a definite refusal (N-12).
    Sending(Option<Request>),
    /// Refused for its rate; sent once more after the wait.
    Pausing(Request),
    Ended(Outcome),
}

impl Write {
    /// A write of `change` on top of `base`, the record that the form was loaded from. `seed` spreads repeats.
    pub fn new(dialect: Dialect, access: Access, scope: Scope, base: Credential, change: Change, seed: u64) -> Self {
        let phase = Phase::Begin(None, seed);
        Self { dialect, access, scope, base, change, after_doubt: false, written_over: None, phase }
    }

    /// With a look that saves the comparing read.
    #[must_use]
    pub fn looked(mut self, looked: Option<Looked>) -> Self {
        if let Phase::Begin(known, _) = &mut self.phase {
            *known = looked;
        }
        self
    }

    /// After an earlier try that may have been carried out: that the server touched the record since is no conflict.
    #[must_use]
    pub fn after_doubt(mut self, after_doubt: bool) -> Self {
        self.after_doubt = after_doubt;
        self
    }

    /// The next step. An event that does not fit changes nothing and is answered with what is known so far.
    pub fn next(&mut self, event: Event) -> Step {
        let phase = std::mem::replace(&mut self.phase, Phase::Sending(None));
        match (phase, event) {
            (Phase::Begin(Some(looked), _), Event::Start) => self.compare(looked),
            (Phase::Begin(None, seed), Event::Start) => self.look(seed),
            (Phase::Comparing(mut read), Event::Replied(reply)) => match read.judge(&reply) {
                Verdict::Repeat(wait) => {
                    self.phase = Phase::Comparing(read);
                    Step::Wait(wait)
                }
                Verdict::Settled => match self.dialect.interpret_look(reply, &self.base.id) {
                    Ok(looked) => self.compare(looked),
                    Err(failure) => self.end(Outcome::NotSent(NotSent::Compare(failure))),
                },
            },
            (Phase::Comparing(read), Event::Waited) => {
                let request = read.request();
                self.phase = Phase::Comparing(read);
                Step::Send(request)
            }
            (Phase::Asking(theirs), Event::Overwrite) => self.send(&theirs),
            // The phase is `Sending` without a request from here on: there is no third time.
            (Phase::Pausing(request), Event::Waited) => Step::Send(request),
            (Phase::Sending(again), Event::Replied(reply)) => self.sent(again, reply),
            (Phase::Ended(outcome), _) => self.end(outcome),
            (phase, _) => {
                let outcome = match &phase {
                    Phase::Asking(theirs) => Outcome::Conflict(Conflict::Changed { theirs: theirs.clone() }),
                    Phase::Sending(_) => Outcome::Unknown(Doubt::Fault(Fault::Stopped)),
                    Phase::Begin(..) | Phase::Comparing(_) | Phase::Pausing(_) | Phase::Ended(_) => {
                        Outcome::NotSent(NotSent::Compare(ReadFailure::Fault(Fault::Stopped)))
                    }
                };
                self.phase = phase;
                Step::Done(outcome)
            }
        }
    }

    /// What is left of it to show, once it has ended.
    pub fn receipt(&self, connection: &Connection, scope: &str, outcome: &Outcome, when: Timestamp) -> Option<Receipt> {
        Receipt::of(connection, scope, &self.base, &self.change, outcome, when)
    }

    /// What it leaves behind if it was carried out; nothing if it never was sent.
    pub fn trace(&self) -> Option<Trace> {
        let edit = match &self.change.what {
            What::Details { edit, .. } => Some(edit.clone()),
            What::Secret(_) => None,
        };
        Some(Trace::new(self.dialect, self.written_over.clone()?, edit, self.change.has_secret()))
    }

    /// What the API finds the record by.
    pub fn id(&self) -> &str {
        &self.base.id
    }

    /// What a later look at the record says of the sent details.
    pub fn read_back(&self, looked: &Looked) -> ReadBack {
        let Some(stored) = looked else { return ReadBack::Unavailable };
        match &self.change.what {
            What::Details { edit, .. } if !self.is_as_sent(edit, stored) => ReadBack::Differs,
            What::Details { .. } | What::Secret(_) => ReadBack::Confirmed,
        }
    }

    fn look(&mut self, seed: u64) -> Step {
        match self.dialect.look(&self.access, &self.scope, &self.base.id) {
            Ok(request) => {
                let read = Read::new(request, seed);
                let request = read.request();
                self.phase = Phase::Comparing(read);
                Step::Send(request)
            }
            Err(problem) => self.end(Outcome::NotSent(NotSent::Address(problem))),
        }
    }

    fn compare(&mut self, looked: Looked) -> Step {
        let Some(theirs) = looked else {
            return self.end(Outcome::Conflict(Conflict::Deleted));
        };
        if self.overwrites_nothing(&theirs) {
            return self.send(&theirs);
        }
        let theirs = Box::new(theirs);
        self.phase = Phase::Asking(theirs.clone());
        Step::Ask(Conflict::Changed { theirs })
    }

    /// Whether sending overwrites nothing that the person has not seen: nobody changed anything meanwhile, or what is
    /// there now is what is being sent, as after an earlier try whose answer was lost (X08) or that was only partly
    /// deployed (F-10).
    fn overwrites_nothing(&self, theirs: &Credential) -> bool {
        let fields = self.dialect.capabilities().fields;
        let unchanged = fields.iter().all(|field| self.base.same(theirs, *field))
            && self.base.carried == theirs.carried
            && (self.after_doubt || self.base.touched == theirs.touched);
        unchanged || matches!(&self.change.what, What::Details { edit, .. } if self.is_as_sent(edit, theirs))
    }

    /// Whether every detail of a record is as an edit sets it. An untouched expiry is whatever the record has.
    fn is_as_sent(&self, edit: &CredentialEdit, stored: &Credential) -> bool {
        let sent = edit.over(stored);
        self.dialect.capabilities().fields.iter().all(|field| sent.same(stored, *field))
    }

    fn send(&mut self, last_read: &Credential) -> Step {
        match self.dialect.write(&self.access, &self.scope, last_read, &self.change) {
            Ok(request) => {
                self.written_over = Some(last_read.clone());
                self.phase = Phase::Sending(Some(request.clone()));
                Step::Send(request)
            }
            Err(problem) => self.end(Outcome::NotSent(NotSent::Address(problem))),
        }
    }

    /// Too many requests is a definite refusal. After a short wait of the server's own choice the same is sent once
    /// more (X17a, N-12).
    fn sent(&mut self, again: Option<Request>, reply: Reply) -> Step {
        let wait = match &reply {
            Ok(response) if response.status == 429 => response.retry_after.filter(|wait| *wait <= SHORT_WAIT),
            Ok(_) | Err(_) => None,
        };
        if let (Some(request), Some(wait)) = (again, wait) {
            self.phase = Phase::Pausing(request);
            return Step::Wait(Duration::from_secs(wait.into()));
        }
        let outcome = self.dialect.interpret_write(reply, &self.base.id);
        self.end(outcome)
    }

    fn end(&mut self, outcome: Outcome) -> Step {
        self.phase = Phase::Ended(outcome.clone());
        Step::Done(outcome)
    }
}

#[cfg(test)]
mod tests;
