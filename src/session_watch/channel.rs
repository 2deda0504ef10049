//! What tabs of one origin tell each other: that somebody signed out of a connection, and nothing else (S-17). It needs
//! no storage, and no secret is ever in it. Consoles of one page have sessions of their own, so what comes from the same
//! page is not heard.
//!
//! `BroadcastChannel` is called by its name: a binding of each of its functions would be script that the first form has
//! to wait for.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The name of the channel, and the kind of its one message.
const NAME: &str = "rekey";
const SIGN_OUT: &str = "sign-out";

thread_local! {
    /// Tells this page from the others.
    static PAGE: f64 = js_sys::Math::random();
}

/// An open channel. It hears no message of its own.
#[derive(Debug)]
pub(super) struct Channel {
    channel: JsValue,
    _listener: Closure<dyn Fn(JsValue)>,
}

impl Channel {
    /// Opens it, where the browser has one. `signed_out` gets the id of a connection that somebody signed out of.
    pub(super) fn open(signed_out: impl Fn(String) + 'static) -> Option<Self> {
        let class: Function = member(&js_sys::global(), "BroadcastChannel")?.dyn_into().ok()?;
        let channel = Reflect::construct(&class, &Array::of1(&NAME.into())).ok()?;
        let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            if let Some(connection) = read(&event) {
                signed_out(connection);
            }
        });
        Reflect::set(&channel, &"onmessage".into(), listener.as_ref()).ok()?;
        Some(Self { channel, _listener: listener })
    }

    /// Tells the other tabs.
    pub(super) fn tell(&self, connection: &str) {
        let message = Object::new();
        let page = PAGE.with(|page| *page);
        for (name, value) in [("kind", SIGN_OUT.into()), ("connection", connection.into()), ("page", page.into())] {
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        self.call("postMessage", &message);
    }

    /// Hears and tells nothing more.
    pub(super) fn close(self) {
        self.call("close", &JsValue::UNDEFINED);
    }

    fn call(&self, name: &str, argument: &JsValue) {
        let function = member(&self.channel, name).and_then(|function| function.dyn_into::<Function>().ok());
        let _ = function.map(|function| function.call1(&self.channel, argument));
    }
}

/// The connection that a message is about. Any page of the origin can send any: what is not ours is not heard.
fn read(event: &JsValue) -> Option<String> {
    let message = member(event, "data")?;
    let kind = member(&message, "kind")?.as_string()?;
    let is_own = member(&message, "page")?.as_f64() == Some(PAGE.with(|page| *page));
    (kind == SIGN_OUT && !is_own).then(|| member(&message, "connection")?.as_string())?
}

fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}
