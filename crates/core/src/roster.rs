//! A list of credentials as one looks through it: filtered, put in order, never changed.

mod order;

use std::sync::{Arc, OnceLock};

use crate::credential::{Credential, Entry, Expiry, State};
use crate::timestamp::Timestamp;

pub use order::{Column, Order};

/// A list with what is needed to look through it at each key (performance.md: filter key to rows).
#[derive(Debug, Clone)]
pub struct Roster {
    entries: Arc<Vec<Entry>>,
    /// What is searched of each entry, in lower case, with a character between two texts that nobody types.
    texts: OnceLock<Vec<String>>,
}

/// Puts text into lower case by the rules of the world's scripts. It is passed in, because the tables for it weigh 7 kB
/// and the browser has them.
pub type Lower<'a> = &'a dyn Fn(&str) -> String;

impl PartialEq for Roster {
    fn eq(&self, other: &Self) -> bool {
        self.is_of(&other.entries)
    }
}

/// Puts texts in the order of a language: gives the rank of each, and equal ranks to texts that are equal there. It is
/// passed in, because the tables for it are the browser's.
pub type Rank<'a> = &'a dyn Fn(&[&str]) -> Vec<u32>;

/// Stands between two texts of one entry.
const BETWEEN: char = '\u{0}';

impl Roster {
    /// A list that nobody has searched yet.
    pub fn new(entries: Arc<Vec<Entry>>) -> Self {
        Self { entries, texts: OnceLock::new() }
    }

    /// Reads every entry for the search, which the first one does otherwise: time enough after the rows are on screen.
    pub fn prepare(&self, lower: Lower<'_>) {
        self.texts(lower);
    }

    fn texts(&self, lower: Lower<'_>) -> &[String] {
        self.texts.get_or_init(|| self.entries.iter().map(|entry| lower(&searched(entry))).collect())
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether it would be the same of these entries.
    pub fn is_of(&self, entries: &Arc<Vec<Entry>>) -> bool {
        Arc::ptr_eq(&self.entries, entries) || self.entries == *entries
    }

    /// An entry by its place in the server's order.
    pub fn get(&self, at: u32) -> Option<&Entry> {
        self.entries.get(usize::try_from(at).ok()?)
    }

    /// Of some places those of the entries in whose names, people, descriptions and roles the filter stands. Of what
    /// cannot be read nothing is known, so it is there while nothing is searched for.
    pub fn matching(&self, among: &[u32], filter: &str, lower: Lower<'_>) -> Vec<u32> {
        let filter = lower(filter.trim());
        if filter.is_empty() {
            return among.to_vec();
        }
        let texts = self.texts(lower);
        let text = |at: u32| usize::try_from(at).ok().and_then(|at| texts.get(at));
        among.iter().copied().filter(|at| text(*at).is_some_and(|text| text.contains(&filter))).collect()
    }

    /// The places of all entries in an order; none is the server's, which also holds between entries that are equal, and
    /// between those that cannot be read, which come last.
    pub fn in_order(&self, order: Option<Order>, now: Timestamp, rank: Rank<'_>) -> Vec<u32> {
        let places = (0..).zip(self.entries.iter()).map(|(at, _)| at);
        let Some(order) = order else { return places.collect() };
        let credentials: Vec<Option<&Credential>> = self.entries.iter().map(readable).collect();
        let of = |text: fn(&Credential) -> &str| {
            let texts: Vec<&str> = credentials.iter().map(|known| known.map_or("", text)).collect();
            rank(&texts).into_iter().map(i64::from).collect()
        };
        let each = |key: &dyn Fn(&Credential) -> i64| credentials.iter().map(|known| known.map_or(0, key)).collect();
        let keys: Vec<i64> = match order.column {
            Column::Name => of(|credential| &credential.name),
            Column::Person => of(|credential| &credential.full_name),
            Column::Description => of(|credential| &credential.description),
            Column::State => each(&|credential| urgency(credential.state(now))),
            Column::Expires => each(&|credential| end(&credential.expiry)),
        };
        let mut keyed: Vec<(bool, i64, u32)> = (places.zip(&credentials).zip(keys))
            .map(|((at, known), key)| (known.is_none(), if order.descending { -key } else { key }, at))
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, _, at)| at).collect()
    }
}

fn readable(entry: &Entry) -> Option<&Credential> {
    match entry {
        Entry::Readable(credential) => Some(credential),
        Entry::Unreadable(_) => None,
    }
}

fn searched(entry: &Entry) -> String {
    let Entry::Readable(credential) = entry else { return String::new() };
    let Credential { name, full_name, email, description, roles, .. } = credential;
    let mut all = String::new();
    for text in [name, full_name, email, description].into_iter().chain(roles) {
        all.push_str(text);
        all.push(BETWEEN);
    }
    all
}

/// What wants attention first comes first.
fn urgency(state: State) -> i64 {
    match state {
        State::Expired => 0,
        State::ExpiresSoon => 1,
        State::Unsure => 2,
        State::Active => 3,
        State::Disabled => 4,
    }
}

/// An end that cannot be read comes after every end that can, and none at all after both.
fn end(expiry: &Expiry) -> i64 {
    match expiry {
        Expiry::At(end, _) => end.milliseconds(),
        Expiry::Unreadable(_) => i64::MAX - 1,
        Expiry::Never => i64::MAX,
    }
}

#[cfg(test)]
mod tests;
