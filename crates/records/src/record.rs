//! One record: the members that a dialect knows by name, and the others.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use zeroize::Zeroize;

/// A record as it came. Its known members are found by their place in a short list: no name of theirs is ever kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    names: &'static [&'static str],
    known: Vec<Option<Value>>,
    others: Map<String, Value>,
    is_damaged: bool,
}

impl Record {
    /// A record of an object that was read elsewhere. Without an object there is nothing to know.
    ///
    /// # Errors
    /// Gives back what is no object.
    pub fn of(value: Value, names: &'static [&'static str]) -> Result<Self, Value> {
        let Value::Object(mut others) = value else { return Err(value) };
        let known = names.iter().map(|name| others.remove(*name)).collect();
        Ok(Self { names, known, others, is_damaged: false })
    }

    /// Whether nobody knows what it says: it names a known member twice (H-05), it has half a character in it, or it is
    /// larger than anything that could be shown (H-10).
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// The same record, known to be damaged.
    pub(crate) fn damaged(self) -> Self {
        Self { is_damaged: true, ..self }
    }

    /// A known member; null where there is none.
    pub fn get(&self, name: &str) -> &Value {
        self.at(name).and_then(|at| self.known.get(at)).and_then(Option::as_ref).unwrap_or(&Value::Null)
    }

    /// Takes a known member out; null where there is none.
    pub fn take(&mut self, name: &str) -> Value {
        let place = self.at(name).and_then(|at| self.known.get_mut(at));
        place.and_then(Option::take).unwrap_or_default()
    }

    /// Takes a known text out; an empty one where there is no text.
    pub fn take_text(&mut self, name: &str) -> String {
        match self.take(name) {
            Value::String(text) => text,
            _ => String::new(),
        }
    }

    /// Takes the texts of a known list out; what is no text in it is left out.
    pub fn take_texts(&mut self, name: &str) -> Vec<String> {
        let Value::Array(values) = self.take(name) else { return Vec::new() };
        let text = |value| if let Value::String(text) = value { Some(text) } else { None };
        values.into_iter().filter_map(text).collect()
    }

    /// Takes a secret that a server sent back out, and wipes it (T6).
    pub fn wipe(&mut self, name: &str) {
        if let Value::String(mut text) = self.take(name) {
            text.zeroize();
        }
    }

    /// The members that are not known.
    pub fn into_others(self) -> Map<String, Value> {
        self.others
    }

    /// The object that is left.
    pub fn into_value(self) -> Value {
        let mut all = self.others;
        for (name, value) in self.names.iter().zip(self.known) {
            if let Some(value) = value {
                all.insert((*name).to_owned(), value);
            }
        }
        Value::Object(all)
    }

    /// How deep its members are; without any, 1.
    pub(crate) fn depth(&self) -> usize {
        1 + deepest(self.known.iter().flatten()).max(deepest(self.others.values()))
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| *known == name)
    }
}

/// How many lists and objects are in one another.
pub(crate) fn depth(value: &Value) -> usize {
    match value {
        Value::Array(values) => 1 + deepest(values.iter()),
        Value::Object(members) => 1 + deepest(members.values()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

fn deepest<'a>(values: impl Iterator<Item = &'a Value>) -> usize {
    // Most are none of both, and need no call.
    let nested = values.filter(|value| matches!(value, Value::Array(_) | Value::Object(_)));
    nested.map(depth).max().unwrap_or_default()
}

/// Reads a record of an object.
pub(crate) struct Seed(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Record;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let names = self.0;
        let mut record = Record { names, known: vec![None; names.len()], others: Map::new(), is_damaged: false };
        let mut next = 0;
        while let Some(key) = map.next_key_seed(KeySeed { names, next })? {
            match key {
                Key::Known(at) => {
                    next = at + 1;
                    let value: Value = map.next_value()?;
                    if let Some(place) = record.known.get_mut(at)
                        && let Some(mut earlier) = place.replace(value)
                    {
                        record.is_damaged = true;
                        if let Value::String(text) = &mut earlier {
                            text.zeroize();
                        }
                    }
                }
                Key::Other(name) => _ = record.others.insert(name, map.next_value()?),
            }
        }
        Ok(record)
    }
}

/// A name: the place of a known one, or another one.
enum Key {
    Known(usize),
    Other(String),
}

/// Reads a name. Records of one list have their members in one order, so the known name after the last one comes first.
struct KeySeed {
    names: &'static [&'static str],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        if self.names.get(self.next) == Some(&name) {
            return Ok(Key::Known(self.next));
        }
        let at = self.names.iter().position(|known| *known == name);
        Ok(at.map_or_else(|| Key::Other(name.to_owned()), Key::Known))
    }
}
