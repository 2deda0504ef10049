//! What the custom element calls: the only way into the module.

mod call;
mod host;
mod sign_in;
mod told;

use std::cell::Cell;

use js_sys::Function;
use leptos::task::spawn_local;
use rekey_core::host::page;
use wasm_bindgen::prelude::*;

use crate::app::{self, App, Start};
use crate::console::Console;
use crate::language;
use crate::later::{self, Loaded};
use crate::pages::stop::Cause;
use crate::task;
use crate::view::{self, view};

pub use call::{Call, What, call};
pub use host::Host;
pub use told::Going;

/// A running console, or the screen that says why there is none. Freeing it takes it out of the page and drops what it
/// held.
#[wasm_bindgen]
pub struct Mounted {
    console: Option<Console>,
    /// What is shown next, and the address of its configuration.
    begun: Cell<Option<(Result<Console, Cause>, String)>>,
    mount: view::Mount,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows the console, or why there is none; the second call does nothing.
    pub fn show(&self) {
        let Some((begun, address)) = self.begun.take() else { return };
        self.mount.show(|| view! { <App begun address/> });
        if let Some(console) = self.console {
            call_later(Call { console, what: What::Begin }, true);
        }
    }

    /// Goes to a page, unless a form would lose something by it: then the person is asked first. Says whether the address
    /// is one of the console's.
    pub fn navigate(&self, address: &str) -> bool {
        let found = self.console.and_then(|console| {
            let page = console.configuration(|configuration| page(configuration, address));
            page.map(|page| console.navigation.go(page))
        });
        found.is_some()
    }

    /// Ends all sessions; nobody is asked. There is none before the second part of the program is there.
    pub fn sign_out(&self) {
        if let Some(console) = self.console {
            let call = Call { console, what: What::EndSessions };
            match Loaded::now() {
                Some(part) => part.call(call),
                None => call_later(call, false),
            }
        }
    }

    /// An attribute of the element was set or taken away.
    pub fn follow(&self, attribute: String) {
        if let Some(console) = self.console {
            call_later(Call { console, what: What::Attribute(attribute) }, false);
        }
    }

    /// Whether the element has a function that gives tokens.
    pub fn give_tokens(&self, gives_tokens: bool) {
        if let Some(console) = self.console {
            console.host.set_gives_tokens(gives_tokens);
        }
    }
}

/// Called once per module, before anything is mounted. `fatal` is called without arguments when the module panics;
/// after that nothing may call into the module again (F-14). `load_later` loads the second part of the program; its
/// promise brings nothing, or the code of a failure. `load_language` loads the words of a language by its tag; its
/// promise brings the text, or nothing. The promise of `painted_task` brings nothing, in a task of its own after what is
/// there has been painted.
#[wasm_bindgen]
pub fn start(fatal: Function, load_later: Function, load_language: Function, painted_task: Function) {
    later::set_loader(load_later);
    language::set_loader(load_language);
    task::set_painted(painted_task);
    std::panic::set_hook(Box::new(move |information| {
        report(information);
        let _ = fatal.call0(&JsValue::NULL);
    }));
}

/// Begins a console in `root`, an empty element inside the shadow root of the custom element, whose attributes it reads.
/// [`Mounted::show`] shows it, in a task of its own if nothing shall be felt.
///
/// - `configuration`: the text of the configuration, or nothing if it could not be had.
/// - `fault`: why it could not be had: `missing` (404), `unreachable`, `too-large`, or nothing.
/// - `address`: the absolute address of the configuration, shown on the stop screen.
/// - `assets`: the absolute address of the folder with the console's own files, ending with a slash.
/// - `tell`, `token`: the host's functions, as [`Host::new`] takes them.
#[wasm_bindgen]
pub fn mount(
    root: web_sys::HtmlElement,
    configuration: Option<String>,
    fault: Option<String>,
    address: String,
    assets: String,
    tell: Function,
    token: Function,
) -> Mounted {
    let cause = match fault.as_deref() {
        Some("missing") => Cause::Missing,
        Some("too-large") => Cause::TooLarge,
        _ => Cause::Unreachable,
    };
    let mount = view::Mount::new(root.clone());
    let begun = mount.with(|| {
        let host = Host::new(&root, tell, token);
        // Only a page of its own has an address that follows.
        let addresses = host.attribute("addresses").as_deref() == Some("hash");
        let start = Start { configuration: configuration.ok_or(cause), assets, addresses };
        app::begin(start, host, &root)
    });
    Mounted { console: begun.as_ref().ok().copied(), begun: Cell::new(Some((begun, address))), mount }
}

/// Calls into the second part of the program when it is there; a failure to get it shows where a page needs it.
fn call_later(call: Call, idle: bool) {
    spawn_local(async move {
        if let Ok(part) = later::load_when(idle).await {
            part.call(call);
        }
    });
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
