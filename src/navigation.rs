//! Where one is, and how one gets elsewhere. On a page of its own the address follows (`addresses="hash"`); inside a
//! portal the page lives in memory and the host's address is left alone (design.md 5).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::page::Page;

/// The current page.
#[derive(Debug, Clone, Copy)]
pub struct Navigation {
    page: RwSignal<Page>,
    addresses: bool,
}

impl Navigation {
    /// Starts at the address, or at the connections.
    pub fn new(addresses: bool) -> Self {
        Self { page: RwSignal::new(if addresses { from_address() } else { Page::Connections }), addresses }
    }

    /// The current page, and again when it changes.
    pub fn page(self) -> Page {
        self.page.get()
    }

    /// Whether the page's own address and title follow.
    pub fn follows_address(self) -> bool {
        self.addresses
    }

    /// Goes to a page.
    pub fn go(self, page: Page) {
        if self.addresses {
            // The address is the one source: its change event sets the page.
            let _ = web_sys::window().map(|window| window.location().set_hash(&page.to_string()));
        } else {
            self.page.set(page);
        }
    }

    /// Follows the address until the console is taken away.
    pub fn follow(self) {
        if !self.addresses {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let listener = Closure::<dyn FnMut()>::new(move || {
            let _ = self.page.try_set(from_address());
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

fn from_address() -> Page {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Page::parse(&hash.unwrap_or_default())
}
