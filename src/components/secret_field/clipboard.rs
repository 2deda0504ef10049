//! Copying. The clipboard is written on a press only, and never read (S-11).

use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::SecretInput;

/// Copies the value, or shows and selects it for copying by hand where the browser does not allow it (UX-25).
pub fn copy(secret: SecretInput) {
    let text = secret.read();
    let Some(window) = web_sys::window() else { return };
    let clipboard = window.navigator().clipboard();
    // Outside a secure context there is no clipboard at all.
    let promise = window.is_secure_context().then(|| clipboard.write_text(text.expose()));
    spawn_local(async move {
        let copied = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        if !copied {
            secret.show(true);
            select(secret);
        }
        secret.set_copied(copied);
    });
}

fn select(secret: SecretInput) {
    use leptos::prelude::GetUntracked;
    if let Some(node) = secret.node.try_get_untracked().flatten() {
        node.select();
    }
}
