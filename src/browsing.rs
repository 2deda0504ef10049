//! How one looks through the lists: what is searched for, in which order, and how far one has scrolled. It lasts as long
//! as the tab, so that one comes back from a form to where one was. What is searched for stands in no address (P-06).

use leptos::prelude::*;
use rekey_core::roster::Order;

use crate::page::Place;

/// How one looks through one list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Browse {
    /// What is searched for.
    pub filter: String,
    /// In which order; none is the server's.
    pub order: Option<Order>,
    /// How far one has scrolled in a long list, in pixels.
    pub top: i32,
}

/// All lists; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Browsing(StoredValue<Vec<(Place, Browse)>>);

impl Browsing {
    /// No list was looked through.
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    /// How a list was left.
    pub fn at(self, place: &Place) -> Browse {
        let known = |lists: &Vec<(Place, Browse)>| {
            lists.iter().find(|(at, _)| at == place).map(|(_, browse)| browse.clone()).unwrap_or_default()
        };
        self.0.try_with_value(known).unwrap_or_default()
    }

    /// Remembers something of it.
    pub fn change(self, place: &Place, change: impl FnOnce(&mut Browse)) {
        self.0.try_update_value(|lists| {
            if !lists.iter().any(|(at, _)| at == place) {
                lists.push((place.clone(), Browse::default()));
            }
            lists.iter_mut().find(|(at, _)| at == place).map(|(_, browse)| change(browse))
        });
    }

    /// Forgets a connection's lists after a sign-out.
    pub fn forget(self, connection: &str) {
        self.0.try_update_value(|lists| lists.retain(|(place, _)| place.connection != connection));
    }
}
