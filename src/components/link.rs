//! Links between pages.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::console::Console;
use crate::page::Page;
use crate::view::{Fixed, Value, View, view};

/// A link to a page. On a page of its own it is an ordinary link to its address; in a portal it changes the page and
/// leaves the host's address alone.
#[component]
pub fn PageLink(
    /// Where it leads.
    to: Page,
    /// Its look; none is a plain link.
    #[prop(optional)]
    class: &'static str,
    /// Whether it leads to where one is.
    #[prop(optional, into)]
    current: Option<Signal<bool>>,
    /// The key that presses it; empty is none.
    #[prop(optional)]
    key: &'static str,
    /// Its words.
    children: View,
) -> View {
    let Console { navigation, display, .. } = Console::here();
    let address = to.to_string();
    let go = move |event: MouseEvent| {
        if !navigation.follows_address() {
            event.prevent_default();
            navigation.go(to.clone());
        }
    };
    // Most links have neither, and a long list has many: what never changes is not followed.
    let current = current.map_or(Fixed::Yes(None), |current| (move || current.get().then_some("page")).value());
    let keys = if key.is_empty() { Fixed::Yes(None) } else { (move || display.key(key)).value() };
    view! {
        <a href=address class=class on:click=go aria-current=current aria-keyshortcuts=keys>
            {children}
        </a>
    }
}
