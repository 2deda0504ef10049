//! The form around a write: its button, its progress, and the states in which nothing can be typed.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::http::Fault;
use rekey_core::outcome::{NotSent, Outcome, ReadFailure};

use crate::components::link::PageLink;
use crate::components::press::Press;
use crate::components::progress::Progress;
use crate::console::Console;
use crate::leaving::Loss;
use crate::page::Page;
use crate::submission::Submission;
use crate::text::{self, Phrase};
use crate::view::{View, view, when};

/// What the button says.
#[derive(Debug, Clone)]
pub struct Act {
    /// The act and its object (UX-31).
    pub label: Phrase,
    /// The same while it is on its way (UX-33).
    pub busy: Phrase,
}

/// The form. While a write is on its way its fields are read-only, and while the session has expired all of it is;
/// after a saved change it makes room for the result.
#[component]
pub fn WriteForm(
    /// The form's write.
    submission: Submission,
    /// Where it goes.
    connection: Connection,
    /// What its button says.
    act: Act,
    /// Where the way back leads.
    back: Page,
    /// What leaving would lose of what was typed.
    loss: Callback<(), Option<Loss>>,
    /// Called when the person submits it.
    on_submit: Callback<()>,
    /// The fields.
    children: View,
) -> View {
    let console = Console::here();
    // While this form is open, a refused token asks for a new sign-in in place of ending the page (F-09).
    console.open_forms.update_value(|open| *open += 1);
    on_cleanup(move || _ = console.open_forms.try_update_value(|open| *open -= 1));
    console.navigation.leaving.guard(move || {
        let saved = matches!(submission.outcome(), Some(Outcome::Saved(_)));
        let typed = if saved { None } else { loss.run(()) };
        typed.or_else(|| submission.activity().is_some().then_some(Loss::Answer))
    });
    let Connection { id, label, dialect, .. } = connection;
    let deploys = dialect.capabilities().deploys;
    let busy = move || submission.activity().is_some();
    let expired = move || !console.sessions.is_signed_in(&id);
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let offline = until_online(submission);
    let press = Press::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !offline.get_untracked() && press.counts() {
            on_submit.run(());
        }
    };
    let says = move || match (busy(), offline.get()) {
        (true, _) => act.busy.clone(),
        (false, true) => text::send_when_online().into(),
        (false, false) => act.label.clone(),
    };
    let cancel = move || view! { <PageLink to=back.clone() class="button quiet">{text::cancel()}</PageLink> };
    view! {
        <form class="panel" part="form" method="post" novalidate on:submit=submit hidden=finished inert=expired>
            // Not the whole form: nothing is announced from within what is busy, and its progress shall be.
            <div class="parts" inert=busy aria-busy=move || busy().then_some("true")>{children}</div>
            {press.line("notice strip")}
            <div class="acts">
                <button class="button primary" part="button-primary" type="submit" node_ref=press.button aria-busy=move || busy().then_some("true")
                    aria-disabled=move || offline.get().then_some("true")>
                    <span>{says}</span>
                </button>
                <Progress submission label deploys/>
                {when(move || !busy() && !finished(), cancel)}
            </div>
        </form>
    }
}

/// Whether nothing was sent because there is no network, and there still is none. Nothing is kept to be sent by itself
/// when it comes back: there is only the word (X06).
fn until_online(submission: Submission) -> Memo<bool> {
    let news = ArcTrigger::new();
    let told = news.clone();
    let back = window_event_listener_untyped("online", move |_| told.notify());
    on_cleanup(move || back.remove());
    Memo::new(move |_| {
        news.track();
        let failed = matches!(
            submission.outcome(),
            Some(Outcome::NotSent(
                NotSent::Fault(Fault::Offline) | NotSent::Compare(ReadFailure::Fault(Fault::Offline))
            ))
        );
        failed && web_sys::window().is_some_and(|window| !window.navigator().on_line())
    })
}
