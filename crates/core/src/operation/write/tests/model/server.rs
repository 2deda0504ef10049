//! A server that remembers what really was applied.

use serde_json::{Value, json};

use super::dice::Dice;
use super::wire::{self, Record};
use crate::dialect::Dialect;
use crate::http::{Method, Reply, Request, Response};

/// A request that would change the record, as it arrived.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    /// Which press it comes from.
    pub(super) press: usize,
    /// Whether it takes the place of the whole record.
    pub(super) replaces: bool,
    pub(super) body: Record,
}

impl Sent {
    pub(super) fn of(press: usize, dialect: Dialect, request: &Request) -> Self {
        let text = request.body.as_ref().expect("a write has a body").text().expose();
        let body = serde_json::from_str(text).expect("JSON");
        Self { press, replaces: dialect == Dialect::Apinizer && request.method == Method::Put, body }
    }
}

pub(super) struct Server {
    pub(super) dialect: Dialect,
    /// Nothing once it is deleted.
    pub(super) record: Option<Record>,
    /// Whatever was applied of the person's writes, in that order.
    pub(super) applied: Vec<Sent>,
    /// Whether the last write was deployed to every environment.
    pub(super) is_everywhere: bool,
    /// What the last look was answered with.
    pub(super) seen: Option<Record>,
    answer: Option<Reply>,
    /// What arrived and is applied later.
    late: Vec<Sent>,
    operations: u32,
}

impl Server {
    pub(super) fn new(dialect: Dialect, record: Record) -> Self {
        let (record, is_everywhere, operations) = (Some(record), false, 0);
        Self {
            dialect,
            record,
            applied: Vec::new(),
            is_everywhere,
            seen: None,
            answer: None,
            late: Vec::new(),
            operations,
        }
    }

    /// Answers a look. The bytes are made once for each state of the record: in a test build that takes longer than all
    /// the rest.
    pub(super) fn look(&mut self) -> Reply {
        self.seen.clone_from(&self.record);
        let (dialect, record) = (self.dialect, &self.record);
        let answer = self.answer.get_or_insert_with(|| match (dialect, record) {
            (Dialect::Apinizer, record) => answer(200, &json!({"success": true, "resultList": record.as_slice()})),
            (Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7, record) => {
                answer(200, &json!({"credentials": record.as_slice()}))
            }
            (Dialect::ZStack, Some(record)) => answer(200, &json!(record)),
            (Dialect::ZStack, None) => answer(404, &json!({"error": "no such credential"})),
        });
        answer.clone()
    }

    /// Does what a write says. Nobody can write to a record that is gone.
    pub(super) fn apply(&mut self, sent: &Sent) -> bool {
        let Some(record) = &mut self.record else { return false };
        self.answer = None;
        let secret = wire::secret_member(self.dialect);
        if sent.replaces {
            record.clear();
        }
        let members = sent.body.iter().filter(|(member, _)| *member != secret && *member != "operator");
        record.extend(members.map(|(member, value)| (member.clone(), value.clone())));
        self.applied.push(sent.clone());
        self.is_everywhere = false;
        self.touch();
        true
    }

    /// Takes a write that nobody will hear of, and applies it later.
    pub(super) fn keep_for_later(&mut self, sent: Sent) {
        self.late.push(sent);
    }

    /// Time passes.
    pub(super) fn apply_late_ones(&mut self) {
        for sent in std::mem::take(&mut self.late) {
            self.apply(&sent);
        }
    }

    /// Another admin does something.
    pub(super) fn other_admin(&mut self, dice: &mut Dice) {
        let Some(record) = &mut self.record else { return };
        self.answer = None;
        let members = wire::members(self.dialect);
        match dice.below(12) {
            0 => self.record = None,
            1 => _ = record.get_mut("roleNameList").and_then(Value::as_array_mut).map(|roles| roles.reverse()),
            2 if self.dialect == Dialect::Apinizer => {
                let team = dice.pick(&["a", "b", "c"]);
                record.insert("metadata".to_owned(), json!([team]));
            }
            // Its secret alone, which no look shows.
            3 => self.touch(),
            _ => {
                let (member, field) = *dice.pick(members);
                record.insert(member.to_owned(), wire::value(self.dialect, field, dice));
                self.touch();
            }
        }
    }

    /// The answer to a write that was applied; `deployment` is what it says of the environments.
    pub(super) fn accepted(&self, deployment: &Value) -> Reply {
        let record = self.record.as_ref();
        match self.dialect {
            // The record is in it as well, and nothing of the program looks at it there.
            Dialect::Apinizer => answer(200, &json!({"success": true, "deploymentResult": deployment})),
            Dialect::ThousandEyesV6 => answer(200, &json!({"credentials": record.as_slice()})),
            Dialect::ThousandEyesV7 | Dialect::ZStack => answer(200, &json!(record)),
        }
    }

    /// The answer to a write that was applied, about another record (X44).
    pub(super) fn mixed_up(&self) -> Reply {
        let other = |member: &str| json!({member: "8", "name": "another"});
        match self.dialect {
            // It says nothing of the record that could be mistaken.
            Dialect::Apinizer => self.accepted(&Value::Null),
            Dialect::ThousandEyesV6 => answer(200, &json!({"credentials": [other("id")]})),
            Dialect::ThousandEyesV7 => answer(200, &other("id")),
            Dialect::ZStack => answer(200, &other("uuid")),
        }
    }

    fn touch(&mut self) {
        self.operations += 1;
        if let (Dialect::ZStack, Some(record)) = (self.dialect, &mut self.record) {
            record.insert("lastOpDate".to_owned(), json!(self.operations.to_string()));
        }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "a reply is what an operation is told")]
pub(super) fn answer(status: u16, body: &Value) -> Reply {
    let body = Ok(body.to_string().into_bytes());
    Ok(Response { status, content_type: Some("application/json".to_owned()), retry_after: None, body })
}
