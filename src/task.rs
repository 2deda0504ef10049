//! Work in pieces that nobody feels: a page cannot answer while a task runs (`src/element/task.js`).

use std::cell::OnceCell;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static NEXT: OnceCell<Function> = const { OnceCell::new() };
}

/// Says how to wait for a task: a function whose promise brings nothing, in a task of its own.
pub fn set_next(next: Function) {
    NEXT.with(|known| _ = known.set(next));
}

/// Waits for a task of its own: what was asked for before is done and, more often than not, painted.
pub async fn next() {
    let promise = NEXT.with(|next| next.get().and_then(|next| next.call0(&JsValue::NULL).ok()));
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(promise).await;
    }
}
