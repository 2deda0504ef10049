//! What is known of one place, and which answer may change it. Pure: it is told the time and sends nothing.

use std::sync::Arc;

use rekey_core::credential::{Credential, Entry};
use rekey_core::operation::Looked;
use rekey_core::outcome::ReadFailure;

/// How old a read may be and still stand for the comparing read of a write, in milliseconds (design.md 3).
const FRESH: f64 = 5000.0;

/// How old a list may be when somebody comes back to it, in milliseconds (X40).
const OLD: f64 = 300_000.0;

/// What is known of one place.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The last list that was read whole.
    pub entries: Option<Arc<Vec<Entry>>>,
    /// Why the latest read gave none.
    pub failure: Option<ReadFailure>,
    /// The names of the records that the last whole list no longer had (X15).
    pub gone: Arc<Vec<String>>,
    /// Until when the server wants to be left alone, while a read waits for that, in milliseconds.
    pub waits_until: Option<f64>,
    started: f64,
    look: Option<Look>,
    newest_started: u32,
    newest_settled: u32,
}

/// The latest look at one record.
#[derive(Debug, Clone)]
struct Look {
    id: String,
    started: f64,
    record: Looked,
}

impl Listing {
    /// Whether a read is on its way whose answer will be shown.
    pub fn is_busy(&self) -> bool {
        self.newest_started > self.newest_settled
    }

    /// A number that changes with every answer, once a list was read.
    pub fn number_of_the_list(&self) -> Option<u32> {
        self.entries.is_some().then_some(self.newest_settled)
    }

    /// A record by its id.
    pub fn find(&self, id: &str) -> Option<Credential> {
        match self.look_at(id) {
            Some(look) => look.record.clone(),
            None => Entry::find(self.entries.as_deref()?, id).cloned(),
        }
    }

    /// Whether a record is known not to be there.
    pub fn is_gone(&self, id: &str) -> bool {
        (self.entries.is_some() || self.look_at(id).is_some()) && self.find(id).is_none()
    }

    /// A record as it stood a few seconds ago at most, for the comparing read.
    pub fn fresh(&self, id: &str, now: f64) -> Option<Looked> {
        let young = |started: f64| is_younger(started, now, FRESH);
        match self.look_at(id) {
            Some(look) if young(look.started) => Some(look.record.clone()),
            Some(_) | None if young(self.started) && self.failure.is_none() => {
                self.entries.as_deref().map(|entries| Entry::find(entries, id).cloned())
            }
            Some(_) | None => None,
        }
    }

    /// Whether the list is worth reading again when somebody comes back to it.
    pub fn is_old(&self, now: f64) -> bool {
        self.entries.is_some() && !is_younger(self.started, now, OLD)
    }

    /// A read begins; its number goes back into [`Self::settle`] or [`Self::settle_look`].
    pub(super) fn begin(&mut self) -> u32 {
        self.newest_started += 1;
        self.newest_started
    }

    /// A read of the list ended. An answer that is older than the one shown, or than a write, changes nothing (I7).
    /// Nothing in place of an answer means that the sign-in asks for attention, and the list needs no failure of its own.
    pub(super) fn settle(&mut self, number: u32, started: f64, answer: Option<Result<Vec<Entry>, ReadFailure>>) {
        if !self.is_newest(number) {
            return;
        }
        match answer {
            Some(Ok(entries)) => {
                self.gone = Arc::new(gone(self.entries.as_deref().map_or(&[], Vec::as_slice), &entries));
                (self.entries, self.failure, self.started) = (Some(Arc::new(entries)), None, started);
                self.look = None;
            }
            Some(Err(failure)) => self.failure = Some(failure),
            None => {}
        }
    }

    /// A look at one record ended, with the same rules. A list that is known shows what the look saw.
    pub(super) fn settle_look(
        &mut self,
        number: u32,
        started: f64,
        id: &str,
        answer: Option<Result<Looked, ReadFailure>>,
    ) {
        if !self.is_newest(number) {
            return;
        }
        match answer {
            Some(Ok(record)) => {
                self.failure = None;
                if let Some(entries) = &mut self.entries {
                    replace(Arc::make_mut(entries), id, record.as_ref());
                }
                self.look = Some(Look { id: id.to_owned(), started, record });
            }
            Some(Err(failure)) => self.failure = Some(failure),
            None => {}
        }
    }

    /// A write ended: what was read before it, or is being read now, is no longer the newest truth.
    pub(super) fn outdate(&mut self) {
        self.newest_settled = self.begin();
        self.started = 0.0;
        self.look = None;
        self.waits_until = None;
    }

    fn is_newest(&mut self, number: u32) -> bool {
        let newest = number > self.newest_settled;
        if newest {
            self.newest_settled = number;
            self.waits_until = None;
        }
        newest
    }

    fn look_at(&self, id: &str) -> Option<&Look> {
        self.look.as_ref().filter(|look| look.id == id)
    }
}

/// A clock that was set back makes everything old: nobody knows then how long ago it was (X33).
fn is_younger(started: f64, now: f64, age: f64) -> bool {
    (0.0..=age).contains(&(now - started))
}

/// The names of what is no longer there. A record that cannot be read may be any of them.
fn gone(before: &[Entry], now: &[Entry]) -> Vec<String> {
    let mut left: Vec<&str> = readable(now).map(|credential| credential.id.as_str()).collect();
    if left.len() < now.len() {
        return Vec::new();
    }
    left.sort_unstable();
    let is_gone = |credential: &&Credential| left.binary_search(&credential.id.as_str()).is_err();
    readable(before).filter(is_gone).map(|credential| credential.name.clone()).collect()
}

fn readable(entries: &[Entry]) -> impl Iterator<Item = &Credential> {
    entries.iter().filter_map(|entry| match entry {
        Entry::Readable(credential) => Some(credential),
        Entry::Unreadable(_) => None,
    })
}

fn replace(entries: &mut Vec<Entry>, id: &str, record: Option<&Credential>) {
    let is_it = |entry: &Entry| matches!(entry, Entry::Readable(credential) if credential.id == id);
    match record {
        None => entries.retain(|entry| !is_it(entry)),
        Some(record) => {
            if let Some(entry) = entries.iter_mut().find(|entry| is_it(entry)) {
                *entry = Entry::Readable(record.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;
    use rekey_core::credential::{Credential, Entry};

    fn list(text: &str) -> Vec<Entry> {
        vec![Entry::Unreadable(text.to_owned())]
    }

    fn record(name: &str) -> Credential {
        Credential { id: "7".to_owned(), name: name.to_owned(), ..Credential::default() }
    }

    fn shown(listing: &Listing) -> Option<Entry> {
        listing.entries.as_ref().and_then(|entries| entries.first().cloned())
    }

    #[test]
    fn an_older_answer_never_replaces_a_newer_one_f07() {
        let mut listing = Listing::default();
        let (slow, quick) = (listing.begin(), listing.begin());
        listing.settle(quick, 2.0, Some(Ok(list("new"))));
        listing.settle(slow, 1.0, Some(Ok(list("old"))));
        assert_eq!(shown(&listing), Some(Entry::Unreadable("new".to_owned())));
        assert!(!listing.is_busy());
    }

    #[test]
    fn a_read_from_before_a_write_is_dropped_and_keeps_nobody_from_reading_again_x26() {
        let mut listing = Listing::default();
        let before = listing.begin();
        listing.outdate();
        assert!(!listing.is_busy(), "its answer will not be shown");
        let after = listing.begin();
        listing.settle(after, 3.0, Some(Ok(list("after the write"))));
        listing.settle(before, 1.0, Some(Ok(list("before the write"))));
        assert_eq!(shown(&listing), Some(Entry::Unreadable("after the write".to_owned())));
    }

    #[test]
    fn a_look_shows_in_the_list_and_never_stands_for_the_whole_of_it_x10() {
        let mut listing = Listing::default();
        let look = listing.begin();
        listing.settle_look(look, 1.0, "7", Some(Ok(Some(record("as it is")))));
        assert_eq!(listing.entries, None);
        assert_eq!(listing.find("7"), Some(record("as it is")));
        let read = listing.begin();
        listing.settle(read, 2.0, Some(Ok(vec![Entry::Readable(record("listed"))])));
        assert_eq!(listing.find("7"), Some(record("listed")), "the newer read wins");
        let look = listing.begin();
        listing.settle_look(look, 3.0, "7", Some(Ok(Some(record("renamed")))));
        assert_eq!(shown(&listing), Some(Entry::Readable(record("renamed"))));
        let look = listing.begin();
        listing.settle_look(look, 4.0, "7", Some(Ok(None)));
        assert!(listing.is_gone("7"));
        assert_eq!(shown(&listing), None);
    }

    #[test]
    fn a_record_is_fresh_for_five_seconds_and_until_the_next_write() {
        let mut listing = Listing::default();
        let look = listing.begin();
        listing.settle_look(look, 1000.0, "7", Some(Ok(Some(record("a")))));
        assert_eq!(listing.fresh("7", 6000.0), Some(Some(record("a"))));
        assert_eq!(listing.fresh("7", 6001.0), None);
        assert_eq!(listing.fresh("8", 1000.0), None);
        listing.outdate();
        assert_eq!(listing.fresh("7", 1000.0), None);
    }

    #[test]
    fn a_clock_that_is_set_back_makes_nothing_fresh_again_x33() {
        let mut listing = Listing::default();
        let (day, noon) = (86_400_000.0, 1_000_000_000.0);
        let read = listing.begin();
        listing.settle(read, noon, Some(Ok(vec![Entry::Readable(record("a"))])));
        assert_eq!(listing.fresh("7", noon), Some(Some(record("a"))));
        for wrong in [noon - day, noon + day, 0.0] {
            assert_eq!(listing.fresh("7", wrong), None);
            assert!(listing.is_old(wrong));
        }
        assert!(!listing.is_old(noon + 60_000.0));
    }

    #[test]
    fn what_a_list_no_longer_has_is_told_by_name_until_the_next_one_x15() {
        let named = |id: &str, name: &str| {
            Entry::Readable(Credential { id: id.to_owned(), name: name.to_owned(), ..Credential::default() })
        };
        let mut listing = Listing::default();
        let lists = [
            (vec![named("1", "a"), named("2", "b"), named("3", "c")], vec![]),
            (vec![named("3", "renamed")], vec!["a", "b"]),
            (vec![named("3", "renamed"), named("1", "a")], vec![]),
            (list("a record that may be any of them"), vec![]),
        ];
        for (at, (entries, gone)) in lists.into_iter().enumerate() {
            let read = listing.begin();
            listing.settle(read, 1.0, Some(Ok(entries)));
            assert_eq!(*listing.gone, gone, "{at}");
        }
    }
}
