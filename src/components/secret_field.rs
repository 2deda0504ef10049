//! The field for a new secret: generate first, type second (UX-1 to UX-27). It shows and checks; the page acts.
//!
//! The secret lives in the input itself and nowhere else, until it is read on submit.

mod clipboard;
mod generator;
mod line;
mod lines;
mod options;
mod show;
mod shown_once;
mod state;
mod time_left;
mod warnings;

use leptos::ev::{ClipboardEvent, Event, InputEvent};
use leptos::prelude::*;
use rekey_core::issue::Input;
use rekey_core::password::PasswordPolicy;
use wasm_bindgen::JsCast;

use generator::{AnotherQuestion, GenerateButton, Generator};
use line::Line;
use options::{Options, OptionsButton};
use show::{ShowButton, hide_when_away};
pub use shown_once::{ShownOnce, ShownOncePanel};
pub use state::{Origin, SecretInput};
use warnings::{Warnings, Watch};

use crate::components::problem::{FieldErrors, Issues, id};
use crate::console::Console;
use crate::text;
use crate::view::{View, view};

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
    /// The rules for it, if it is decided here.
    policy: Option<PasswordPolicy>,
    /// Whether it may have several lines (Z15).
    #[prop(optional)]
    may_have_lines: bool,
    /// What is wrong with the form.
    issues: Issues,
    /// Called with every change by the person.
    on_change: Callback<()>,
    /// Called when the field is left.
    on_leave: Callback<()>,
) -> View {
    let (input, display) = (Input::Secret, Console::here().display);
    let typed = Callback::new(move |event: Event| {
        let trusted = event.dyn_ref::<InputEvent>().is_some_and(|event| {
            event.is_trusted() && !matches!(event.input_type().as_str(), "" | "insertReplacementText")
        });
        secret.changed(if trusted { Origin::Typed } else { Origin::Filled });
        on_change.run(());
    });
    let pasted = Callback::new(move |event: ClipboardEvent| lines::pasted(secret, may_have_lines, &event, on_change));
    let generator = Generator::new(secret, policy, on_change);
    hide_when_away(secret);
    // Signing out and leaving take it out of the page at once, whatever the browser still holds of the form (S-03).
    on_cleanup(move || secret.forget());
    let watch = Watch::new(secret, on_leave);
    let [shown, asked, warned] = [(); 3].map(|()| noun.clone());
    let is_login = user_name.is_some();
    view! {
        <div class="field">
            {user_name.map(|name| view! {
                <input class="sr" type="text" autocomplete="username" aria-hidden="true" tabindex="-1" readonly prop:value=move || name.clone()/>
            })}
            <label for=id(input)>{text::new_noun(&noun)}</label>
            <p class="help" id="secret-help">{help}</p>
            <div class="generate"><GenerateButton generator/><OptionsButton generator/></div>
            <Options generator/>
            <AnotherQuestion generator noun=asked/>
            <div class="secret">
                <div class="secret-box">
                    <Line secret issues is_login typed pasted watch/>
                    {may_have_lines.then(|| view! { <lines::Area secret issues typed watch/> })}
                    <ShowButton secret controls=id(input) what=text::new_what(&shown).text() noun=shown/>
                </div>
                <button type="button" class="button" disabled=move || secret.length() == 0 || display.keeps_secrets()
                    on:click=move |_| clipboard::copy(secret)>{text::copy()}</button>
            </div>
            {may_have_lines.then(|| view! { <lines::LineChoices secret/> })}
            <p class="help" id="secret-state" role="status">{move || state_line(secret, issues, display.keeps_secrets())}</p>
            <clipboard::ClearClipboard secret/>
            <Warnings watch noun=warned/>
            <FieldErrors issues input/>
        </div>
    }
}

/// Length and origin in words, and whether it is easy to guess (UX-14); and what is left to do before it can be sent.
/// `is_kept` is whether presenter mode keeps it from being shown and copied.
fn state_line(secret: SecretInput, issues: Issues, is_kept: bool) -> View {
    let length = secret.length();
    let copied = clipboard::copied_words(secret);
    let use_filled = move |_| secret.changed(Origin::Typed);
    let (words, note): (text::Phrase, _) = match secret.origin() {
        Origin::NoRandomSource => (text::no_random_source().into(), None),
        _ if length == 0 => return View::fragment(),
        Origin::Generated { seen, bits } => (
            text::secret_generated(&length.to_string(), &bits.to_string()),
            Some(match copied {
                _ if is_kept && !seen => text::presenter_keeps_generated(),
                Some(copied) => copied,
                None if seen => text::secret_seen(),
                None => text::secret_unseen(),
            }),
        ),
        Origin::Filled => {
            let button = view! { <button type="button" class="button small" on:click=use_filled>{text::secret_use_filled()}</button> };
            return view! { <strong>{text::secret_filled()}</strong>" "{button} };
        }
        Origin::Typed => {
            let words = text::secret_length(&length.to_string());
            // After a submit the same stands below as what is wrong.
            match secret.told().filter(|_| !issues.has(Input::Secret)) {
                Some(issue) => return view! { {words}" "<strong>{issues.words(&issue)}</strong> },
                None => (words, copied.or(is_kept.then(text::presenter_keeps))),
            }
        }
    };
    view! { {words}" "<strong>{note}</strong> }
}
