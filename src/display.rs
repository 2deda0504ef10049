//! How this console looks and listens, for as long as the tab is open: nothing of it is stored (UX-55, UX-57, M).

use leptos::prelude::*;
use rekey_core::display::{Choice, Density, Display, Presenter, Shortcuts, Theme};
use web_sys::{Element, HtmlElement};

use crate::dom;
use crate::embed::Host;

/// What is chosen; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Displaying {
    chosen: RwSignal<Display>,
    /// Whether the dialog with the choices is open.
    pub opened: RwSignal<bool>,
    root: StoredValue<Option<HtmlElement>, LocalStorage>,
    host: Host,
}

impl Displaying {
    /// As configured.
    pub fn new(configured: Display, host: Host) -> Self {
        Self {
            chosen: RwSignal::new(configured),
            opened: RwSignal::new(false),
            root: StoredValue::new_local(None),
            host,
        }
    }

    /// Starts with what the page's own address says (`?presenter=names`), else the attributes of the element around
    /// `root`, else the configuration. From then on those attributes say what is chosen, and the style sheet follows.
    pub fn begin(self, root: &HtmlElement, has_address: bool) {
        self.root.set_value(Some(root.clone()));
        let Some(host) = self.host.element() else { return };
        let query = if has_address { dom::query() } else { String::new() };
        self.chosen.update(|chosen| {
            *chosen = Display {
                theme: begun(&query, &host, "theme").unwrap_or(chosen.theme),
                density: begun(&query, &host, "density").unwrap_or(chosen.density),
                presenter: begun(&query, &host, "presenter").unwrap_or(chosen.presenter),
                shortcuts: begun(&query, &host, "shortcuts").unwrap_or(chosen.shortcuts),
            }
        });
        Effect::new(move |_| self.mark(self.chosen.get()));
    }

    /// The host has set one of those attributes, or taken it away. One that names no choice is put right.
    pub fn follow(self, attribute: &str) {
        let (before, value) = (self.chosen.get_untracked(), self.host.attribute(attribute));
        let after = before.after(attribute, value.as_deref());
        if after == before {
            self.mark(before);
        } else {
            self.chosen.set(after);
        }
    }

    fn mark(self, chosen: Display) {
        let (Some(host), Display { theme, density, presenter, shortcuts: _ }) = (self.host.element(), chosen) else {
            return;
        };
        mark(&host, "theme", theme.name(), Theme::System.name());
        mark(&host, "density", density.name(), Density::Comfortable.name());
        mark(&host, "presenter", presenter.name(), Presenter::Off.name());
    }

    /// The element that the console stands in.
    pub fn root(self) -> Option<HtmlElement> {
        self.root.try_get_value().flatten()
    }

    /// What is chosen, and again when that changes.
    pub fn get(self) -> Display {
        self.chosen.get()
    }

    /// Chooses something else.
    pub fn choose(self, choose: impl FnOnce(&mut Display)) {
        self.chosen.update(choose);
    }

    /// Whether secrets can be neither shown nor copied, and again when that changes.
    pub fn keeps_secrets(self) -> bool {
        self.chosen.try_with(|chosen| chosen.presenter.keeps_secrets()).unwrap_or(true)
    }

    /// The key of something that can be pressed, for those who have it read out; none while keys do nothing.
    pub fn key(self, key: &'static str) -> Option<&'static str> {
        (self.chosen.get().shortcuts == Shortcuts::On).then_some(key)
    }

    /// Whether single keys do something at this moment.
    pub fn hears_keys(self) -> bool {
        self.chosen.try_with_untracked(|chosen| chosen.shortcuts == Shortcuts::On).unwrap_or(false)
    }
}

fn begun<T: Choice>(query: &str, host: &Element, key: &str) -> Option<T> {
    asked(query, key).and_then(T::named).or_else(|| T::named(&host.get_attribute(key)?))
}

/// What an address asks for.
#[inline(never)]
fn asked<'a>(query: &'a str, key: &str) -> Option<&'a str> {
    let members = query.trim_start_matches('?').split('&').filter_map(|member| member.split_once('='));
    members.filter(|(name, _)| *name == key).map(|(_, value)| value).next()
}

/// The attribute says what is chosen; what is usual needs none. One that is right is left alone: the element hears of
/// each that is set.
#[inline(never)]
fn mark(host: &Element, key: &str, name: &str, usual: &str) {
    let wanted = (name != usual).then_some(name);
    if host.get_attribute(key).as_deref() != wanted {
        let _ = wanted.map_or_else(|| host.remove_attribute(key), |name| host.set_attribute(key, name));
    }
}
