//! A button that copies a text which is no secret, and says whether that worked (UX-25).

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::view::{View, view};
use crate::{clipboard, text};

/// The button and what came of it.
#[component]
pub fn CopyButton(
    /// What the button says.
    label: &'static str,
    /// Makes the text when the button is pressed.
    content: Callback<(), String>,
) -> View {
    let copied = RwSignal::new(None);
    let copy = move |_| {
        let writing = clipboard::write(&content.run(()));
        spawn_local(async move {
            let done = writing.await || clipboard::write_by_command(&content.run(()));
            let _ = copied.try_set(Some(done));
        });
    };
    let words = move || copied.get().map(|copied| if copied { text::secret_copied() } else { text::copy_by_hand() });
    view! {
        <button type="button" class="button small" on:click=copy>{label}</button>
        <span class="count" role="status">{words}</span>
    }
}
