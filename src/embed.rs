//! What the custom element calls: the only way into the module.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// A running console. Freeing it takes the console out of the page and wipes what it held.
#[wasm_bindgen]
pub struct Mounted {
    _handle: Box<dyn std::any::Any>,
}

/// Called once per module, before anything is mounted. `fatal` is called without arguments when the module panics;
/// after that nothing may call into the module again (F-14).
#[wasm_bindgen]
pub fn start(fatal: js_sys::Function) {
    std::panic::set_hook(Box::new(move |information| {
        console_error_panic_hook::hook(information);
        let _ = fatal.call0(&JsValue::NULL);
    }));
}

/// Puts a console into `root`, an empty element inside the shadow root.
///
/// - `configuration`: the text of the configuration, or nothing if it could not be had.
/// - `fault`: why it could not be had: `missing` (404), `unreachable`, `too-large`, or nothing.
/// - `address`: the absolute address of the configuration, shown on the stop screen.
/// - `addresses`: whether the console may use the fragment of the page's address (`addresses="hash"`).
#[wasm_bindgen]
pub fn mount(
    root: web_sys::HtmlElement,
    configuration: Option<String>,
    fault: Option<String>,
    address: String,
    addresses: bool,
) -> Mounted {
    let handle = leptos::mount::mount_to(root, move || {
        ::leptos::view! { class = "rk",
            <main><h1>"Rekey"</h1>
            <p>{configuration.unwrap_or_default()} {fault.unwrap_or_default()} {address} {addresses.to_string()}</p></main>
        }
    });
    Mounted { _handle: Box::new(handle) }
}
