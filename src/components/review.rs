//! The review before a save: every effect once more, and the name typed for those that can hurt (UX-28 to UX-31).

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::consequence::{Consequence, Level};
use rekey_core::dialect::Dialect;
use rekey_core::issue::{Input, Issue};
use rekey_core::preview::Preview;
use rekey_core::visible;

use crate::components::changes::Changes;
use crate::components::disguise;
use crate::components::press::Press;
use crate::components::problem::{FieldErrors, Issues, id};
use crate::components::request::RequestFold;
use crate::text;
use crate::view::{View, view};

/// The native dialog. It opens itself when it appears; `on_close` takes it away again.
#[component]
pub fn Review(
    /// The credential's name.
    name: String,
    /// What the API finds it by.
    id: String,
    /// What the secret is called.
    noun: SecretNoun,
    /// Whose words to use.
    dialect: Dialect,
    /// What will change.
    effects: Vec<Consequence>,
    /// The request that saves them.
    request: Option<Preview>,
    /// Called when the person goes on.
    on_save: Callback<()>,
    /// Called when the dialog shall go away.
    on_close: Callback<()>,
) -> View {
    let dialog = NodeRef::<html::Dialog>::new();
    let confirmation = NodeRef::<html::Input>::new();
    let issues = Issues::new(dialect);
    let harms = effects.iter().any(|effect| effect.level() == Level::Danger);
    show(dialog);
    // Closing gives the focus back to the button that opened it; the close event then takes the dialog away (UX-53).
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let wanted = name.clone();
    let press = Press::new();
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = confirmation.get_untracked().map(|node| node.value());
        if harms && !typed.is_some_and(|typed| visible::is_typed(&wanted, &typed)) {
            issues.show(vec![Issue::ConfirmationDiffers]);
            if let Some(node) = confirmation.get_untracked() {
                let _ = node.focus();
            }
            return;
        }
        if !press.counts() {
            return;
        }
        close();
        on_save.run(());
    };
    let confirm = harms.then(|| view! { <Confirmation name=name.clone() node=confirmation issues/> });
    let effects = Signal::stored(effects);
    let whose = whose(&name, &id);
    view! {
        <dialog class="dialog" part="dialog" aria-labelledby="review" node_ref=dialog on:close=move |_| on_close.run(())>
            <form method="dialog" novalidate on:submit=save>
                <h2 class="dialog-head" id="review">{text::review_changes_to(&name)}</h2>
                {whose}
                <div class="part">
                    <Changes effects noun/>
                    <RequestFold preview=Signal::stored(request) noun/>
                </div>
                {confirm}
                {press.line("notice strip")}
                <div class="acts">
                    <button type="submit" node_ref=press.button class=if harms { "button harm" } else { "button primary" }><span>{text::save_changes_to(&name)}</span></button>
                    <button type="button" class="button quiet" autofocus on:click=move |_| close()>{text::cancel()}</button>
                </div>
            </form>
        </dialog>
    }
}

/// Opens the dialog as soon as it is there.
fn show(dialog: NodeRef<html::Dialog>) {
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
}

/// What else there is to say of the record: its id where that is not its name, and that its name may be taken for another
/// one (H-03).
fn whose(name: &str, id: &str) -> Option<View> {
    let by_id = (id != name).then(|| view! { {text::receipt_id()}": "<bdi class="mono">{text::visible(id)}</bdi>" " });
    let odd = disguise::mark(name);
    (by_id.is_some() || odd.is_some()).then(|| view! { <p class="dialog-sub was">{by_id}{odd}</p> })
}

/// The name typed to confirm what can hurt (UX-30).
#[component]
fn Confirmation(name: String, node: NodeRef<html::Input>, issues: Issues) -> View {
    let input = Input::Confirmation;
    view! {
        <div class="part">
            <div class="field">
                <label for=id(input)>{text::type_to_confirm(&name)}</label>
                <input class="control mono short" id=id(input) node_ref=node autocomplete="off" autocapitalize="none"
                    spellcheck="false" aria-invalid=move || issues.has(input).then_some("true")
                    aria-describedby=move || issues.described_by(input, "")/>
                <FieldErrors issues input/>
            </div>
        </div>
    }
}
