//! Work in pieces that nobody feels: a page cannot answer while a task runs (`src/element/task.js`).

use std::cell::OnceCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static PAINTED: OnceCell<Function> = const { OnceCell::new() };
}

/// Says how to wait until what is there has been painted: a function whose promise brings nothing, in a task of its own.
pub fn set_painted(painted: Function) {
    PAINTED.with(|known| _ = known.set(painted));
}

/// Waits for a task of its own, after what is there has been painted; an older browser may do it before.
pub async fn painted() {
    let promise = PAINTED.with(|painted| painted.get().and_then(|painted| painted.call0(&JsValue::NULL).ok()));
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(promise).await;
    }
}

/// Lets something run until it waits for the first time, and brings what came out if it never did.
pub async fn begin<F: Future>(mut future: Pin<&mut F>) -> Option<F::Output> {
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}
