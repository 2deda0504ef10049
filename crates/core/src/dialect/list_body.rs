//! The body of a list, whose records are read while its bytes arrive. What is around them is read as any other answer.

use std::mem::take;

use rekey_records::{Item, Reader, Record};
use serde_json::Value;
use zeroize::Zeroize;

use crate::credential::Entry;
use crate::dialect::json;
use crate::http::Reply;
use crate::outcome::ReadFailure;

/// How the records of a system's lists are found and read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Records {
    /// The array of an answer that holds them.
    pub(super) member: &'static str,
    /// The members that are known.
    pub(super) names: &'static [&'static str],
    /// Makes an entry of one.
    pub(super) read: fn(Record) -> Entry,
}

impl Records {
    /// An entry of a value that came by itself.
    pub(super) fn entry(self, value: Value) -> Entry {
        Record::of(value, self.names).map_or_else(json::unreadable, self.read)
    }
}

/// A body that is arriving.
#[derive(Debug)]
pub struct ListBody {
    records: Records,
    reader: Reader,
    entries: Vec<Entry>,
}

impl ListBody {
    /// Nothing has come.
    pub(super) fn new(records: Records) -> Self {
        Self { records, reader: Reader::new(records.member, records.names), entries: Vec::new() }
    }

    /// The next bytes.
    pub fn push(&mut self, piece: &[u8]) {
        let Self { records, reader, entries } = self;
        reader.push(piece, &mut |item| entries.push(entry(*records, item)));
    }

    /// Forgets everything: the same answer is asked for again.
    pub(crate) fn restart(&mut self) {
        *self = Self::new(self.records);
    }

    /// An answer with what is around the records for its body, and the records. Bytes that the reply brings are the last
    /// ones to come.
    pub(super) fn finish(&mut self, mut reply: Reply) -> (Reply, Vec<Entry>) {
        if let Ok(response) = &mut reply
            && let Ok(body) = &mut response.body
        {
            self.push(body);
            body.zeroize();
            let Self { records, reader, entries } = self;
            *body = reader.finish(&mut |item| entries.push(entry(*records, item)));
        }
        let entries = take(&mut self.entries);
        self.restart();
        (reply, entries)
    }

    /// Every record of a list: those that were read as they came, and any in `around`, the object they came in. A missing
    /// list is not an empty one, and of two lists nobody knows which one is meant.
    pub(super) fn all(&self, entries: Vec<Entry>, around: &mut Value) -> Result<Vec<Entry>, ReadFailure> {
        match json::take(around, self.records.member) {
            Value::Array(left) if left.is_empty() => Ok(entries),
            // The name was written with escapes, so nothing was found while it came.
            Value::Array(left) if entries.is_empty() => {
                Ok(left.into_iter().map(|value| self.records.entry(value)).collect())
            }
            _ => Err(ReadFailure::Unreadable),
        }
    }
}

fn entry(records: Records, item: Item) -> Entry {
    match item {
        Item::Record(record) => (records.read)(record),
        Item::Other(value) => json::unreadable(value),
    }
}

#[cfg(test)]
mod tests;
