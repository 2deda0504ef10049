//! The credentials as they were last read, by place. Reads carry a number, so that an older answer never replaces a
//! newer one and none that began before a write outlives it (F-07).

mod listing;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::operation::{List, Looked};
use rekey_core::outcome::ReadFailure;

use crate::console::Console;
use crate::page::Place;
use crate::{clock, runner, task};

pub use listing::Listing;

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

    /// A record as it stood a few seconds ago at most, for the comparing read.
    pub fn fresh(self, place: &Place, id: &str) -> Option<Looked> {
        self.listing(place).with_untracked(|listing| listing.fresh(id, clock::milliseconds()))
    }

    /// Reads a place again; does nothing while a read is on its way. A refused token ends the session of a page that shows
    /// no form.
    pub fn refresh(self, console: Console, place: &Place) {
        let listing = self.listing(place);
        let is_busy = listing.with_untracked(Listing::is_busy);
        let Some((connection, access)) = console.signed_in(&place.connection).filter(|_| !is_busy) else { return };
        // At once, so that the next press finds it on its way (X27).
        let number = listing.try_update(Listing::begin).unwrap_or_default();
        let (session, started) = (console.sessions.number(), clock::milliseconds());
        let list = List::new(connection.dialect, access, place.scope.clone(), runner::seed());
        let place = place.clone();
        spawn_local(async move {
            let waits = |until| listing.update(|listing| listing.waits_until = Some(until));
            let result = runner::list(console, &connection, list, waits).await;
            let ended = ends_session(console, &place, session, result.as_ref().err());
            listing.update(|listing| listing.settle(number, started, (!ended).then_some(result)));
        });
    }

    /// Looks at one record in the background; does nothing while a read is on its way.
    pub fn prepare(self, console: Console, place: &Place, id: &str) {
        if !self.listing(place).with_untracked(Listing::is_busy) {
            let (place, id) = (place.clone(), id.to_owned());
            spawn_local(async move { self.look(console, &place, &id).await });
        }
    }

    /// Looks at one record and waits for the end.
    pub async fn look(self, console: Console, place: &Place, id: &str) {
        let listing = self.listing(place);
        let Some((connection, access)) = console.signed_in(&place.connection) else { return };
        let dialect = connection.dialect;
        let request = match dialect.look(&access, &place.scope, id) {
            Ok(request) => request,
            Err(problem) => return listing.update(|listing| listing.failure = Some(ReadFailure::Address(problem))),
        };
        let (session, started) = (console.sessions.number(), clock::milliseconds());
        let number = listing.try_update(Listing::begin).unwrap_or_default();
        // What is known already, such as the result of a write, is shown before anything else is asked for.
        task::painted().await;
        let reply = runner::read(console, &connection, request).await;
        let result = dialect.interpret_look(reply, id);
        let ended = ends_session(console, place, session, result.as_ref().err());
        listing.update(|listing| listing.settle_look(number, started, id, (!ended).then_some(result)));
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

fn ends_session(console: Console, place: &Place, session: u32, failure: Option<&ReadFailure>) -> bool {
    failure.is_some_and(|failure| console.ends_session(&place.connection, session, failure))
}
