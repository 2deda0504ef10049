//! A labelled line of text.

use leptos::prelude::*;
use rekey_core::issue::Input;

use crate::components::problem::{FieldErrors, Issues, id};
use crate::view::view;

/// A text field with its label and its messages.
#[component]
pub fn TextField(
    /// Which input it is.
    input: Input,
    /// The label.
    #[prop(into)]
    label: String,
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
) -> impl IntoView {
    let id = id(input);
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input class="control" id=id type=kind autocomplete="off" spellcheck="false"
                prop:value=value on:input:target=move |event| value.set(event.target().value())
                aria-invalid=move || issues.has(input).then_some("true")
                aria-describedby=move || Some(issues.described_by(input, help)).filter(|ids| !ids.is_empty())/>
            <FieldErrors issues input/>
        </div>
    }
}
