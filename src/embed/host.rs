//! The page around a console, as the console knows it: the element, its attributes, and the host's functions, which are
//! values of JavaScript. No rule is here.

use js_sys::Function;
use leptos::prelude::*;
use rekey_core::host::HostSignIn;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::Going;

/// The host; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Host {
    pub(super) outside: StoredValue<Outside, LocalStorage>,
    /// Notifies when the host can sign in from now on or no longer, and when its sign-in goes on.
    pub(super) changes: RwSignal<bool>,
}

/// What is known of it.
#[derive(Debug)]
pub(super) struct Outside {
    element: Option<Element>,
    pub(super) tell: Function,
    pub(super) token: Function,
    gives_tokens: bool,
    /// What lives as long as the console.
    whole: Option<Owner>,
    /// How its sign-in stands, by the connection's id.
    pub(super) sign_ins: Vec<(String, HostSignIn)>,
    /// The writes that are on their way.
    pub(super) writes: Vec<Going>,
    /// Whether the host was told that leaving would lose something; nothing while nobody follows that.
    pub(super) was_dirty: Option<bool>,
}

impl Host {
    /// The host of a console in `root`. `tell` takes the name and the detail of an event; `token` takes the id of a
    /// connection and a reason, and its promise brings a token, or nothing.
    pub fn new(root: &HtmlElement, tell: Function, token: Function) -> Self {
        let shadow = root.get_root_node().dyn_into::<ShadowRoot>().ok();
        let outside = Outside {
            element: shadow.map(|shadow| shadow.host()),
            tell,
            token,
            gives_tokens: false,
            whole: Owner::current(),
            sign_ins: Vec::new(),
            writes: Vec::new(),
            was_dirty: None,
        };
        Self { outside: StoredValue::new_local(outside), changes: RwSignal::new(false) }
    }

    /// The element around the console.
    pub fn element(self) -> Option<Element> {
        self.outside.try_with_value(|outside| outside.element.clone())?
    }

    /// An attribute of that element.
    pub fn attribute(self, name: &str) -> Option<String> {
        self.element()?.get_attribute(name)
    }

    /// Whether the host can sign in, and again when that changes.
    pub fn gives_tokens(self) -> bool {
        self.changes.track();
        self.outside.try_with_value(|outside| outside.gives_tokens).unwrap_or_default()
    }

    /// The host can sign in from now on, or no longer.
    pub fn set_gives_tokens(self, gives_tokens: bool) {
        let before =
            self.outside.try_update_value(|outside| std::mem::replace(&mut outside.gives_tokens, gives_tokens));
        if before != Some(gives_tokens) {
            self.changes.notify();
        }
    }

    /// Does something that belongs to the whole console and not to the page that it is begun from. Nothing once the
    /// console is gone.
    pub fn for_all<T>(self, make: impl FnOnce() -> T) -> Option<T> {
        let whole = self.outside.try_with_value(|outside| outside.whole.clone())??;
        Some(whole.with(make))
    }
}
