//! The body of a list, read record by record while its bytes arrive (performance.md, "What to do").
//!
//! It is cut at the commas of one array of the outermost object. What is around the records stays as it came, with an
//! empty array in their place, and is read as any other answer: so status, envelope and paging have one reader, whether
//! a body came in pieces or whole.

use std::mem::take;

use serde_json::Value;
use zeroize::Zeroize;

use crate::credential::Entry;
use crate::dialect::json;
use crate::http::Reply;
use crate::outcome::ReadFailure;

/// How deep an answer may be (H-05). What is around the records is held to it where it is read.
const DEEPEST: u32 = 64;

/// A body that is arriving.
#[derive(Debug)]
pub struct ListBody {
    member: &'static str,
    read: fn(Value) -> Entry,
    around: Wiped,
    record: Wiped,
    entries: Vec<Entry>,
    stage: Stage,
    depth: u32,
    text: Text,
    /// Where the latest string of the outermost object begins in what is around the records.
    string_at: usize,
    /// A comma has been read and its record has not: `[1,]` is no list.
    wants_record: bool,
    is_broken: bool,
}

/// Where the reader is as to texts, in which no sign has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    Outside,
    Inside,
    /// After a backslash.
    Escaped,
}

/// How far the reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Looks for the member with the records.
    Before,
    /// Has read its name.
    Named,
    /// Has read the colon behind it.
    Opening,
    /// Is among the records.
    Records,
    /// Has read the end of the array. Another of the same name is left where it is.
    After,
}

impl ListBody {
    /// Nothing has come. `member` is the name of the array, which holds no character that JSON escapes; `read` makes an
    /// entry of each of its values.
    pub(super) fn new(member: &'static str, read: fn(Value) -> Entry) -> Self {
        Self {
            member,
            read,
            around: Wiped::default(),
            record: Wiped::default(),
            entries: Vec::new(),
            stage: Stage::Before,
            depth: 0,
            text: Text::Outside,
            string_at: 0,
            wants_record: false,
            is_broken: false,
        }
    }

    /// The next bytes.
    pub fn push(&mut self, piece: &[u8]) {
        let mut rest = piece;
        while let Some(length) = self.until_turn(rest) {
            let (before, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            self.keep(before);
            rest = self.turn(after);
        }
        self.keep(rest);
    }

    /// Forgets everything: the same answer is asked for again.
    pub(crate) fn restart(&mut self) {
        *self = Self::new(self.member, self.read);
    }

    /// An answer with what is around the records for its body, and the records. Bytes that the reply brings are the last
    /// ones to come.
    pub(super) fn finish(&mut self, mut reply: Reply) -> (Reply, Vec<Entry>) {
        if let Ok(response) = &mut reply
            && let Ok(body) = &mut response.body
        {
            self.push(body);
            body.zeroize();
            // Something among the records was no JSON, so the whole is none.
            *body = if self.is_broken { Vec::new() } else { take(&mut self.around.0) };
        }
        let entries = take(&mut self.entries);
        self.restart();
        (reply, entries)
    }

    /// Every record of a list: those that were read as they came, and any in `around`, the object they came in. A missing
    /// list is not an empty one, and of two lists nobody knows which one is meant.
    pub(super) fn all(&self, entries: Vec<Entry>, around: &mut Value) -> Result<Vec<Entry>, ReadFailure> {
        match json::take(around, self.member) {
            Value::Array(left) if left.is_empty() => Ok(entries),
            // The name was written with escapes, so nothing was found while it came.
            Value::Array(left) if entries.is_empty() => Ok(left.into_iter().map(self.read).collect()),
            _ => Err(ReadFailure::Unreadable),
        }
    }

    /// How many bytes come before the next one at which something changes hands; nothing if none does.
    fn until_turn(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if self.is_turn(*byte) {
                return Some(at);
            }
            at += 1;
            // Most of a list is plain text, which this steps over without asking what each sign may mean.
            if self.text == Text::Inside {
                let is_plain = |byte: &&u8| **byte != b'"' && **byte != b'\\';
                at += bytes.get(at..).unwrap_or_default().iter().take_while(is_plain).count();
            }
        }
        None
    }

    fn is_turn(&mut self, byte: u8) -> bool {
        match self.text {
            Text::Outside => {}
            Text::Escaped => {
                self.text = Text::Inside;
                return false;
            }
            Text::Inside => {
                self.text = match byte {
                    b'"' => Text::Outside,
                    b'\\' => Text::Escaped,
                    _ => Text::Inside,
                };
                return byte == b'"' && self.is_outermost();
            }
        }
        // After the name the very next sign decides, whichever it is.
        let decides = matches!(self.stage, Stage::Named | Stage::Opening);
        match byte {
            b'"' => {
                self.text = Text::Inside;
                self.is_outermost()
            }
            b'[' | b'{' => {
                self.depth += 1;
                self.is_broken |= self.depth > DEEPEST && self.stage == Stage::Records;
                decides
            }
            b']' | b'}' => {
                self.depth = self.depth.saturating_sub(1);
                decides || self.stage == Stage::Records && self.depth == 1
            }
            b',' => decides || self.stage == Stage::Records && self.depth == 2,
            b' ' | b'\t' | b'\r' | b'\n' => false,
            _ => decides,
        }
    }

    /// Whether a string here may be the name that is looked for.
    fn is_outermost(&self) -> bool {
        self.depth == 1 && !matches!(self.stage, Stage::Records | Stage::After)
    }

    /// Acts on the byte at which [`Self::is_turn`] stopped, and gives back what is not kept yet.
    fn turn<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some((byte, rest)) = bytes.split_first() else { return bytes };
        if self.stage == Stage::Records {
            self.end_record(*byte == b',');
            if *byte == b',' {
                return rest;
            }
            self.stage = Stage::After;
            return bytes;
        }
        match byte {
            b'"' if self.text == Text::Inside => {
                self.string_at = self.around.0.len();
                self.stage = Stage::Before;
            }
            b'"' => {
                let name = self.around.0.get(self.string_at + 1..).unwrap_or_default();
                self.stage = if name == self.member.as_bytes() { Stage::Named } else { Stage::Before };
            }
            b':' if self.stage == Stage::Named => self.stage = Stage::Opening,
            b'[' if self.stage == Stage::Opening => {
                self.keep(b"[");
                self.stage = Stage::Records;
                return rest;
            }
            _ => self.stage = Stage::Before,
        }
        // This byte is kept with what follows it: it is no turn a second time.
        self.keep(&[*byte]);
        rest
    }

    fn keep(&mut self, bytes: &[u8]) {
        match self.stage {
            Stage::Records => self.record.push(bytes),
            Stage::Before | Stage::Named | Stage::Opening | Stage::After => self.around.push(bytes),
        }
    }

    fn end_record(&mut self, by_comma: bool) {
        let is_blank = self.record.0.iter().all(u8::is_ascii_whitespace);
        let is_empty_list = is_blank && !by_comma && !self.wants_record && self.entries.is_empty();
        if !is_empty_list && !self.is_broken {
            match serde_json::from_slice(&self.record.0) {
                Ok(value) => self.entries.push((self.read)(value)),
                Err(_) => self.is_broken = true,
            }
        }
        self.wants_record = by_comma;
        self.record.0.zeroize();
    }
}

/// Bytes that are wiped when they go: a server may send a secret back (T6).
#[derive(Default)]
struct Wiped(Vec<u8>);

impl Wiped {
    /// Adds bytes. A buffer that has become too small is wiped as well.
    fn push(&mut self, bytes: &[u8]) {
        if self.0.capacity() - self.0.len() < bytes.len() {
            let mut larger = Vec::with_capacity((self.0.len() + bytes.len()) * 2);
            larger.extend_from_slice(&self.0);
            self.0.zeroize();
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Wiped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
mod tests;
