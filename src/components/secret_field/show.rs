//! Showing a secret: for a moment, on a press, and said to those who do not see it (UX-7, S-05).

use leptos::prelude::*;

use super::SecretInput;
use crate::console::Console;
use crate::text;
use crate::view::{View, view};

/// Nobody looks at a page that is hidden, and somebody else may at one that another window has the focus of (S-05).
pub(super) fn hide_when_away(secret: SecretInput) {
    for event in ["visibilitychange", "blur"] {
        let away = window_event_listener_untyped(event, move |_| secret.show(false));
        on_cleanup(move || away.remove());
    }
}

/// The button that shows and hides. Its name says which secret, because there may be two on a page (UX-7).
#[component]
pub(super) fn ShowButton(
    secret: SecretInput,
    /// What it is called.
    noun: String,
    /// Which one it is, behind the word of the button.
    what: String,
    /// The id of the input.
    controls: &'static str,
) -> View {
    let announced = move || {
        let announced = secret.announcement();
        announced.map(|shown| if shown { text::shown_now(&noun).text() } else { text::hidden_now(&noun).text() })
    };
    let display = Console::here().display;
    // Presenter mode may begin while it is shown.
    Effect::new(move |_| {
        if display.keeps_secrets() {
            secret.show(false);
        }
    });
    view! {
        <button type="button" class="text-button" aria-controls=controls disabled=move || display.keeps_secrets() on:click=move |_| secret.show(!secret.is_shown())>
            {move || if secret.is_shown() { text::hide() } else { text::show() }}
            <span class="sr">" "{what}</span>
        </button>
        <span class="sr" role="status">{announced}</span>
    }
}
