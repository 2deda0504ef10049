//! The clipboard: written on a press only, and never read (S-11).

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlDocument};
use zeroize::Zeroizing;

/// Puts a text into the clipboard; says whether that worked. It must be called within the press itself: a browser
/// refuses it later. Outside a secure context there is no clipboard at all.
pub fn write(text: &str) -> impl Future<Output = bool> + use<> {
    let window = web_sys::window().filter(web_sys::Window::is_secure_context);
    let promise = window.map(|window| window.navigator().clipboard().write_text(text));
    async move {
        match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }
}

/// The same by the older way, which also works where the newer one is not there or not allowed (UX-25): the browser is
/// told to copy, and what it was about to copy is replaced. The text stands in no element for it.
pub fn write_by_command(text: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok()) else { return false };
    let (text, written) = (Zeroizing::new(text.to_owned()), Rc::new(Cell::new(false)));
    let replaced = written.clone();
    let replace = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        let data = event.clipboard_data();
        replaced.set(data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()));
        event.prevent_default();
        event.stop_propagation();
    });
    let listener = replace.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback_and_bool("copy", listener, true);
    let done = document.exec_command("copy").unwrap_or_default();
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    done && written.get()
}
