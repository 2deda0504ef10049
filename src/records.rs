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
    /// Whether a read is on its way.
    pub busy: bool,
    started: f64,
    newest_started: u32,
    newest_shown: u32,
}

impl Listing {
    /// A record by its id.
    pub fn find(&self, id: &str) -> Option<Credential> {
        Entry::find(self.entries.as_deref()?, id).cloned()
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
        if !self.listing(place).with_untracked(|listing| listing.busy) {
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
        let number = listing.with_untracked(|listing| listing.newest_started) + 1;
        let started = clock::milliseconds();
        listing.update(|listing| (listing.newest_started, listing.busy) = (number, true));
        let reply = runner::read(&connection.base_url, request, &Stop::default()).await;
        let result = dialect.interpret_list(reply);
        let ended = result.as_ref().err().is_some_and(|failure| console.ends_session(&place.connection, failure));
        listing.update(|listing| {
            listing.busy = listing.newest_started > number;
            if number <= listing.newest_shown {
                return;
            }
            listing.newest_shown = number;
            match result {
                Ok(entries) => {
                    (listing.entries, listing.failure, listing.started) = (Some(Arc::new(entries)), None, started);
                }
                // The sign-in says it; the list needs no failure of its own.
                Err(_) if ended => {}
                Err(failure) => listing.failure = Some(failure),
            }
        });
    }

    /// A write ended: what was read before it, or is being read now, is no longer the newest truth.
    pub fn outdate(self, place: &Place) {
        self.listing(place).update(|listing| {
            listing.newest_started += 1;
            listing.newest_shown = listing.newest_started;
            (listing.started, listing.busy) = (0.0, false);
        });
    }

    /// Forgets a connection's records after a sign-out.
    pub fn forget(self, connection: &str) {
        self.0.try_update_value(|listings| listings.retain(|(place, _)| place.connection != connection));
    }
}
