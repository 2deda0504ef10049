//! A generated secret that was saved, for the last time (UX-23 to UX-27): a panel that stays until it is put away, the
//! page is left or its time is over. As in the form, the secret is in an input and nowhere else.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use rekey_core::issue::Input;
use rekey_core::outcome::Outcome;

use super::clipboard::{CopyState, copy};
use super::show::{ShowButton, hide_when_away};
use super::time_left::TimeLeft;
use super::{Origin, SecretInput};
use crate::components::problem::id;
use crate::components::question::{Question, QuestionInPlace};
use crate::console::Console;
use crate::leaving::Loss;
use crate::view::{View, view, when};
use crate::{clock, dom, text};

/// How long it stays, and how much longer on request; as often as one wants (WCAG 2.2.1).
pub(super) const MINUTES: u32 = 5;

/// The id of its input.
const INPUT: &str = "shown-once";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// There is none.
    Empty,
    /// It is here.
    Here,
    /// It is here, and was to be put away without having been copied or shown.
    Asking,
    /// Its time was over.
    Over,
}

/// The panel's state; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct ShownOnce {
    secret: SecretInput,
    stage: RwSignal<Stage>,
    /// When it leaves the page, by the page's clock.
    end: StoredValue<f64>,
    /// The seconds until then.
    pub(super) seconds: RwSignal<u32>,
}

impl ShownOnce {
    /// Without a secret.
    pub fn new() -> Self {
        Self {
            secret: SecretInput::new(),
            stage: RwSignal::new(Stage::Empty),
            end: StoredValue::new(0.0),
            seconds: RwSignal::new(0),
        }
    }

    /// A write of a form ended. A generated secret that was saved moves from its field to here; a typed one is in the
    /// hands of whoever typed it, and what is less certain stays in the form (F-03). One that was here before is not
    /// the credential's any more.
    pub fn settled(self, field: SecretInput, outcome: &Outcome) {
        let is_saved = matches!(outcome, Outcome::Saved(_));
        if is_saved && field.is_generated() {
            self.secret.adopt(field);
            self.stage.set(Stage::Here);
            self.end.set_value(clock::milliseconds());
            self.keep_longer();
        } else if is_saved && !field.is_empty() {
            self.secret.wipe();
            self.stage.set(Stage::Empty);
        }
        field.settled(outcome);
    }

    /// Gives it more time.
    pub(super) fn keep_longer(self) {
        self.end.update_value(|end| *end += f64::from(MINUTES * 60_000));
        self.tick();
    }

    /// Time has passed; when it is over, the secret goes.
    pub(super) fn tick(self) {
        if !matches!(self.stage.try_get_untracked(), Some(Stage::Here | Stage::Asking)) {
            return;
        }
        let left = (self.end.get_value() - clock::milliseconds()) / 1000.0;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the seconds of a few minutes")]
        self.seconds.set(left.ceil().max(0.0) as u32);
        if left <= 0.0 {
            self.secret.wipe();
            self.stage.set(Stage::Over);
        }
    }

    fn is_here(self) -> bool {
        matches!(self.stage.get(), Stage::Here | Stage::Asking)
    }

    /// Whether it was neither copied nor shown here, so that perhaps nobody but this page holds it.
    fn is_unread(self) -> bool {
        self.is_here() && matches!(self.secret.origin(), Origin::Generated { seen: false, .. })
    }

    fn close(self) {
        if untrack(|| self.is_unread()) {
            self.stage.set(Stage::Asking);
        } else {
            self.answer(true);
        }
    }

    fn answer(self, put_away: bool) {
        if !put_away {
            // The question takes its button along.
            if let Some(input) = self.secret.node.get_untracked() {
                dom::focus(&input, INPUT);
            }
            return self.stage.set(Stage::Here);
        }
        self.secret.wipe();
        self.stage.set(Stage::Empty);
        // The button is gone: the focus goes to the result, or to the form when that was put away before.
        if let Some(input) = self.secret.node.get_untracked() {
            dom::focus(&input, id(Input::Secret));
            dom::focus(&input, "result");
        }
    }
}

/// The panel, while there is something in it.
#[component]
pub fn ShownOncePanel(
    /// What is in it.
    shown_once: ShownOnce,
    /// What the secret is called.
    #[prop(into)]
    noun: String,
) -> View {
    let ShownOnce { secret, stage, .. } = shown_once;
    // Signing out and leaving take it out of the page at once (S-03).
    on_cleanup(move || secret.forget());
    Console::here().navigation.leaving.guard(move || shown_once.is_unread().then_some(Loss::Generated));
    let (over, time) = (text::shown_once_over(&noun).text(), noun.clone());
    let over = move || (stage.get() == Stage::Over).then(|| view! { <p class="notice">{over.clone()}</p> });
    let time = move || view! { <TimeLeft shown_once noun=time.clone()/> };
    view! {
        <div hidden=move || stage.get() == Stage::Empty>
            <form class="panel" method="post" novalidate aria-labelledby="shown-once-heading"
                hidden=move || !shown_once.is_here() on:submit=|event: SubmitEvent| event.prevent_default()>
                <div class="part">
                    <LastLook secret noun=noun.clone()/>
                    <CloseQuestion shown_once noun/>
                </div>
                <div class="acts">
                    <button type="button" class="button" on:click=move |_| shown_once.close()>{text::put_away()}</button>
                    {when(move || shown_once.is_here(), time)}
                </div>
            </form>
            <div role="status">{over}</div>
        </div>
    }
}

/// The secret with the ways to take it along.
#[component]
fn LastLook(secret: SecretInput, noun: String) -> View {
    hide_when_away(secret);
    dom::leave_spelling_alone(secret.node);
    dom::keep_managers_away(secret.node);
    let heading = text::generated_what(&noun);
    let display = Console::here().display;
    let what = text::generated_noun(&noun).text();
    let copied_what = what.clone();
    view! {
        <div class="field">
            <h2 id="shown-once-heading">{heading}</h2>
            <p class="help" id="shown-once-help">{text::shown_once_explained(&noun)}</p>
            <div class="secret">
                <div class="secret-box">
                    <input class="control mono" node_ref=secret.node data-secret id=INPUT readonly
                        type=move || if secret.is_shown() { "text" } else { "password" }
                        autocomplete="off" autocapitalize="none" spellcheck="false"
                        aria-labelledby="shown-once-heading" aria-describedby="shown-once-help"/>
                    <ShowButton secret noun what controls=INPUT/>
                </div>
                <button type="button" class="button" disabled=move || display.keeps_secrets() on:click=move |_| copy(secret)>
                    {text::copy()}<span class="sr">" "{copied_what}</span>
                </button>
            </div>
            <CopyState secret/>
        </div>
    }
}

/// Asks once more when it was neither copied nor shown here (UX-24).
#[component]
fn CloseQuestion(shown_once: ShownOnce, noun: String) -> View {
    let question = move || {
        let question = Question {
            heading: text::put_away_question(&noun).text(),
            explained: text::put_away_explained(&noun).text(),
            keep: text::keep_it(),
            give_up: text::put_away().to_owned(),
        };
        let on_answer = Callback::new(move |put_away| shown_once.answer(put_away));
        view! { <QuestionInPlace id="put-away" question on_answer/> }
    };
    when(move || shown_once.stage.get() == Stage::Asking, question)
}
