//! Copying the secret on a press (S-11).

use leptos::task::spawn_local;

use super::SecretInput;
use crate::clipboard;

/// Copies the value, or shows and selects it for copying by hand where the browser does not allow it (UX-25).
pub fn copy(secret: SecretInput) {
    let writing = clipboard::write(secret.read().expose());
    spawn_local(async move {
        let copied = writing.await;
        if !copied {
            secret.show(true);
            select(secret);
        }
        secret.set_copied(copied);
    });
}

fn select(secret: SecretInput) {
    use leptos::prelude::GetUntracked;
    match (secret.area.try_get_untracked().flatten(), secret.node.try_get_untracked().flatten()) {
        (Some(area), _) if !area.hidden() => area.select(),
        (_, Some(node)) => node.select(),
        _ => {}
    }
}
