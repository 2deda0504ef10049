//! What of a list is shown: what is searched for, in which order, and which entries that leaves.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use rekey_core::roster::{Order, Roster};

use super::rows::Shown;
use crate::console::Console;
use crate::page::Place;
use crate::records::Listing;
use crate::view::Window;
use crate::{clock, text};

/// When a list is read for the search: its rows are on screen by then, and nobody has found the field yet.
const AFTER_THE_ROWS: Duration = Duration::from_millis(50);

/// How one looks through a list; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Looking {
    /// What is searched for.
    pub(super) filter: RwSignal<String>,
    /// In which order; none is the server's.
    pub(super) order: RwSignal<Option<Order>>,
    /// What that leaves, once the list was read.
    pub(super) shown: Memo<Option<Shown>>,
}

impl Looking {
    /// As the address says, else as the list was left.
    pub(super) fn new(console: Console, place: &Place, listing: ArcRwSignal<Listing>) -> Self {
        let left = console.browsing.at(place);
        let filter = RwSignal::new(left.filter);
        let order = RwSignal::new(untrack(|| console.navigation.order()).or(left.order));
        // A list that was read again and is the same stays the same rows: whoever is among them keeps the focus.
        let roster = Memo::new(move |before: Option<&Option<Arc<Roster>>>| {
            let entries = listing.with(|listing| listing.entries.clone())?;
            let same = before.and_then(Option::as_ref).filter(|roster| roster.is_of(&entries));
            Some(same.cloned().unwrap_or_else(|| Arc::new(Roster::new(entries))))
        });
        Effect::new(move |_| {
            if let Some(roster) = roster.get() {
                set_timeout(move || roster.prepare(&text::lower), AFTER_THE_ROWS);
            }
        });
        let places = Memo::new(move |_| {
            let order = order.get();
            roster.with(|roster| roster.as_ref().map(|roster| roster.in_order(order, clock::now(), &text::rank)))
        });
        let shown = Memo::new(move |_| {
            let (roster, places) = (roster.get()?, places.get()?);
            let places = filter.with(|filter| roster.matching(&places, filter, &text::lower));
            Some(Shown { roster, places: places.into() })
        });
        Self { filter, order, shown }
    }

    /// How many entries are left.
    pub(super) fn count(self) -> usize {
        self.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.places.len()))
    }

    /// Fills a window with what is shown, and remembers how one looks through the list.
    pub(super) fn follow(self, console: Console, place: &Place, window: Window) {
        let Self { filter, order, shown } = self;
        let top = console.browsing.at(place).top;
        Effect::new(move |was_there: Option<bool>| {
            let count = shown.with(|shown| shown.as_ref().map(|shown| shown.places.len()));
            let is_there = window.body.get().is_some() && count.is_some();
            window.show(count.unwrap_or_default());
            let was_there = was_there == Some(true);
            if is_there && !was_there && top > 0 {
                window.scroll_to(top);
            }
            is_there || was_there
        });
        // Somebody may write another order into the address. Without one it says nothing: it belongs to another page then.
        Effect::new(move |_| {
            if let Some(wanted) = console.navigation.order() {
                order.set(Some(wanted));
            }
        });
        let at = place.clone();
        Effect::new(move |before: Option<(String, Option<Order>)>| {
            let now = (filter.get(), order.get());
            console.navigation.show_order(&at.credentials(), now.1);
            console.browsing.change(&at, |browse| (browse.filter, browse.order) = now.clone());
            if before.is_some_and(|before| before != now) {
                window.scroll_to(0);
            }
            now
        });
    }
}
