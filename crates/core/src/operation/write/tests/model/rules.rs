//! The invariants, held against what the server knows (reliability.md 2.1).

use serde_json::Value;

use super::server::{Sent, Server};
use super::weather::Truth;
use super::wire::{self, Record, same};
use crate::capabilities::Field;
use crate::dialect::Dialect;
use crate::merge::Side;
use crate::outcome::Outcome;

/// Nothing, or the rule that was broken.
pub(super) type Broken = Result<(), String>;

/// What the person wants, and has seen.
pub(super) struct Rules {
    /// What they typed or chose, by the member that carries it.
    pub(super) wants: Vec<(&'static str, Field, Value)>,
    /// The server's record as they last saw it.
    pub(super) shown: Record,
    /// The presses of which it was said that they changed nothing.
    harmless: Vec<usize>,
}

impl Rules {
    pub(super) fn new(shown: Record) -> Self {
        Self { wants: Vec::new(), shown, harmless: Vec::new() }
    }

    pub(super) fn want(&mut self, member: &'static str, field: Field, value: Value) {
        self.wants.retain(|(own, ..)| *own != member);
        self.wants.push((member, field, value));
    }

    fn wanted(&self, member: &str) -> Option<&Value> {
        self.wants.iter().find(|(own, ..)| *own == member).map(|(.., value)| value)
    }

    /// What is about to be sent: once for a press, with the secret as it was typed, and over the record as it was last
    /// read nothing but what somebody wants.
    pub(super) fn may_be_sent(&self, sent: &Sent, secret: Option<&str>, truths: &[Truth], server: &Server) -> Broken {
        if !matches!(truths, [] | [Truth::ShortWait]) {
            return Err("I8: a press sends again".to_owned());
        }
        if sent.body.get(wire::secret_member(server.dialect)).map(Value::as_str) != secret.map(Some) {
            return Err("I4: another secret is sent than the one that was typed".to_owned());
        }
        let Some(seen) = &server.seen else { return Err("F-08: sent without a look".to_owned()) };
        for (member, field) in wire::members(server.dialect) {
            let (was, is, wanted) = (&seen[*member], sent.body.get(*member), self.wanted(member));
            let becomes = is.unwrap_or(was);
            if is.is_none() && sent.replaces {
                return Err(format!("I6: {member} is left out, and so taken away"));
            }
            if wanted.is_some_and(|wanted| !same(*field, becomes, wanted)) {
                return Err(format!("{member} is not what is wanted"));
            }
            if same(*field, becomes, was) {
                continue;
            }
            if wanted.is_none() {
                return Err(format!("I6: {member} is changed, and nobody has touched it"));
            }
            if !same(*field, was, &self.shown[*member]) {
                return Err(format!("I5: {member} goes over a value that nobody was shown"));
            }
        }
        if sent.replaces && sent.body.get("metadata") != seen.get("metadata") {
            return Err("I6: what is only carried is changed".to_owned());
        }
        Ok(())
    }

    /// What is claimed of a press, against what really was applied.
    pub(super) fn claimed(&mut self, press: usize, outcome: &Outcome, truths: &[Truth], server: &Server) -> Broken {
        let is_applied = server.applied.iter().any(|sent| sent.press == press);
        let deploys = server.dialect == Dialect::Apinizer;
        let broken = match outcome {
            Outcome::Saved(_) if deploys && !server.is_everywhere => Some("green, and an environment did not take it"),
            Outcome::Saved(_) | Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) => {
                (!is_applied).then_some("I1: saved is said, and nothing was applied")
            }
            Outcome::Rejected(_) | Outcome::NotSent(_) | Outcome::Conflict(_) => {
                self.harmless.push(press);
                is_applied.then_some("I2: it is said that nothing changed, and something was applied")
            }
            Outcome::Unknown(_) => {
                (truths.last() != Some(&Truth::Faulty)).then_some("I3: unknown is said, and nothing went wrong")
            }
        };
        broken.map_or(Ok(()), |rule| Err(rule.to_owned()))
    }

    /// Of what was said to have changed nothing, nothing is applied later either.
    pub(super) fn hold_for_ever(&self, server: &Server) -> Broken {
        let broken = server.applied.iter().any(|sent| self.harmless.contains(&sent.press));
        if broken { Err("I2: it was said that nothing changed, and it was applied later".to_owned()) } else { Ok(()) }
    }

    /// The server's record is said to be as it was sent: everything that is wanted is there, and is seen to be.
    pub(super) fn confirmed(&mut self, server: &Server) -> Broken {
        let Some(seen) = &server.seen else { return Err("I1: a record that is gone is said to be as sent".to_owned()) };
        for (member, field, wanted) in &self.wants {
            if !same(*field, &seen[*member], wanted) {
                return Err(format!("I1: {member} is said to be as sent"));
            }
        }
        self.wants.clear();
        self.saw(server);
        Ok(())
    }

    /// Exactly the fields are asked about that both changed, differently.
    pub(super) fn asks_for(&self, clashes: &[Field], server: &Server) -> Broken {
        let Some(seen) = &server.seen else { return Err("F-08: a change is told of a record that is gone".to_owned()) };
        let is_clash = |(member, field): &(&'static str, Field)| {
            let (was, is) = (&self.shown[*member], &seen[*member]);
            self.wanted(member)
                .is_some_and(|wanted| !same(*field, was, is) && !same(*field, was, wanted) && !same(*field, is, wanted))
        };
        let members = wire::members(server.dialect).iter().filter(|member| is_clash(member));
        let expected: Vec<Field> = members.map(|(_, field)| *field).collect();
        if expected == clashes {
            Ok(())
        } else {
            Err(format!("F-08: {clashes:?} is asked about, and not {expected:?}"))
        }
    }

    /// What is wanted after a choice.
    pub(super) fn choose(&mut self, chosen: &[(Field, Side)], server: &Server) {
        let seen = server.seen.clone().unwrap_or_default();
        let shown = &self.shown;
        self.wants.retain_mut(|(member, field, wanted)| {
            let (was, is) = (&shown[*member], &seen[*member]);
            match chosen.iter().find(|(own, _)| own == field).map(|(_, side)| side) {
                Some(Side::Theirs) => return false,
                Some(Side::Both) => *wanted = wire::both(was, is, wanted),
                Some(Side::Mine) => {}
                // What was typed and is what was there before is no change, and follows theirs.
                None if same(*field, was, wanted) => return false,
                None => {}
            }
            true
        });
    }

    /// The person sees the record as it was last read.
    pub(super) fn saw(&mut self, server: &Server) {
        if let Some(seen) = &server.seen {
            self.shown.clone_from(seen);
        }
    }
}
