//! A secret of several lines, such as a key or a certificate (Z15).

use leptos::ev::{ClipboardEvent, Event};
use leptos::prelude::*;
use rekey_core::issue::Input;
use rekey_core::secret::Secret;

use super::SecretInput;
use super::warnings::Watch;
use crate::components::problem::{Issues, id};
use crate::view::{View, view, when};
use crate::{dom, text};

/// The text area in the input's place. It keeps every line; concealed, each character is a dot.
#[component]
pub(super) fn Area(secret: SecretInput, issues: Issues, typed: Callback<Event>, watch: Watch) -> View {
    let input = Input::Secret;
    dom::keep_managers_away(secret.area);
    view! {
        <textarea class="control mono" rows="6" node_ref=secret.area data-secret
            id=move || secret.has_lines().then_some(id(input)) hidden=move || !secret.has_lines()
            data-concealed=move || (!secret.is_shown()).then_some("")
            placeholder=text::or_type_one() autocomplete="off" autocapitalize="none" spellcheck="false"
            on:input=move |event| typed.run(event)
            on:paste=move |event| note_line_ends(secret, &event)
            on:keydown=move |event| watch.key(&event) on:keyup=move |event| watch.key(&event) on:blur=move |_| watch.leave()
            aria-invalid=move || issues.has(input).then_some("true")
            aria-describedby=move || issues.described_by(input, "secret-help secret-state")></textarea>
    }
}

/// Whether there are several lines, and how each of them ends.
#[component]
pub(super) fn LineChoices(secret: SecretInput) -> View {
    let ends = move || {
        view! {
            <div class="check">
                <input type="checkbox" id="windows-ends" prop:checked=move || secret.has_windows_ends()
                    on:change=move |event| secret.set_windows_ends(event_target_checked(&event))/>
                <label for="windows-ends">{text::windows_line_ends()}</label>
            </div>
        }
    };
    view! {
        <div class="check">
            <input type="checkbox" id="several-lines" prop:checked=move || secret.has_lines()
                on:change=move |event| secret.set_lines(event_target_checked(&event))/>
            <label for="several-lines">{text::several_lines()}</label>
        </div>
        {when(move || secret.has_lines(), ends)}
    }
}

/// A text of several lines that is pasted where one fits takes the text area, where there may be one. Elsewhere the
/// browser joins its lines in its own way, which nobody sees in a field of dots: so it is said (UX-10).
pub(super) fn pasted(secret: SecretInput, may_have_lines: bool, event: &ClipboardEvent, on_change: Callback<()>) {
    let text = text_of(event);
    if !may_have_lines {
        secret.set_lost_line_ends(text.line_ends());
    } else if event.is_trusted() && text.has_lines() {
        event.prevent_default();
        secret.take_lines(&text);
        on_change.run(());
    }
}

/// The text area itself turns every line end into the short kind, so what was pasted is looked at before.
fn note_line_ends(secret: SecretInput, event: &ClipboardEvent) {
    if text_of(event).has_windows_line_ends() {
        secret.set_windows_ends(true);
    }
}

fn text_of(event: &ClipboardEvent) -> Secret {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    Secret::new(text.unwrap_or_default())
}
