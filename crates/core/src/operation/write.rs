//! A write: compare what the form was loaded from with a fresh read, ask on a difference, send once, classify.

use crate::access::Access;
use crate::credential::{Credential, Entry, Expiry, Scope, same_set};
use crate::dialect::{Change, Dialect};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::Fault;
use crate::operation::read::Verdict;
use crate::operation::{Event, Read, Step};
use crate::outcome::{Conflict, Doubt, NotSent, Outcome, ReadBack, ReadFailure};

/// A read of the scope that was started while the form was filled in and is young enough to stand for the
/// comparing read (design.md 3: at most 5 seconds).
pub type Fresh = Vec<Entry>;

/// One write to one credential. It sends at most one request that changes anything (F-05).
#[derive(Debug)]
pub struct Write {
    dialect: Dialect,
    access: Access,
    scope: Scope,
    base: Credential,
    change: Change,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    Begin(Option<Fresh>, u64),
    Comparing(Read),
    Asking(Box<Credential>),
    Sending,
    Ended(Outcome),
}

impl Write {
    /// A write of `change` on top of `base`, the record that the form was loaded from.
    pub fn new(
        dialect: Dialect,
        access: Access,
        scope: Scope,
        base: Credential,
        change: Change,
        fresh: Option<Fresh>,
        seed: u64,
    ) -> Self {
        Self { dialect, access, scope, base, change, phase: Phase::Begin(fresh, seed) }
    }

    /// The next step. An event that does not fit changes nothing and is answered with what is known so far.
    pub fn next(&mut self, event: Event) -> Step {
        let phase = std::mem::replace(&mut self.phase, Phase::Sending);
        match (phase, event) {
            (Phase::Begin(Some(fresh), _), Event::Start) => self.compare(&fresh),
            (Phase::Begin(None, seed), Event::Start) => match self.dialect.list(&self.access, &self.scope) {
                Ok(request) => {
                    let read = Read::new(request, seed);
                    let request = read.request();
                    self.phase = Phase::Comparing(read);
                    Step::Send(request)
                }
                Err(problem) => self.end(Outcome::NotSent(NotSent::Address(problem))),
            },
            (Phase::Comparing(mut read), Event::Replied(reply)) => match read.judge(&reply) {
                Verdict::Repeat(wait) => {
                    self.phase = Phase::Comparing(read);
                    Step::Wait(wait)
                }
                Verdict::Settled => match self.dialect.interpret_list(reply) {
                    Ok(entries) => self.compare(&entries),
                    Err(failure) => self.end(Outcome::NotSent(NotSent::Compare(failure))),
                },
            },
            (Phase::Comparing(read), Event::Waited) => {
                let request = read.request();
                self.phase = Phase::Comparing(read);
                Step::Send(request)
            }
            (Phase::Asking(theirs), Event::Overwrite) => self.send(&theirs),
            (Phase::Sending, Event::Replied(reply)) => {
                let outcome = self.dialect.interpret_write(reply);
                self.end(outcome)
            }
            (Phase::Ended(outcome), _) => self.end(outcome),
            (phase, _) => {
                let outcome = match &phase {
                    Phase::Asking(theirs) => Outcome::Conflict(Conflict::Changed { theirs: theirs.clone() }),
                    Phase::Sending => Outcome::Unknown(Doubt::Fault(Fault::Stopped)),
                    Phase::Begin(..) | Phase::Comparing(_) | Phase::Ended(_) => {
                        Outcome::NotSent(NotSent::Compare(ReadFailure::Fault(Fault::Stopped)))
                    }
                };
                self.phase = phase;
                Step::Done(outcome)
            }
        }
    }

    /// What a later read of the scope says of the sent details.
    pub fn read_back(&self, entries: &[Entry]) -> ReadBack {
        let Some(stored) = Entry::find(entries, &self.base.id) else { return ReadBack::Unavailable };
        match &self.change {
            Change::Details(edit) if !is_as_sent(edit, stored) => ReadBack::Differs,
            Change::Details(_) | Change::Secret(_) => ReadBack::Confirmed,
        }
    }

    fn compare(&mut self, entries: &[Entry]) -> Step {
        let Some(theirs) = Entry::find(entries, &self.base.id).cloned() else {
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
        let unchanged =
            fields.iter().all(|field| self.base.same(theirs, *field)) && self.base.carried == theirs.carried;
        unchanged || matches!(&self.change, Change::Details(edit) if is_as_sent(edit, theirs))
    }

    fn send(&mut self, last_read: &Credential) -> Step {
        match self.dialect.write(&self.access, &self.scope, last_read, &self.change) {
            Ok(request) => {
                self.phase = Phase::Sending;
                Step::Send(request)
            }
            Err(problem) => self.end(Outcome::NotSent(NotSent::Address(problem))),
        }
    }

    fn end(&mut self, outcome: Outcome) -> Step {
        self.phase = Phase::Ended(outcome.clone());
        Step::Done(outcome)
    }
}

/// Whether every detail of a record is as an edit sets it. An untouched expiry is whatever the record has.
fn is_as_sent(edit: &CredentialEdit, stored: &Credential) -> bool {
    let expiry = match (&edit.expiry, &stored.expiry) {
        (ExpiryEdit::At(sent), Expiry::At(end, _)) => sent == end,
        (ExpiryEdit::Never, end) => *end == Expiry::Never,
        (ExpiryEdit::Untouched, _) => true,
        (ExpiryEdit::At(_), Expiry::Never | Expiry::Unreadable(_)) => false,
    };
    expiry
        && stored.full_name == edit.full_name
        && stored.email == edit.email
        && stored.description == edit.description
        && stored.enabled == edit.enabled
        && same_set(&stored.roles, &edit.roles)
        && same_set(&stored.addresses, &edit.addresses)
}

#[cfg(test)]
mod tests;
