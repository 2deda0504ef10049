//! Keys for what one does often (UX-57). Single keys do something only while no field has the focus and nobody has
//! switched them off (WCAG 2.1.4). What a key presses says so itself, by `aria-keyshortcuts`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, HtmlElement, HtmlFormElement, KeyboardEvent};

use crate::console::Console;

/// Opens the choices and the list of keys.
const HELP: &str = "?";

/// Goes to the field that filters a list.
pub const FILTER: &str = "/";

/// Reads a list again.
pub const REFRESH: &str = "r";

/// One level up.
pub const UP: &str = "u";

/// Makes a new secret.
pub const GENERATE: &str = "g";

/// Listens for as long as a page behind the sign-in is there: in the whole window where that is ours, else within the
/// console alone.
pub fn listen(console: Console) {
    let Some(root) = console.display.root() else { return };
    let own_page = console.navigation.follows_address().then(|| web_sys::window().map(EventTarget::from)).flatten();
    let target = own_page.unwrap_or_else(|| EventTarget::from(root.clone()));
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if !event.default_prevented() && !event.is_composing() && pressed(console, &root, &event) {
            event.prevent_default();
        }
    });
    let _ = target.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    let listening = StoredValue::new_local((target, listener));
    on_cleanup(move || {
        listening.try_with_value(|(target, listener)| {
            let _ = target.remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        });
    });
}

/// Does what a key is for; says whether it was for anything.
fn pressed(console: Console, root: &HtmlElement, event: &KeyboardEvent) -> bool {
    let Ok(at) = event.composed_path().get(0).dyn_into::<Element>() else { return false };
    let key = event.key();
    let with_command = event.ctrl_key() || event.meta_key();
    if key == "Enter" && with_command && !event.alt_key() {
        return send(root, &at);
    }
    let is_field = at.matches("input, textarea, select, [contenteditable]").unwrap_or(true);
    let is_dialog_open = root.query_selector("dialog[open]").ok().flatten().is_some();
    if with_command || event.alt_key() || is_field || is_dialog_open || !console.display.hears_keys() {
        return false;
    }
    match key.as_str() {
        HELP => console.display.opened.set(true),
        FILTER | REFRESH | UP | GENERATE => return press(root, &key),
        _ => return false,
    }
    true
}

/// Sends the form that has the focus, also from a text area, where Enter alone makes a line.
fn send(root: &HtmlElement, at: &Element) -> bool {
    let form = at.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let Some(form) = form.filter(|form| root.contains(Some(form))) else { return false };
    form.request_submit().is_ok()
}

fn press(root: &HtmlElement, key: &str) -> bool {
    let selector = ["[aria-keyshortcuts=\"", key, "\"]"].concat();
    let target = root.query_selector(&selector).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    // A press by script reaches what nobody could press: while a write is on its way, or a sign-in is asked for.
    let Some(target) = target.filter(|target| matches!(target.closest("[inert], [hidden]"), Ok(None))) else {
        return false;
    };
    if target.matches("input").unwrap_or_default() {
        let _ = target.focus();
    } else {
        target.click();
    }
    true
}
