//! The question whether to leave a form with unsaved changes (UX-39).

use leptos::html;
use leptos::prelude::*;

use crate::console::Console;
use crate::leaving::{Departure, Loss};
use crate::text;
use crate::view::{View, view, when};

/// The native dialog, while somebody wants to leave.
#[component]
pub fn LeaveQuestion() -> View {
    let console = Console::here();
    let leaving = console.navigation.leaving;
    let dialog = move || {
        let node = NodeRef::<html::Dialog>::new();
        Effect::new(move |_| {
            if let Some(dialog) = node.get() {
                let _ = dialog.show_modal();
            }
        });
        // Closing gives the focus back to where it came from; the close event then takes the question away (UX-53).
        let stay = move |_| {
            if let Some(dialog) = node.get_untracked() {
                dialog.close();
            }
        };
        let departure = leaving.asked();
        let leave = match departure {
            Some(Departure::Language(_)) => text::change_language(),
            Some(Departure::Page(_)) | None => text::leave(),
        };
        let (question, explained) = match (leaving.loss(), departure) {
            (Some(Loss::Secret), _) => (text::leave_secret_question(), text::leave_secret_explained()),
            (Some(Loss::Edits) | None, Some(Departure::Language(_))) => {
                (text::change_language_question(), text::change_language_explained())
            }
            (Some(Loss::Edits) | None, Some(Departure::Page(_)) | None) => {
                (text::leave_question(), text::leave_explained())
            }
        };
        view! {
            <dialog class="dialog" aria-labelledby="leave" node_ref=node on:close=move |_| leaving.stay()>
                <h2 class="dialog-head" id="leave">{question}</h2>
                <div class="part"><p>{explained}</p></div>
                <div class="acts">
                    <button type="button" class="button primary" autofocus on:click=stay>{text::stay()}</button>
                    <button type="button" class="button quiet" on:click=move |_| console.navigation.depart()>{leave}</button>
                </div>
            </dialog>
        }
    };
    when(move || leaving.asked().is_some(), dialog)
}
