//! The question before something is lost by leaving, by another language or by signing out (UX-39).

use leptos::html;
use leptos::prelude::*;

use crate::console::Console;
use crate::leaving::{Departure, Kept, Loss};
use crate::session::Ended;
use crate::text::Phrase;
use crate::view::{View, view, when};
use crate::{language, text};

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
        let departure = leaving.asked()?;
        let loss = leaving.loss(&departure)?;
        let anew =
            matches!(departure, Departure::Language(_)).then(|| view! { {text::change_language_explained()}" " });
        Some(view! {
            <dialog class="dialog" part="dialog" aria-labelledby="leave" node_ref=node on:close=move |_| leaving.stay()>
                <h2 class="dialog-head" id="leave">{question(&departure, loss)}</h2>
                <div class="part"><p>{anew}{what_is_lost(&departure, loss)}</p></div>
                <div class="acts">
                    <button type="button" class="button primary" part="button-primary" autofocus on:click=stay>{text::stay()}</button>
                    <button type="button" class="button quiet" on:click=move |_| depart(console)>{act(&departure)}</button>
                </div>
            </dialog>
        })
    };
    when(move || leaving.asked().is_some(), move || view! { {dialog()} })
}

fn question(departure: &Departure, loss: Loss) -> &'static str {
    match (loss, departure) {
        (Loss::Generated, _) => text::leave_secret_question(),
        (Loss::Secret { .. } | Loss::Answer | Loss::Changes, Departure::Page(_)) => text::leave_question(),
        (Loss::Secret { .. } | Loss::Answer | Loss::Changes, Departure::Language(_)) => {
            text::change_language_question()
        }
        (Loss::Secret { .. } | Loss::Answer | Loss::Changes, Departure::SignOut(_)) => text::sign_out_question(),
    }
}

/// What is lost, and what is kept.
fn what_is_lost(departure: &Departure, loss: Loss) -> Phrase {
    match (loss, departure) {
        (Loss::Generated, _) => text::leave_secret_explained().into(),
        (Loss::Answer, _) => text::answer_lost().into(),
        // With the session all of its drafts end, also those of other forms.
        (Loss::Secret { .. }, Departure::SignOut(_)) | (Loss::Changes, _) => text::changes_lost().into(),
        (Loss::Secret { noun, kept }, Departure::Page(_) | Departure::Language(_)) => match kept {
            Kept::Nothing => text::secret_lost(text::noun(noun)),
            Kept::Changes => text::secret_lost_alone(text::noun(noun)),
        },
    }
}

/// The button that goes on with it.
fn act(departure: &Departure) -> &'static str {
    match departure {
        Departure::Page(_) => text::leave(),
        Departure::Language(_) => text::change_language(),
        Departure::SignOut(_) => text::sign_out(),
    }
}

/// Does what somebody was asked about.
fn depart(console: Console) {
    match console.navigation.leaving.leave() {
        Some(Departure::Page(page)) => console.navigation.go(page),
        Some(Departure::Language(language)) => language::choose(language),
        Some(Departure::SignOut(connection)) => console.end_session(&connection, Ended::Here),
        None => {}
    }
}
