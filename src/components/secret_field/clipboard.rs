//! Copying the secret on a press, and what became of it (S-11, UX-23, UX-25, UX-26).

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::SecretInput;
use crate::console::Console;
use crate::view::{View, view, when};
use crate::{clipboard, text};

/// What takes the secret's place in the clipboard. Some systems take an empty text for none, and keep what was there.
const NOTHING: &str = " ";

/// Copies the value, or shows and selects it for copying by hand where the browser does not allow it (UX-25).
pub(super) fn copy(secret: SecretInput) {
    let writing = clipboard::write(secret.read().expose());
    spawn_local(async move {
        let copied = writing.await || clipboard::write_by_command(secret.read().expose());
        if !copied {
            secret.show(true);
            // Only once it stands there in plain letters: a field that changes its type may forget what is selected.
            tick().await;
            select(secret);
        }
        secret.set_copied(copied);
    });
}

fn select(secret: SecretInput) {
    match (secret.area.try_get_untracked().flatten(), secret.node.try_get_untracked().flatten()) {
        (Some(area), _) if !area.hidden() => area.select(),
        (_, Some(node)) => node.select(),
        _ => {}
    }
}

/// What became of copying, if it was tried.
pub(super) fn copied_words(secret: SecretInput) -> Option<&'static str> {
    secret.copied().map(|copied| if copied { text::secret_copied() } else { text::secret_copy_failed() })
}

/// Whether it was copied: three states in words, never the request alone (UX-23).
#[component]
pub(super) fn CopyState(secret: SecretInput) -> View {
    let display = Console::here().display;
    let not_yet = move || if display.keeps_secrets() { text::presenter_keeps() } else { text::secret_unseen() };
    let words = move || (secret.length() > 0).then(|| copied_words(secret).unwrap_or_else(not_yet));
    view! {
        <p class="help" role="status"><strong>{words}</strong></p>
        <ClearClipboard secret/>
    }
}

/// Offered once the secret was copied. It says what was tried and not what was reached: nobody but the clipboard's own
/// programs knows who else has read it (S-11).
#[component]
pub(super) fn ClearClipboard(secret: SecretInput) -> View {
    let offer = || {
        let cleared = RwSignal::new(None);
        let clear = move |_| {
            let writing = clipboard::write(NOTHING);
            spawn_local(async move {
                let done = writing.await || clipboard::write_by_command(NOTHING);
                let _ = cleared.try_set(Some(done));
            });
        };
        let said = move || {
            let words = |done| if done { text::clipboard_overwritten() } else { text::clipboard_not_overwritten() };
            cleared.get().map(words)
        };
        view! {
            <div class="clear">
                <button type="button" class="button small" on:click=clear>{text::clear_clipboard()}</button>
                <p class="help" role="status">{said}</p>
            </div>
        }
    };
    when(move || secret.copied() == Some(true), offer)
}
