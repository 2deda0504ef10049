//! The credentials as they were last read, by place. Reads carry a number, so that an older answer never replaces a
//! newer one and none that began before a write outlives it (F-07).

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::credential::{Credential, Entry};
use rekey_core::outcome::ReadFailure;

use crate::console::Console;
use crate::page::Place;
use crate::transport::Stop;
use crate::{clock, runner};

/// How old a read may be and still stand for the comparing read of a write, in milliseconds (design.md 3).
const FRESH: f64 = 5000.0;

/// What is known of one place.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The last list that was read whole.
    pub entries: Option<Arc<Vec<Entry>>>,
    /// Why the latest read gave none.
    pub failure: Option<ReadFailure>,
    started: f64,
    newest_started: u32,
    newest_settled: u32,
}

impl Listing {
    /// Whether a read is on its way whose answer will be shown.
    pub fn is_busy(&self) -> bool {
        self.newest_started > self.newest_settled
    }

    /// A record by its id.
    pub fn find(&self, id: &str) -> Option<Credential> {
        Entry::find(self.entries.as_deref()?, id).cloned()
    }

    /// A read begins; its number goes back into [`Self::settle`].
    fn begin(&mut self) -> u32 {
        self.newest_started += 1;
        self.newest_started
    }

    /// A read ended. An answer that is older than the one shown, or than a write, changes nothing (I7). Nothing in place
    /// of an answer means that the sign-in asks for attention, and the list needs no failure of its own.
    fn settle(&mut self, number: u32, started: f64, answer: Option<Result<Vec<Entry>, ReadFailure>>) {
        if number <= self.newest_settled {
            return;
        }
        self.newest_settled = number;
        match answer {
            Some(Ok(entries)) => {
                (self.entries, self.failure, self.started) = (Some(Arc::new(entries)), None, started);
            }
            Some(Err(failure)) => self.failure = Some(failure),
            None => {}
        }
    }

    /// A write ended: what was read before it, or is being read now, is no longer the newest truth.
    fn outdate(&mut self) {
        self.newest_settled = self.begin();
        self.started = 0.0;
    }
}

/// All listings.
#[derive(Debug, Clone, Copy)]
pub struct Records(StoredValue<Vec<(Place, ArcRwSignal<Listing>)>>);

impl Records {
    /// Nothing is known.
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// The listing of a place; empty until it is read.
    pub fn listing(self, place: &Place) -> ArcRwSignal<Listing> {
        let known = self.0.try_update_value(|listings| {
            let known = listings.iter().find(|(at, _)| at == place).map(|(_, listing)| listing.clone());
            known.unwrap_or_else(|| {
                let listing = ArcRwSignal::new(Listing::default());
                listings.push((place.clone(), listing.clone()));
                listing
            })
        });
        known.unwrap_or_default()
    }

    /// The list as it was read a few seconds ago at most, for the comparing read.
    pub fn fresh(self, place: &Place) -> Option<Vec<Entry>> {
        let listing = self.listing(place).get_untracked();
        let young = clock::milliseconds() - listing.started <= FRESH;
        listing.entries.filter(|_| young && listing.failure.is_none()).map(|entries| entries.as_ref().clone())
    }

    /// Reads a place again; does nothing while a read is on its way.
    pub fn refresh(self, console: Console, place: &Place) {
        if !self.listing(place).with_untracked(Listing::is_busy) {
            let place = place.clone();
            spawn_local(async move { self.read(console, &place).await });
        }
    }

    /// Reads a place and waits for the end. A refused token ends the session of a page that shows no form.
    pub async fn read(self, console: Console, place: &Place) {
        let listing = self.listing(place);
        let Some((connection, access)) = console.signed_in(&place.connection) else { return };
        let dialect = connection.dialect;
        let request = match dialect.list(&access, &place.scope) {
            Ok(request) => request,
            Err(problem) => return listing.update(|listing| listing.failure = Some(ReadFailure::Address(problem))),
        };
        let session = console.sessions.number();
        let started = clock::milliseconds();
        let number = listing.try_update(Listing::begin).unwrap_or_default();
        let reply = runner::read(&connection.base_url, request, &Stop::default()).await;
        let result = dialect.interpret_list(reply);
        let failure = result.as_ref().err();
        let ended = failure.is_some_and(|failure| console.ends_session(&place.connection, session, failure));
        listing.update(|listing| listing.settle(number, started, (!ended).then_some(result)));
    }

    /// A write to a place ended.
    pub fn outdate(self, place: &Place) {
        self.listing(place).update(Listing::outdate);
    }

    /// Forgets a connection's records after a sign-out.
    pub fn forget(self, connection: &str) {
        self.0.try_update_value(|listings| listings.retain(|(place, _)| place.connection != connection));
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;
    use rekey_core::credential::Entry;

    fn list(text: &str) -> Vec<Entry> {
        vec![Entry::Unreadable(text.to_owned())]
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
        assert!(!listing.is_busy(), "a late answer must not leave the list waiting for ever");
    }

    #[test]
    fn the_list_waits_while_a_read_is_on_its_way() {
        let mut listing = Listing::default();
        let number = listing.begin();
        assert!(listing.is_busy());
        listing.settle(number, 1.0, None);
        assert!(!listing.is_busy() && listing.entries.is_none() && listing.failure.is_none());
    }
}
