//! The clipboard: written on a press only, and never read (S-11).

use wasm_bindgen_futures::JsFuture;

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
