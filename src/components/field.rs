//! A labelled line of text.

use leptos::prelude::*;
use rekey_core::issue::Input;

use crate::components::problem::{FieldErrors, Issues, id};
use crate::text;
use crate::view::{View, view};

/// A text field with its label and its messages.
#[component]
pub fn TextField(
    /// Which input it is.
    input: Input,
    /// The label.
    label: &'static str,
    /// What is wrong with the form.
    issues: Issues,
    /// What stands in it.
    value: RwSignal<String>,
    /// The type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// The id of a help text elsewhere.
    #[prop(optional)]
    help: &'static str,
) -> View {
    let id = id(input);
    // An input shows neither what turns its text nor what cannot be seen, so that stands below it (H-03).
    let hidden = Memo::new(move |_| value.with(|value| text::visible(value) != *value));
    let hidden = move || {
        let line = move || value.with(|value| view! { <p class="help">{text::hidden_in_field(value)}</p> });
        hidden.get().then(|| view! { {line} })
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input class="control" id=id type=kind autocomplete="off" spellcheck="false"
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || issues.has(input).then_some("true")
                aria-describedby=move || Some(issues.described_by(input, help)).filter(|ids| !ids.is_empty())/>
            {hidden}
            <FieldErrors issues input/>
        </div>
    }
}
