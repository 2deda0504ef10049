//! The few things that are done to the document by hand.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, HtmlElement, Node};

/// Names the page in the browser's tab. Only a page of its own has a title to name (E-06).
pub fn set_title(title: Option<&str>) {
    if let (Some(title), Some(document)) = (title, web_sys::window().and_then(|window| window.document())) {
        document.set_title(title);
    }
}

/// Moves the focus to an element by its id, in the same shadow root as `near`.
pub fn focus(near: &Node, id: &str) {
    let root = near.get_root_node();
    let found = match root.dyn_ref::<DocumentFragment>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => root.dyn_ref::<web_sys::Document>().and_then(|document| document.get_element_by_id(id)),
    };
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
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

/// Empties every field that holds a secret below an element, at once: when a page is put away there is no later (S-03).
pub fn wipe_secrets(below: &Element) {
    let Ok(fields) = below.query_selector_all("[data-secret]") else { return };
    for index in 0..fields.length() {
        if let Some(field) = fields.item(index).and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            field.set_value("");
        }
    }
}
