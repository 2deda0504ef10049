//! The reader: one array of the outermost object, value by value.
//!
//! What is around the records stays as it came, with an empty array in their place, and is read as any other answer: so
//! status, envelope and paging have one reader, whether a body came in pieces or whole.

use std::mem::take;

use serde_core::Deserialize;
use serde_core::de::{DeserializeSeed, IgnoredAny};
use serde_json::Value;

use crate::record::{Record, Seed, depth};
use crate::surrogates;
use crate::wiped::Wiped;

/// How deep a value of the array may be: 64 with what is around it (H-05), which is held to it where it is read.
const DEEPEST: usize = 62;

/// How much may stand around the records: as much as any other answer may have (H-04).
const MOST_AROUND: usize = 1024 * 1024;

/// The longest value that is read for what it says, in bytes: as long as any answer but a list may be (H-04). One text of
/// many megabytes would keep a page busy for seconds wherever it is shown (H-10).
const LONGEST: usize = 1024 * 1024;

/// How many bytes a value that was cut gets at a time, and more the longer it is.
const AT_A_TIME: usize = 4096;

/// A value of the array.
#[derive(Debug)]
pub enum Item {
    /// An object.
    Record(Record),
    /// Anything else.
    Other(Value),
}

/// A body that is arriving.
#[derive(Debug)]
pub struct Reader {
    member: &'static str,
    names: &'static [&'static str],
    around: Wiped,
    /// What of the array has come and has not been read.
    ahead: Wiped,
    /// What was cut is tried again when this much is there: twice as much each time, so that a long one that
    /// comes in small pieces is not read over and over (H-10).
    enough: usize,
    stage: Stage,
    depth: u32,
    text: Text,
    /// Where the latest string of the outermost object begins in what is around the records.
    string_at: usize,
    /// Whether a value was read, and what is between it and the next one is due.
    has_read: bool,
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

/// What comes next in the array.
enum Next {
    /// A value, and where it ends.
    Item(Item, usize),
    /// The end of the array, and where that is.
    End(usize),
    /// Nobody can tell yet.
    Unknown,
    /// No JSON.
    Broken,
}

impl Reader {
    /// Nothing has come. `member` is the name of the array, which holds no character that JSON escapes; `names` are the
    /// members of its records that are known.
    pub fn new(member: &'static str, names: &'static [&'static str]) -> Self {
        Self {
            member,
            names,
            around: Wiped::default(),
            ahead: Wiped::default(),
            enough: 0,
            stage: Stage::Before,
            depth: 0,
            text: Text::Outside,
            string_at: 0,
            has_read: false,
            is_broken: false,
        }
    }

    /// The next bytes; gives each value that is whole with them.
    pub fn push(&mut self, piece: &[u8], give: &mut dyn FnMut(Item)) {
        let mut rest = piece;
        while !rest.is_empty() && !self.is_broken {
            rest = match self.stage {
                Stage::Records if !self.ahead.is_empty() => self.mend(rest, give),
                Stage::Records => {
                    let whole = self.read(rest, give);
                    let (_, cut) = rest.split_at_checked(whole).unwrap_or_default();
                    if self.stage == Stage::Records {
                        self.ahead.push(cut);
                        self.enough = cut.len() * 2;
                        return;
                    }
                    cut
                }
                Stage::Before | Stage::Named | Stage::Opening | Stage::After => self.find(rest),
            };
        }
    }

    /// Everything has come: the bytes around the records, or nothing where something among them was no JSON.
    pub fn finish(&mut self, give: &mut dyn FnMut(Item)) -> Vec<u8> {
        if self.stage == Stage::Records {
            let ahead = take(&mut self.ahead);
            let whole = self.read(ahead.after(0), give);
            if self.stage == Stage::After {
                self.around.push(ahead.after(whole));
            }
        }
        if self.is_broken { Vec::new() } else { self.around.take() }
    }

    /// Adds to a value that was cut as much of the bytes as it may need, and gives back what it did not.
    fn mend<'a>(&mut self, bytes: &'a [u8], give: &mut dyn FnMut(Item)) -> &'a [u8] {
        let before = self.ahead.len();
        let (more, rest) = bytes.split_at_checked(before.max(AT_A_TIME)).unwrap_or((bytes, &[]));
        self.ahead.push(more);
        if self.ahead.len() < self.enough {
            return rest;
        }
        let mut ahead = take(&mut self.ahead);
        let whole = self.read(ahead.after(0), give);
        if self.stage == Stage::After {
            self.around.push(ahead.after(whole));
            return rest;
        }
        if let Some((_, next)) = whole.checked_sub(before).and_then(|used| bytes.split_at_checked(used)) {
            return next;
        }
        ahead.forget_before(whole);
        self.enough = ahead.len() * 2;
        self.ahead = ahead;
        rest
    }

    /// Reads as many values as there are, and says where they end.
    fn read(&mut self, bytes: &[u8], give: &mut dyn FnMut(Item)) -> usize {
        let mut at = 0;
        loop {
            match self.next(bytes.get(at..).unwrap_or_default()) {
                Next::Item(item, length) => {
                    at += length;
                    self.has_read = true;
                    give(item);
                }
                Next::End(length) => {
                    self.stage = Stage::After;
                    self.around.push(b"]");
                    return at + length;
                }
                Next::Unknown => return at,
                Next::Broken => {
                    self.is_broken = true;
                    return at;
                }
            }
        }
    }

    /// What the bytes begin with.
    fn next(&self, bytes: &[u8]) -> Next {
        let blanks = blanks(bytes.iter());
        let Some(first) = bytes.get(blanks) else { return Next::Unknown };
        let start = match first {
            b']' => return Next::End(blanks + 1),
            b',' if self.has_read => blanks + 1,
            _ if !self.has_read => blanks,
            _ => return Next::Broken,
        };
        let value = bytes.get(start..).unwrap_or_default();
        let blanks = self::blanks(value.iter());
        match self.item(value.get(blanks..).unwrap_or_default()) {
            // What follows tells that it is over: the number 1 may be the beginning of 12.
            Some(Ok((item, length))) => {
                let end = start + blanks + length;
                let after = bytes.get(end..).unwrap_or_default();
                match after.get(self::blanks(after.iter())) {
                    Some(b',' | b']') => Next::Item(item, end),
                    Some(_) => Next::Broken,
                    None => Next::Unknown,
                }
            }
            Some(Err(())) => Next::Broken,
            None => Next::Unknown,
        }
    }

    /// The value that the bytes begin with, and its length; nothing if they end before it does.
    fn item(&self, bytes: &[u8]) -> Option<Result<(Item, usize), ()>> {
        let (read, length) = self.value(bytes);
        let (item, length) = match read {
            Ok(item) => (item, length),
            Err(error) if error.is_eof() => return None,
            Err(_) => match self.with_half_characters(bytes)? {
                Ok(found) => found,
                Err(()) => return Some(Err(())),
            },
        };
        let (item, depth) = match item {
            Item::Record(record) if length > LONGEST => (Item::Record(record.damaged()), 0),
            Item::Other(_) if length > LONGEST => (Item::Other(Value::Null), 0),
            Item::Record(record) => {
                let depth = record.depth();
                (Item::Record(record), depth)
            }
            Item::Other(value) => {
                let depth = depth(&value);
                (Item::Other(value), depth)
            }
        };
        Some(if depth <= DEEPEST { Ok((item, length)) } else { Err(()) })
    }

    /// What a parser makes of the bytes, and how far it came.
    fn value(&self, bytes: &[u8]) -> (serde_json::Result<Item>, usize) {
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let read = if bytes.first() == Some(&b'{') {
            Seed(self.names).deserialize(&mut deserializer).map(Item::Record)
        } else {
            Value::deserialize(&mut deserializer).map(Item::Other)
        };
        let length = deserializer.into_iter::<IgnoredAny>().byte_offset();
        #[cfg(test)]
        tests::count_work(length);
        (read, length)
    }

    /// A value that has the escape of half a character in it, which is JSON and no text: the one record is lost and the
    /// others are not (H-08). Nothing if the bytes end before it does.
    fn with_half_characters(&self, bytes: &[u8]) -> Option<Result<(Item, usize), ()>> {
        let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => {}
            Some(Err(error)) if error.is_eof() => return None,
            Some(Err(_)) | None => return Some(Err(())),
        }
        let length = values.byte_offset();
        #[cfg(test)]
        tests::count_work(length);
        let mended = bytes.get(..length).and_then(surrogates::mended);
        let item = mended.and_then(|mended| self.value(mended.after(0)).0.ok());
        Some(match item {
            Some(Item::Record(record)) => Ok((Item::Record(record.damaged()), length)),
            Some(other) => Ok((other, length)),
            None => Err(()),
        })
    }

    /// Looks for the array in what is around it, and gives back what has not been looked at.
    fn find<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let length = self.until_turn(bytes);
        let (before, after) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
        // Of blanks at the end one is kept: they may be as many as the whole answer has bytes. A quote has been looked at
        // already: where it ended a text, they belong to that text.
        let state = if after.first() == Some(&b'"') { Text::Inside } else { Text::Outside };
        let blanks = if self.text == state { blanks(before.iter().rev()) } else { 0 };
        let (words, blanks) = before.split_at_checked(before.len() - blanks).unwrap_or((before, &[]));
        if self.around.len() + words.len() > MOST_AROUND {
            self.around = Wiped::default();
            self.is_broken = true;
            return &[];
        }
        self.around.push(words);
        self.around.push(blanks.get(..1).unwrap_or_default());
        self.turn(after)
    }

    /// How many bytes come before the next one at which something changes hands.
    fn until_turn(&mut self, bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| self.is_turn(*byte)).unwrap_or(bytes.len())
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
                decides
            }
            b']' | b'}' => {
                self.depth = self.depth.saturating_sub(1);
                decides
            }
            b' ' | b'\t' | b'\r' | b'\n' => false,
            _ => decides,
        }
    }

    /// Whether a string here may be the name that is looked for.
    fn is_outermost(&self) -> bool {
        self.depth == 1 && self.stage != Stage::After
    }

    /// Acts on the byte at which [`Self::is_turn`] stopped, and gives back what is not kept yet.
    fn turn<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let Some((byte, rest)) = bytes.split_first() else { return bytes };
        match byte {
            b'"' if self.text == Text::Inside => {
                self.string_at = self.around.len();
                self.stage = Stage::Before;
            }
            b'"' => {
                let is_it = self.around.after(self.string_at + 1) == self.member.as_bytes();
                self.stage = if is_it { Stage::Named } else { Stage::Before };
            }
            b':' if self.stage == Stage::Named => self.stage = Stage::Opening,
            b'[' if self.stage == Stage::Opening => {
                self.stage = Stage::Records;
                self.depth = 1;
            }
            _ => self.stage = Stage::Before,
        }
        // This byte is kept with what follows it: it is no turn a second time.
        self.around.push(&[*byte]);
        rest
    }
}

/// How many blanks come first.
fn blanks<'byte>(bytes: impl Iterator<Item = &'byte u8>) -> usize {
    bytes.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count()
}

#[cfg(test)]
mod tests;
