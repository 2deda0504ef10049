//! The whole list of a scope: one answer after the other where it comes in several, each repeated as a read may be.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::access::Access;
use crate::credential::{Entry, Scope};
use crate::dialect::{Dialect, ListBody};
use crate::http::{Reply, Request};
use crate::operation::{Read, Verdict};
use crate::outcome::ReadFailure;

/// A list being read.
#[derive(Debug)]
pub struct List {
    dialect: Dialect,
    access: Access,
    scope: Scope,
    seed: u64,
    read: Option<Read>,
    body: ListBody,
    entries: Vec<Entry>,
    /// The keys of the entries, once there is a second answer.
    known: BTreeSet<String>,
    skip: usize,
}

/// What is to be done now.
#[derive(Debug)]
pub enum ListStep {
    /// Send this and come back with [`List::replied`].
    Send(Request),
    /// Wait, and come back with [`List::waited`].
    Wait(Duration),
    /// The whole list, or why there is none. A part is never given for the whole (X10).
    Done(Result<Vec<Entry>, ReadFailure>),
}

impl List {
    /// Nothing has been sent. `seed` spreads the repeats of many readers; any number will do.
    pub fn new(dialect: Dialect, access: Access, scope: Scope, seed: u64) -> Self {
        Self {
            dialect,
            access,
            scope,
            seed,
            read: None,
            body: dialect.list_body(),
            entries: Vec::new(),
            known: BTreeSet::new(),
            skip: 0,
        }
    }

    /// The first step.
    pub fn start(&mut self) -> ListStep {
        match self.dialect.list(&self.access, &self.scope, self.skip) {
            Ok(request) => {
                let read = Read::new(request, self.seed);
                let request = read.request();
                self.read = Some(read);
                ListStep::Send(request)
            }
            Err(problem) => ListStep::Done(Err(ReadFailure::Address(problem))),
        }
    }

    /// The wait of the last step is over.
    pub fn waited(&mut self) -> ListStep {
        match &self.read {
            Some(read) => ListStep::Send(read.request()),
            None => self.start(),
        }
    }

    /// Bytes of the answer to the request of the last step. Records are made of them as they come.
    pub fn received(&mut self, piece: &[u8]) {
        self.body.push(piece);
    }

    /// The request of the last step was answered, or not. A body that was [received](Self::received) is not in it.
    pub fn replied(&mut self, reply: Reply) -> ListStep {
        if let Some(Verdict::Repeat(wait)) = self.read.as_mut().map(|read| read.judge(&reply)) {
            self.body.restart();
            return ListStep::Wait(wait);
        }
        match self.dialect.interpret_list(&mut self.body, reply, self.skip) {
            Err(failure) => ListStep::Done(Err(failure)),
            Ok(portion) => {
                // A server that ignores the offset gives the same records again: then nothing new comes any more.
                let before = self.entries.len();
                self.keep(portion.entries);
                match portion.next {
                    Some(next) if self.entries.len() > before => {
                        self.skip = next;
                        self.start()
                    }
                    Some(_) | None => ListStep::Done(Ok(std::mem::take(&mut self.entries))),
                }
            }
        }
    }

    /// Keeps each record once: one that was created or deleted meanwhile moves the others between two answers.
    fn keep(&mut self, entries: Vec<Entry>) {
        if self.entries.is_empty() {
            self.entries = entries;
            return;
        }
        if self.known.is_empty() {
            // Put in one by one: collecting a set sorts it, and that sort is 5 kB of the module.
            for entry in &self.entries {
                self.known.insert(key(entry));
            }
        }
        for entry in entries {
            if self.known.insert(key(&entry)) {
                self.entries.push(entry);
            }
        }
    }
}

/// What tells an entry from the others of its list.
fn key(entry: &Entry) -> String {
    match entry {
        Entry::Readable(credential) => credential.id.clone(),
        Entry::Unreadable(raw) => raw.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{List, ListStep};
    use crate::access::Access;
    use crate::credential::Scope;
    use crate::dialect::Dialect;
    use crate::http::{BodyFault, Fault, Reply, Response};
    use crate::outcome::ReadFailure;
    use crate::secret::Secret;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    /// A server with `all` records that gives at most `most` in one answer, with or without a total.
    #[allow(clippy::unnecessary_wraps, reason = "a reply is what the operation is told")]
    fn answer(url: &str, all: usize, most: usize, total: bool) -> Reply {
        let number = |key: &str| -> usize {
            let after = url.split_once(&format!("{key}=")).unwrap().1;
            after.split('&').next().unwrap().parse().unwrap()
        };
        let (limit, offset) = (number("limit").min(most), number("offset"));
        let items: Vec<Value> =
            (offset..all.min(offset + limit)).map(|at| json!({"uuid": format!("cred-{at}"), "name": "n"})).collect();
        let mut body = json!({"items": items});
        if total {
            body["total"] = json!(all);
        }
        let content_type = Some("application/json".to_owned());
        Ok(Response { status: 200, content_type, retry_after: None, body: Ok(body.to_string().into_bytes()) })
    }

    fn list() -> List {
        let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
        List::new(Dialect::ZStack, access, Scope::System, 1)
    }

    proptest! {
        #[test]
        fn every_record_is_read_whatever_the_server_gives_at_once_z10(
            all in 0..700_usize, most in 1..200_usize, total in any::<bool>(),
        ) {
            let mut list = list();
            let mut step = list.start();
            let mut sent = 0;
            let entries = loop {
                step = match step {
                    ListStep::Send(request) => {
                        sent += 1;
                        list.replied(answer(request.path.as_str(), all, most, total))
                    }
                    ListStep::Wait(_) => list.waited(),
                    ListStep::Done(result) => break result.unwrap(),
                };
            };
            prop_assert_eq!(entries.len(), all);
            prop_assert!(sent <= all / most.min(100) + 2, "{} requests", sent);
        }
    }

    #[test]
    fn a_server_that_ignores_the_offset_does_not_go_on_for_ever() {
        let mut list = list();
        let mut step = list.start();
        for _ in 0..5 {
            step = match step {
                ListStep::Send(_) => list.replied(answer("?limit=10&offset=0", 50, 10, false)),
                other => other,
            };
        }
        assert!(matches!(step, ListStep::Done(Ok(entries)) if entries.len() == 10));
    }

    #[test]
    fn what_came_of_an_answer_that_broke_off_is_not_counted_twice() {
        let mut list = list();
        list.start();
        list.received(br#"{"items":[{"uuid":"cred-0","name":"n"},{"uuid":"cred-1","na"#);
        let cut = Response { status: 200, content_type: None, retry_after: None, body: Err(BodyFault::Cut) };
        assert!(matches!(list.replied(Ok(cut)), ListStep::Wait(_)));
        assert!(matches!(list.waited(), ListStep::Send(_)));
        let step = list.replied(answer("?limit=10&offset=0", 2, 10, true));
        assert!(matches!(step, ListStep::Done(Ok(entries)) if entries.len() == 2));
    }

    #[test]
    fn records_that_came_before_the_reply_are_in_the_list_and_each_once() {
        let mut list = list();
        list.start();
        list.received(br#"{"items":[{"uuid":"cred-0","name":"n"},{"uuid":"cred-1","name":"n"}"#);
        list.received(br#"],"total":3}"#);
        let nothing_more = Response {
            status: 200,
            content_type: Some("application/json".to_owned()),
            retry_after: None,
            body: Ok(Vec::new()),
        };
        assert!(matches!(list.replied(Ok(nothing_more)), ListStep::Send(_)));
        // A record that was created meanwhile has moved the second one into this answer as well.
        let step = list.replied(answer("?limit=2&offset=1", 3, 2, true));
        let ListStep::Done(Ok(entries)) = step else { panic!("{step:?}") };
        let ids: Vec<_> = entries.iter().map(super::key).collect();
        assert_eq!(ids, ["cred-0", "cred-1", "cred-2"]);
    }

    #[test]
    fn a_name_that_cannot_be_in_an_address_ends_it_before_anything_is_sent_n04() {
        let access = Access::bearer(&Secret::new("t".to_owned())).unwrap();
        let mut list = List::new(Dialect::Apinizer, access, Scope::Project("..".to_owned()), 1);
        assert!(matches!(list.start(), ListStep::Done(Err(ReadFailure::Address(_)))));
    }

    #[test]
    fn a_part_is_never_given_for_the_whole_x10() {
        let mut list = list();
        list.start();
        assert!(matches!(list.replied(answer("?limit=10&offset=0", 50, 10, false)), ListStep::Send(_)));
        for _ in 0..2 {
            assert!(matches!(list.replied(Err(Fault::Unreachable)), ListStep::Wait(_)));
            assert!(matches!(list.waited(), ListStep::Send(_)));
        }
        let step = list.replied(Err(Fault::Unreachable));
        assert!(matches!(step, ListStep::Done(Err(ReadFailure::Fault(Fault::Unreachable)))));
    }
}
