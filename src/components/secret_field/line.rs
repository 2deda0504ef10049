//! A secret of one line.

use leptos::ev::{ClipboardEvent, Event};
use leptos::prelude::*;
use rekey_core::issue::Input;

use super::SecretInput;
use super::warnings::Watch;
use crate::components::problem::{Issues, id};
use crate::view::{View, view};
use crate::{dom, text};

/// The input, unless there are several lines. A secret that is no login is none of a password manager's business
/// (ux.md 4a.4).
#[component]
pub(super) fn Line(
    secret: SecretInput,
    issues: Issues,
    is_login: bool,
    typed: Callback<Event>,
    pasted: Callback<ClipboardEvent>,
    watch: Watch,
) -> View {
    let input = Input::Secret;
    dom::leave_spelling_alone(secret.node);
    if !is_login {
        dom::keep_managers_away(secret.node);
    }
    view! {
        <input class="control mono" node_ref=secret.node data-secret
            id=move || (!secret.has_lines()).then_some(id(input)) hidden=move || secret.has_lines()
            type=move || if secret.is_shown() { "text" } else { "password" }
            placeholder=text::or_type_one() autocomplete=if is_login { "new-password" } else { "off" } autocapitalize="none" spellcheck="false"
            on:input=move |event| typed.run(event) on:paste=move |event| pasted.run(event)
            on:keydown=move |event| watch.key(&event) on:keyup=move |event| watch.key(&event) on:blur=move |_| watch.leave()
            aria-invalid=move || issues.has(input).then_some("true")
            aria-describedby=move || issues.described_by(input, "secret-help secret-state")/>
    }
}
