//! What the custom element calls: the only way into the module.

use wasm_bindgen::prelude::*;

use crate::app::{App, Start};
use crate::language;
use crate::later;
use crate::pages::stop::Cause;
use crate::view::{self, view};

/// A running console. Freeing it takes the console out of the page and drops what it held.
#[wasm_bindgen]
pub struct Mounted {
    _mount: view::Mount,
}

/// Called once per module, before anything is mounted. `fatal` is called without arguments when the module panics;
/// after that nothing may call into the module again (F-14). `load_later` loads the second part of the program; its
/// promise brings nothing, or the code of a failure. `load_language` loads the words of a language by its tag; its
/// promise brings the text, or nothing.
#[wasm_bindgen]
pub fn start(fatal: js_sys::Function, load_later: js_sys::Function, load_language: js_sys::Function) {
    later::set_loader(load_later);
    language::set_loader(load_language);
    std::panic::set_hook(Box::new(move |information| {
        report(information);
        let _ = fatal.call0(&JsValue::NULL);
    }));
}

/// Puts a console into `root`, an empty element inside the shadow root.
///
/// - `configuration`: the text of the configuration, or nothing if it could not be had.
/// - `fault`: why it could not be had: `missing` (404), `unreachable`, `too-large`, or nothing.
/// - `address`: the absolute address of the configuration, shown on the stop screen.
/// - `assets`: the absolute address of the folder with the console's own files, ending with a slash.
/// - `addresses`: whether the console may use the fragment of the page's address (`addresses="hash"`).
#[wasm_bindgen]
pub fn mount(
    root: web_sys::HtmlElement,
    configuration: Option<String>,
    fault: Option<String>,
    address: String,
    assets: String,
    addresses: bool,
) -> Mounted {
    let cause = match fault.as_deref() {
        Some("missing") => Cause::Missing,
        Some("too-large") => Cause::TooLarge,
        _ => Cause::Unreachable,
    };
    let start = Start { configuration: configuration.ok_or(cause), address, assets, addresses };
    let marked = root.clone();
    Mounted { _mount: view::mount(&root, || view! { <App start root=marked/> }) }
}

/// A release says where it happened and no more: a message may hold a value (P-02). While developing, all of it helps.
fn report(information: &std::panic::PanicHookInfo<'_>) {
    if cfg!(debug_assertions) {
        console_error_panic_hook::hook(information);
    } else if let Some(place) = information.location() {
        let line = format!("rekey: panic at {}:{}", place.file(), place.line());
        web_sys::console::error_1(&line.into());
    }
}
