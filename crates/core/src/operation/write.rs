//! A write: compare what the form was loaded from with a fresh read, end on a difference, send once, classify.
//!
//! What differs is a question for a person, and nothing waits for the answer: going on is another write, over the record
//! that the person has seen, and it compares again. So what changes once more while the first change is looked at is seen
//! as well (F-08), and no copy of the secret outlives the press that sent it.

use std::time::Duration;

use crate::access::Access;
use crate::configuration::Connection;
use crate::credential::{Credential, Scope};
use crate::dialect::{Change, Dialect, What};
use crate::draft::CredentialEdit;
use crate::http::{Fault, Reply};
use crate::operation::read::Verdict;
use crate::operation::{Event, Read, Step, Trace};
use crate::outcome::{Conflict, Doubt, NotSent, Outcome, ReadFailure};
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
    /// Spreads the repeats of reads.
    seed: u64,
    /// The record that was written over, once it was.
    written_over: Option<Credential>,
    /// Whether it was refused for its rate: it may be sent once more, and no third time (N-12).
    was_refused: bool,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    Begin(Option<Looked>),
    Comparing(Read),
    Sending,
    /// Refused for its rate; sent once more after the wait.
    Pausing,
    Ended(Outcome),
}

impl Write {
    /// A write of `change` on top of `base`, the record that the form was loaded from. `seed` spreads repeats.
    pub fn new(dialect: Dialect, access: Access, scope: Scope, base: Credential, change: Change, seed: u64) -> Self {
        let phase = Phase::Begin(None);
        let (after_doubt, written_over, was_refused) = (false, None, false);
        Self { dialect, access, scope, base, change, after_doubt, seed, written_over, was_refused, phase }
    }

    /// With a look that saves the comparing read.
    #[must_use]
    pub fn looked(mut self, looked: Option<Looked>) -> Self {
        if let Phase::Begin(known) = &mut self.phase {
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
        let phase = std::mem::replace(&mut self.phase, Phase::Sending);
        match (phase, event) {
            (Phase::Begin(Some(looked)), Event::Start) => self.compare(looked),
            // What was read before a wait is too old to compare with.
            (Phase::Begin(None), Event::Start) | (Phase::Pausing, Event::Waited) => self.look(),
            (Phase::Comparing(mut read), Event::Replied(reply)) => match read.judge(&reply) {
                Verdict::Repeat(wait) => {
                    self.phase = Phase::Comparing(read);
                    Step::Wait(wait)
                }
                Verdict::Settled => match self.dialect.interpret_look(reply, &self.base.id) {
                    Ok(looked) => self.compare(looked),
                    Err(ReadFailure::Fault(fault @ Fault::Withdrawn)) => {
                        self.end(Outcome::NotSent(NotSent::Fault(fault)))
                    }
                    Err(failure) => self.end(Outcome::NotSent(NotSent::Compare(failure))),
                },
            },
            (Phase::Comparing(read), Event::Waited) => {
                let request = read.request();
                self.phase = Phase::Comparing(read);
                Step::Send(request)
            }
            (Phase::Sending, Event::Replied(reply)) => self.sent(reply),
            (Phase::Ended(outcome), _) => self.end(outcome),
            (phase, _) => {
                let outcome = match &phase {
                    Phase::Sending => Outcome::Unknown(Doubt::Fault(Fault::Stopped)),
                    Phase::Begin(_) | Phase::Comparing(_) | Phase::Pausing | Phase::Ended(_) => {
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

    /// What it leaves behind if it was carried out, without the secret; nothing if it never was sent.
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

    fn look(&mut self) -> Step {
        match self.dialect.look(&self.access, &self.scope, &self.base.id) {
            Ok(request) => {
                let read = Read::new(request, self.seed);
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
        self.end(Outcome::Conflict(Conflict::Changed { theirs: Box::new(theirs) }))
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

    /// Whether every detail of a record is as an edit sends it. An untouched expiry is sent as it was read, so one that
    /// somebody else has changed is not as it was sent.
    fn is_as_sent(&self, edit: &CredentialEdit, stored: &Credential) -> bool {
        let sent = edit.over(&self.base);
        self.dialect.capabilities().fields.iter().all(|field| sent.same(stored, *field))
    }

    fn send(&mut self, last_read: &Credential) -> Step {
        match self.dialect.write(&self.access, &self.scope, last_read, &self.change) {
            Ok(request) => {
                self.written_over = Some(last_read.clone());
                self.phase = Phase::Sending;
                Step::Send(request)
            }
            Err(problem) => self.end(Outcome::NotSent(NotSent::Address(problem))),
        }
    }

    /// Too many requests is a definite refusal. After a short wait of the server's own choice the same is compared and
    /// sent once more (X17a, N-12).
    fn sent(&mut self, reply: Reply) -> Step {
        let wait = match &reply {
            Ok(response) if response.status == 429 => response.retry_after.filter(|wait| *wait <= SHORT_WAIT),
            Ok(_) | Err(_) => None,
        };
        if let Some(wait) = wait.filter(|_| !self.was_refused) {
            self.was_refused = true;
            self.phase = Phase::Pausing;
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
