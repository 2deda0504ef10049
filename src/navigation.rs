//! Where one is, and how one gets elsewhere. On a page of its own the address follows (`addresses="hash"`); inside a
//! portal the page lives in memory and the host's address is left alone (design.md 5).

use leptos::prelude::*;
use rekey_core::language::Language;
use rekey_core::roster::Order;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::drafts::Drafts;
use crate::language;
use crate::leaving::{Departure, Leaving};
use crate::page::{self, Page};

/// The current page.
#[derive(Debug, Clone, Copy)]
pub struct Navigation {
    /// What keeps a form from being left by accident.
    pub leaving: Leaving,
    page: RwSignal<Page>,
    order: RwSignal<Option<Order>>,
    addresses: bool,
}

impl Navigation {
    /// Starts with a page; without one it starts at the page's address, which follows from then on.
    pub fn new(first: Option<Page>, drafts: Drafts) -> Self {
        let addresses = first.is_none();
        let (page, order) = first.map_or_else(from_address, |page| (page, None));
        Self { leaving: Leaving::new(drafts), page: RwSignal::new(page), order: RwSignal::new(order), addresses }
    }

    /// The current page, and again when it changes.
    pub fn page(self) -> Page {
        self.page.get()
    }

    /// Whether the page's own address and title follow.
    pub fn follows_address(self) -> bool {
        self.addresses
    }

    /// Goes to a page, unless a form would lose something by it: then the person is asked first.
    pub fn go(self, page: Page) {
        if self.addresses {
            // The address is the one source: its change event sets the page.
            set_address(&page);
        } else {
            self.arrive(page);
        }
    }

    /// How the list of the current page shall be put in order, if the address says so, and again when that changes.
    pub fn order(self) -> Option<Order> {
        self.order.get()
    }

    /// Says in the address how the list of a page is put in order. It is the same place, so Back leads past it.
    pub fn show_order(self, page: &Page, order: Option<Order>) {
        if !self.addresses || order == self.order.get_untracked() {
            return;
        }
        self.order.set(order);
        let address = order.map_or_else(|| page.to_string(), |order| format!("{page}?sort={order}"));
        let history = web_sys::window().and_then(|window| window.history().ok());
        let _ = history.map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }

    /// Speaks another language, which makes the page anew; a form that would lose something by it asks first.
    pub fn speak(self, language: Language) {
        if !self.leaving.ask(Departure::Language(language)) {
            language::choose(language);
        }
    }

    fn arrive(self, page: Page) {
        let here = self.page.try_get_untracked();
        if here.as_ref() == Some(&page) || !self.leaving.ask(Departure::Page(page.clone())) {
            let _ = self.page.try_set(page);
            return;
        }
        // The address has changed already, by a link or by the browser's own buttons: it goes back to the form's.
        if let (true, Some(here)) = (self.addresses, here) {
            set_address(&here);
        }
    }

    /// Follows the address until the console is taken away.
    pub fn follow(self) {
        if !self.addresses {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let listener = Closure::<dyn FnMut()>::new(move || {
            let (page, order) = from_address();
            let _ = self.order.try_set(order);
            self.arrive(page);
        });
        let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        let listener = StoredValue::new_local((window, listener));
        on_cleanup(move || {
            listener.try_with_value(|(window, listener)| {
                let _ = window.remove_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
            });
        });
    }
}

fn set_address(page: &Page) {
    let _ = web_sys::window().map(|window| window.location().set_hash(&page.to_string()));
}

fn from_address() -> (Page, Option<Order>) {
    let fragment = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    (Page::parse(&fragment), page::order(&fragment))
}
