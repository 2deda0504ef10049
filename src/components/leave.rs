//! The question whether to leave a form with unsaved changes (UX-39).

use leptos::html;
use leptos::prelude::*;

use crate::console::Console;
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
        let leave = move |_| {
            if let Some(page) = leaving.leave() {
                console.navigation.go(page);
            }
        };
        view! {
            <dialog class="dialog" aria-labelledby="leave" node_ref=node on:close=move |_| leaving.stay()>
                <h2 class="dialog-head" id="leave">{text::leave_question()}</h2>
                <div class="part"><p>{text::leave_explained()}</p></div>
                <div class="acts">
                    <button type="button" class="button primary" autofocus on:click=move |_| leaving.stay()>{text::stay()}</button>
                    <button type="button" class="button quiet" on:click=leave>{text::leave()}</button>
                </div>
            </dialog>
        }
    };
    when(move || leaving.asked().is_some(), dialog)
}
