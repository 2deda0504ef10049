//! The few things that are done to the document by hand.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;
use rekey_core::host::{self, Focus};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element, HtmlElement, Node};

/// Names the page in the browser's tab. Only a page of its own has a title to name (E-06).
pub fn set_title(title: Option<&str>) {
    if let (Some(title), Some(document)) = (title, web_sys::window().and_then(|window| window.document())) {
        document.set_title(title);
    }
}

/// Marks the page with the language of what is on it. Only a page of its own has a mark to set (E-06).
pub fn set_language(tag: Option<&str>) {
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    if let (Some(tag), Some(page)) = (tag, page) {
        let _ = page.set_attribute("lang", tag);
    }
}

/// The languages of the browser, the best first.
pub fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    (0..languages.length()).filter_map(|index| languages.get(index).as_string()).collect()
}

/// What stands behind the question mark of the page's address, with it.
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The scheme, host and port that the page came from.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Whether the page is inside another one.
pub fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    member(&window, "parent") != JsValue::from(window)
}

/// Gives an element the focus, so that it is read out; never when that would take it from the page around the console, or
/// when nobody has used the console yet (E-06).
pub fn take_focus(element: &HtmlElement) {
    let shadow = JsValue::from(element.get_root_node());
    let is_there = |value: &JsValue| !value.is_null() && !value.is_undefined();
    let page = web_sys::window().and_then(|window| window.document()).map(JsValue::from).unwrap_or_default();
    let (own, active, body) = (member(&shadow, "activeElement"), member(&page, "activeElement"), member(&page, "body"));
    let focus = if is_there(&own) {
        Focus::Inside
    } else if is_there(&active) && active != body {
        Focus::Outside
    } else {
        Focus::Nowhere
    };
    // The element marks what its console stands in when that is used first.
    let was_inside = matches!(element.closest("[data-used]"), Ok(Some(_)));
    if host::may_take_focus(focus, was_inside) {
        let _ = element.focus();
    }
}

fn member(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Moves the focus to an element by its id, in the same shadow root as `near`.
pub fn focus(near: &Node, id: &str) {
    let root = near.get_root_node();
    let found = match root.dyn_ref::<DocumentFragment>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => root.dyn_ref::<web_sys::Document>().and_then(|document| document.get_element_by_id(id)),
    };
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        take_focus(&element);
    }
}

/// Switches off the correction of what is typed, for which Leptos knows no attribute (UX-2).
pub fn leave_spelling_alone(node: NodeRef<Input>) {
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            let _ = input.set_attribute("autocorrect", "off");
        }
    });
}

/// Tells password managers that a field holds no login (ux.md 4a.4).
pub fn keep_managers_away<E>(node: NodeRef<E>)
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    Effect::new(move |_| {
        if let Some(field) = node.get() {
            let field: &Element = field.unchecked_ref();
            let hints = ["data-1p-ignore", "data-bwignore", "data-lpignore", "data-protonpass-ignore"];
            for hint in hints {
                let _ = field.set_attribute(hint, "true");
            }
            let _ = field.set_attribute("data-form-type", "other");
        }
    });
}

/// Empties every field that holds a secret below an element, at once: when a page is put away there is no later (S-03).
pub fn wipe_secrets(below: &Element) {
    let Ok(fields) = below.query_selector_all("[data-secret]") else { return };
    for index in 0..fields.length() {
        let Some(field) = fields.item(index) else { continue };
        if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
            input.set_value("");
        } else if let Some(area) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
            area.set_value("");
        }
    }
}
