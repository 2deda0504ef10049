//! The field for a new secret: generate first, type second (UX-1 to UX-23). It shows and checks; the page acts.
//!
//! The secret lives in the input itself and nowhere else, until it is read on submit.

mod clipboard;
mod lines;
mod state;

use std::time::Duration;

use leptos::ev::{Event, InputEvent};
use leptos::prelude::*;
use rekey_core::generator;
use rekey_core::issue::Input;
use wasm_bindgen::JsCast;

pub use state::{Origin, SecretInput};

use crate::components::problem::{FieldErrors, Issues, id};
use crate::view::{View, view};
use crate::{dom, text};

/// How long a secret stays shown (S-05).
const SHOWN_AT_MOST: Duration = Duration::from_secs(30);

/// The field with its label, its help and its buttons.
#[component]
pub fn SecretField(
    /// What is in the field.
    secret: SecretInput,
    /// What the secret is called.
    #[prop(into)]
    noun: String,
    /// The help text under the label.
    #[prop(into)]
    help: String,
    /// The name that a password manager stores the secret under; none for a secret that is no login (UX-4).
    user_name: Option<String>,
    /// Whether it may have several lines (Z15).
    #[prop(optional)]
    may_have_lines: bool,
    /// What is wrong with the form.
    issues: Issues,
    /// Called with every change by the person.
    on_change: Callback<()>,
) -> View {
    let input = Input::Secret;
    let typed = move |event: Event| {
        let trusted = event.dyn_ref::<InputEvent>().is_some_and(|event| {
            event.is_trusted() && !matches!(event.input_type().as_str(), "" | "insertReplacementText")
        });
        secret.changed(if trusted { Origin::Typed } else { Origin::Filled });
        on_change.run(());
    };
    let generate = move |_| {
        secret.generate();
        on_change.run(());
    };
    dom::leave_spelling_alone(secret.node);
    let hidden = window_event_listener_untyped("visibilitychange", move |_| secret.show(false));
    on_cleanup(move || hidden.remove());
    let shown = noun.clone();
    // A secret that is no login is none of a password manager's business (ux.md 4a.4).
    let is_login = user_name.is_some();
    if !is_login {
        dom::keep_managers_away(secret.node);
    }
    view! {
        <div class="field">
            {user_name.map(|name| view! {
                <input class="sr" type="text" autocomplete="username" aria-hidden="true" tabindex="-1" readonly prop:value=move || name.clone()/>
            })}
            <label for=id(input)>{text::new_noun(&noun)}</label>
            <p class="help" id="secret-help">{help}</p>
            <div class="secret">
                <div class="secret-box">
                    <input class="control mono" node_ref=secret.node data-secret
                        id=move || (!secret.has_lines()).then_some(id(input)) hidden=move || secret.has_lines()
                        type=move || if secret.is_shown() { "text" } else { "password" }
                        autocomplete=if is_login { "new-password" } else { "off" } autocapitalize="none" spellcheck="false"
                        on:input=typed on:paste=move |event| lines::pasted(secret, may_have_lines, &event, on_change)
                        aria-invalid=move || issues.has(input).then_some("true")
                        aria-describedby=move || issues.described_by(input, "secret-help secret-state")/>
                    {may_have_lines.then(|| view! { <lines::Area secret issues typed=Callback::new(typed)/> })}
                    <ShowButton secret noun=shown/>
                </div>
                <button type="button" class="button" on:click=generate>{text::generate()}</button>
                <button type="button" class="button" disabled=move || secret.length() == 0
                    on:click=move |_| clipboard::copy(secret)>{text::copy()}</button>
            </div>
            {may_have_lines.then(|| view! { <lines::LineChoices secret/> })}
            <p class="help" id="secret-state" role="status">{move || state_line(secret)}</p>
            <FieldErrors issues input/>
        </div>
    }
}

/// Shows the value for a while, and says so (UX-7, S-05).
#[component]
fn ShowButton(secret: SecretInput, noun: String) -> View {
    let toggle = move |_| {
        secret.show(!secret.is_shown());
        if secret.is_shown() {
            set_timeout(move || secret.show(false), SHOWN_AT_MOST);
        }
    };
    let new_noun = text::new_what(&noun).text();
    let announced = move || {
        let announced = secret.announcement();
        announced.map(|shown| if shown { text::shown_now(&noun).text() } else { text::hidden_now(&noun).text() })
    };
    view! {
        <button type="button" class="text-button" aria-controls=id(Input::Secret) on:click=toggle>
            {move || if secret.is_shown() { text::hide() } else { text::show() }}
            <span class="sr">" "{new_noun}</span>
        </button>
        <span class="sr" role="status">{announced}</span>
    }
}

/// Length and origin in words (UX-14), and what is left to do before it can be sent.
fn state_line(secret: SecretInput) -> View {
    let length = secret.length();
    let copied = match secret.copied() {
        Some(true) => Some(text::secret_copied()),
        Some(false) => Some(text::secret_copy_failed()),
        None => None,
    };
    let use_filled = move |_| secret.changed(Origin::Typed);
    let (words, note): (text::Phrase, _) = match secret.origin() {
        Origin::NoRandomSource => (text::no_random_source().into(), None),
        _ if length == 0 => return View::fragment(),
        Origin::Generated { seen } => (
            text::secret_generated(&length.to_string(), &generator::bits().to_string()),
            Some(copied.unwrap_or_else(|| if seen { text::secret_seen() } else { text::secret_unseen() })),
        ),
        Origin::Filled => {
            let button = view! { <button type="button" class="button small" on:click=use_filled>{text::secret_use_filled()}</button> };
            return view! { <strong>{text::secret_filled()}</strong>" "{button} };
        }
        Origin::Typed => (text::secret_length(&length.to_string()), copied),
    };
    view! { {words}" "<strong>{note}</strong> }
}
