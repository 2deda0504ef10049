//! What says that somebody is there: keys and pointers, never a script (S-14).

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

use super::SessionWatch;

/// What people do. `click` and `focusin` are for those whose reader or switch presses and moves without either.
const USES: [&str; 6] = ["keydown", "pointerdown", "pointermove", "wheel", "click", "focusin"];

/// What may mean that time has passed unseen: timers stand still while a computer sleeps.
const RETURNS: [&str; 3] = ["visibilitychange", "pageshow", "focus"];

/// Listens for as long as the console is there: in the whole window where that is ours, else within the console alone.
pub(super) fn listen(watch: SessionWatch) {
    for event in RETURNS {
        let back = window_event_listener_untyped(event, move |_| watch.check());
        on_cleanup(move || back.remove());
    }
    let Some(root) = watch.console.display.root() else { return };
    let own_page = watch.console.navigation.follows_address().then(|| web_sys::window().map(EventTarget::from));
    let target = own_page.flatten().unwrap_or_else(|| EventTarget::from(root));
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if Reflect::get(&event, &"isTrusted".into()).is_ok_and(|trusted| trusted.is_truthy()) {
            watch.used();
        }
    });
    for event in USES {
        // Before anybody who may stop it.
        let _ = target.add_event_listener_with_callback_and_bool(event, listener.as_ref().unchecked_ref(), true);
    }
    let listening = StoredValue::new_local((target, listener));
    on_cleanup(move || {
        listening.try_with_value(|(target, listener)| {
            for event in USES {
                let listener = listener.as_ref().unchecked_ref();
                let _ = target.remove_event_listener_with_callback_and_bool(event, listener, true);
            }
        });
    });
}
