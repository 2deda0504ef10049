//! A person at a form, while the network, the server and another admin do what they do.

use serde_json::Value;

use super::History;
use super::dice::Dice;
use super::form::{Form, SECRET};
use super::rules::{Broken, Rules};
use super::server::{Sent, Server};
use super::weather::{self, Truth};
use super::wire::{self, ID, Record};
use crate::capabilities::Field;
use crate::credential::Credential;
use crate::dialect::Dialect;
use crate::draft::CredentialDraft;
use crate::draft::tests::with_clock;
use crate::http::{Fault, Method, Request};
use crate::merge::Side;
use crate::operation::{Event, Looked, Step, Write};
use crate::outcome::{Conflict, Outcome};
use crate::timestamp::LocalDateTime;

/// More than any press takes.
const LAST_STEP: usize = 40;
/// How often a person presses before giving up.
const LAST_PRESS: usize = 4;

pub(super) struct Person {
    dice: Dice,
    server: Server,
    form: Form,
    rules: Rules,
    is_signed_out: bool,
}

impl Person {
    /// Opens the form of a record, which was read as `loaded`.
    pub(super) fn at(dialect: Dialect, record: &Record, loaded: &Credential, mut dice: Dice) -> Self {
        let server = Server::new(dialect, record.clone());
        let form = Form::load(dialect, loaded.clone(), &mut dice);
        let rules = Rules::new(record.clone());
        Self { dice, server, form, rules, is_signed_out: false }
    }

    pub(super) fn live(mut self, history: &mut Option<History>) -> Broken {
        self.edit();
        note(history, || format!("loaded {:?}, wanted {:?}", self.rules.shown, self.rules.wants));
        for press in 1..=LAST_PRESS {
            self.meanwhile(30);
            let Some(outcome) = self.press(press, history)? else { break };
            note(history, || format!("press {press}: {}; {:?}", outcome.code(), self.server.record));
            if !self.react(&outcome, history)? || self.dice.happens(15) {
                break;
            }
        }
        self.server.apply_late_ones();
        self.rules.hold_for_ever(&self.server)
    }

    /// Something may happen meanwhile.
    fn meanwhile(&mut self, percent: usize) {
        if self.dice.happens(percent) {
            self.server.other_admin(&mut self.dice);
        }
        if self.dice.happens(percent / 2) {
            self.server.apply_late_ones();
        }
    }

    /// Types other values into some fields.
    fn edit(&mut self) {
        if self.form.is_of_secret {
            return;
        }
        let dialect = self.form.dialect;
        for (member, field) in wire::members(dialect) {
            if self.dice.happens(40) {
                let value = wire::value(dialect, *field, &mut self.dice);
                put(&mut self.form.draft, *field, &value);
                self.rules.want(member, *field, value);
            }
        }
    }

    /// One press, to its end; nothing where nothing came of it.
    fn press(&mut self, press: usize, history: &mut Option<History>) -> Result<Option<Outcome>, String> {
        let looked = if self.dice.happens(30) { self.look() } else { None };
        self.meanwhile(15);
        let Some(mut write) = self.form.press(looked) else { return Ok(None) };
        let (mut is_stopped, mut truths) = (false, Vec::new());
        let mut event = Event::Start;
        for _ in 0..LAST_STEP {
            event = match write.next(event) {
                Step::Send(_) if is_stopped => Event::Replied(Err(Fault::Withdrawn)),
                Step::Send(request) if request.method == Method::Get => {
                    self.meanwhile(10);
                    let reply = weather::look(&mut self.server, &mut self.dice);
                    self.meanwhile(10);
                    Event::Replied(reply)
                }
                Step::Send(request) => Event::Replied(self.send(press, &request, &mut truths, history)?),
                Step::Wait(_) => {
                    // What was seen before a wait is too old to write over.
                    self.server.seen = None;
                    self.meanwhile(20);
                    is_stopped |= self.dice.happens(15);
                    Event::Waited
                }
                Step::Done(outcome) => {
                    self.form.ended(&outcome, &write);
                    self.rules.claimed(press, &outcome, &truths, &self.server)?;
                    self.poke(&mut write)?;
                    self.read_back(&outcome, &write)?;
                    return Ok(Some(outcome));
                }
            };
            // Who signs out takes the form away, and the write with it.
            if self.dice.happens(2) {
                self.is_signed_out = true;
                return Ok(None);
            }
        }
        Err("a press does not end".to_owned())
    }

    fn send(
        &mut self,
        press: usize,
        request: &Request,
        truths: &mut Vec<Truth>,
        history: &mut Option<History>,
    ) -> Result<crate::http::Reply, String> {
        let sent = Sent::of(press, self.form.dialect, request);
        note(history, || format!("press {press} sends {:?} over {:?}", sent.body, self.server.seen));
        if self.is_signed_out {
            return Err("I9: a write after the sign-out".to_owned());
        }
        let secret = self.form.has_secret.then_some(SECRET);
        self.rules.may_be_sent(&sent, secret, truths, &self.server)?;
        // The gap that nobody can close (X29).
        self.meanwhile(15);
        let (reply, truth) = weather::write(&mut self.server, sent, &mut self.dice);
        truths.push(truth);
        Ok(reply)
    }

    /// After its end a write wants nothing more, whatever it is told.
    fn poke(&mut self, write: &mut Write) -> Broken {
        let events = [Event::Start, Event::Waited, Event::Replied(Err(Fault::TimedOut))];
        for event in events.into_iter().take(self.dice.below(4)) {
            if !matches!(write.next(event), Step::Done(_)) {
                return Err("I9: a write goes on after its end".to_owned());
            }
        }
        Ok(())
    }

    fn look(&mut self) -> Option<Looked> {
        let reply = weather::look(&mut self.server, &mut self.dice);
        self.form.dialect.interpret_look(reply, ID).ok()
    }

    /// The record is read again after a saved change.
    fn read_back(&mut self, outcome: &Outcome, write: &Write) -> Broken {
        if !outcome.is_saved() {
            return Ok(());
        }
        // After a saved change the form is gone, so only a look that says something else matters.
        if matches!(outcome, Outcome::Saved(_)) && self.dice.happens(70) {
            return Ok(());
        }
        self.meanwhile(15);
        if let Some(looked) = self.look()
            && self.form.read_back(write, &looked)
            && !self.form.is_of_secret
        {
            self.rules.confirmed(&self.server)?;
        }
        Ok(())
    }

    /// What a person does about an outcome; whether they press again.
    fn react(&mut self, outcome: &Outcome, history: &mut Option<History>) -> Result<bool, String> {
        match outcome {
            Outcome::Saved(_) => Ok(false),
            Outcome::Conflict(Conflict::Changed { theirs }) => self.answer(theirs, history),
            Outcome::Unknown(_) if self.dice.happens(40) => self.check_again(),
            Outcome::Conflict(Conflict::Deleted)
            | Outcome::Unknown(_)
            | Outcome::SavedNotDeployed(_)
            | Outcome::SavedDetailsLost(_)
            | Outcome::NotSent(_)
            | Outcome::Rejected(_) => {
                if self.dice.happens(20) {
                    self.edit();
                }
                Ok(self.dice.happens(75))
            }
        }
    }

    /// Looks whether the write was carried out, some time later.
    fn check_again(&mut self) -> Result<bool, String> {
        self.meanwhile(40);
        let Some(looked) = self.look() else { return Ok(true) };
        if self.form.is_proved_by(&looked) {
            if self.form.has_secret {
                return Err("I1: a secret is said to be in use that nobody can read back".to_owned());
            }
            self.rules.confirmed(&self.server)?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Answers a conflict, or leaves it.
    fn answer(&mut self, theirs: &Credential, history: &mut Option<History>) -> Result<bool, String> {
        if self.dice.happens(15) {
            return Ok(false);
        }
        if !self.form.is_of_secret {
            let merge = self.form.merge(theirs);
            let clashes: Vec<Field> = merge.clashes().collect();
            self.rules.asks_for(&clashes, &self.server)?;
            if !clashes.is_empty() && merge.merged(|_| None) != Err(clashes.clone()) {
                return Err("F-08: a field that both changed is taken without a choice".to_owned());
            }
            let mut chosen = Vec::new();
            for field in clashes {
                let sides: &[Side] = match merge.both(field) {
                    Some(_) => &[Side::Theirs, Side::Mine, Side::Both],
                    None => &[Side::Theirs, Side::Mine],
                };
                chosen.push((field, *self.dice.pick(sides)));
            }
            note(history, || format!("chooses {chosen:?}"));
            let choice = |field| chosen.iter().find(|(own, _)| *own == field).map(|(_, side)| *side);
            self.form.draft = merge.merged(choice).map_err(|open| format!("{open:?} has no choice"))?;
            self.rules.choose(&chosen, &self.server);
        }
        self.form.base = theirs.clone();
        self.rules.saw(&self.server);
        Ok(true)
    }
}

/// Types a value.
fn put(draft: &mut CredentialDraft, field: Field, value: &Value) {
    let text = || value.as_str().unwrap_or_default().to_owned();
    let list = || value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    match field {
        Field::Name => draft.name = text(),
        Field::FullName => draft.full_name = text(),
        Field::Email => draft.email = text(),
        Field::Description => draft.description = text(),
        Field::Roles => draft.roles = list(),
        Field::Addresses => draft.addresses = list(),
        Field::Enabled => draft.enabled = value == &Value::Bool(true),
        Field::Expiry => {
            let local = with_clock(|clock| wire::moment(value).map(clock.local));
            draft.expiry_date = local.map(LocalDateTime::date).unwrap_or_default();
            draft.expiry_time = local.map(LocalDateTime::time).unwrap_or_default();
        }
    }
}

fn note(history: &mut Option<History>, what: impl FnOnce() -> String) {
    if let Some(history) = history {
        history.push(what());
    }
}
