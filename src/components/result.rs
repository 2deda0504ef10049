//! The result of a write: what is known, in the words of reliability.md 0.4. It stays until it is dismissed (UX-37).

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::outcome::{Deployment, DetailsLost, Outcome, ReadBack};
use web_sys::HtmlElement;

use crate::clock;
use crate::components::connection_check::Diagnosis;
use crate::components::deployment::DeploymentBoard;
use crate::components::frame::HEADING;
use crate::components::icon::{Icon, Sign};
use crate::components::receipt::ReceiptPart;
use crate::components::said::Said;
use crate::console::Console;
use crate::submission::{Check, Submission};
use crate::text::{self, Subject};
use crate::view::{Child, View, soon, view};
use crate::{dom, task};

/// The region of a result.
#[component]
pub fn ResultRegion(
    /// The form's write.
    submission: Submission,
    /// What was written.
    subject: Callback<(), Subject>,
    /// What else can be done about an outcome: buttons of the form, and the table of a conflict.
    actions: Actions,
    /// Whether the form still is as it was sent.
    is_as_sent: Callback<(), bool>,
) -> View {
    let console = Console::here();
    let region = move |outcome: Outcome| {
        let subject = untrack(|| subject.run(()));
        let noun = text::noun(subject.capabilities.secret_noun);
        let good = matches!(outcome, Outcome::Saved(_));
        let (sentences, said) = text::explanation(&outcome, &subject, submission.secret_sent());
        let said = said.and_then(|words| Some((words.theirs?, words.status)));
        let sentences = sentences.into_iter().map(|sentence| view! { {sentence}" " }).collect::<View>();
        let read_back = (outcome.is_saved() && !subject.secret_only).then(|| view! { <ReadBackLine submission noun/> });
        let board = deployment(&outcome);
        let of_form = (actions.clone(), outcome.clone());
        let is_unknown = matches!(outcome, Outcome::Unknown(_));
        let (name, place) = (noun, subject.place.clone());
        let check = is_unknown.then(|| view! { <CheckLine submission noun=name place/> });
        let title = text::title(&outcome, &subject);
        let diagnosis = diagnosis(console, submission, &outcome);
        let dismiss = move |event: leptos::ev::MouseEvent| {
            // The button goes with the result.
            dom::focus(&event_target::<HtmlElement>(&event), HEADING);
            submission.dismiss();
        };
        let rest = move || {
            let (actions, outcome) = of_form.clone();
            let (body, buttons) = (actions.0)(outcome);
            let check_button = is_unknown.then(|| view! { <CheckButton submission is_as_sent/> });
            view! {
                {board.clone().map(|deployment| view! { <DeploymentBoard deployment/> })}
                {said.clone().map(|(words, status)| view! { <div class="part"><Said words status/></div> })}
                {body}
                {move || submission.receipt().map(|receipt| view! { <ReceiptPart receipt/> })}
                <div class="acts">
                    {check_button}
                    {buttons}
                    <button type="button" class="button quiet acts-end" on:click=dismiss>{text::dismiss()}</button>
                </div>
            }
        };
        // An alert is said at once and whole. Of what went well the heading is read, and the rest is there a task later.
        let (status, alert) = if good { (Some("status"), None) } else { (None, Some("alert")) };
        view! {
            <section class="panel result" part="result" data-outcome=outcome.code() role=alert aria-labelledby=alert.map(|_| "result")>
                <div class="result-head" role=status aria-labelledby=status.map(|_| "result")>
                    <Icon sign=sign(&outcome)/>
                    <div><ResultHeading title good/><p>{sentences}</p>{diagnosis}{read_back}{check}</div>
                </div>
                {if good { soon(rest) } else { rest() }}
            </section>
        }
    };
    (move || submission.outcome().map(&region)).into_view()
}

/// What the connection has to do with it, where that may be.
fn diagnosis(console: Console, submission: Submission, outcome: &Outcome) -> Option<View> {
    let suspicion = outcome.suspicion()?;
    let connection = console.connection(&submission.place().connection)?;
    let of_change = matches!(outcome, Outcome::Unknown(_));
    Some(view! { <Diagnosis connection suspicion of_change/> })
}

/// More to show below a result, and more buttons.
type Parts = (Option<View>, Option<View>);

/// What a page adds to a result, by its outcome.
#[derive(Clone)]
pub struct Actions(Arc<dyn Fn(Outcome) -> Parts + Send + Sync>);

impl Actions {
    /// From a function.
    pub fn new(parts: impl Fn(Outcome) -> Parts + Send + Sync + 'static) -> Self {
        Self(Arc::new(parts))
    }
}

/// The heading takes the focus, so that the result is read at once wherever one was. What went well is said by its status
/// anyway, so it is painted first: to give the focus, the browser lays out the page.
#[component]
fn ResultHeading(title: text::Phrase, good: bool) -> View {
    let node = NodeRef::<html::H2>::new();
    Effect::new(move |_| match node.get() {
        Some(heading) if good => spawn_local(async move {
            task::painted().await;
            dom::take_focus(&heading);
        }),
        Some(heading) => dom::take_focus(&heading),
        None => {}
    });
    view! { <h2 id="result" tabindex="-1" node_ref=node>{title}</h2> }
}

/// What reading the record again showed; it arrives after the result itself.
#[component]
fn ReadBackLine(submission: Submission, noun: &'static str) -> View {
    let words = move || {
        submission.read_back().map(|read_back| match read_back {
            ReadBack::Confirmed => text::fields_read_back(noun),
            ReadBack::Differs => text::fields_differ().into(),
            ReadBack::Unavailable => text::fields_not_read().into(),
        })
    };
    view! { <p class="was">{words}</p> }
}

/// Looks whether a write of which nothing is known was carried out; as often as one wants (F-03, F-04).
#[component]
fn CheckButton(submission: Submission, is_as_sent: Callback<(), bool>) -> View {
    let console = Console::here();
    let busy = move || submission.checked() == Some(Check::OnItsWay);
    view! {
        <button type="button" class="button" aria-busy=move || busy().then_some("true") on:click=move |_| submission.check(console, is_as_sent)>
            {move || if busy() { text::checking() } else { text::check_again() }}
        </button>
    }
}

/// What the last look said, and when.
#[component]
fn CheckLine(submission: Submission, noun: &'static str, place: String) -> View {
    let line = move |check: Check| {
        let (words, when) = match check {
            Check::OnItsWay => return View::fragment(),
            Check::Looked(found, when) => (text::found(&found, noun), when),
            Check::Failed(failure, when) => (text::read_failure(&failure, &place).ours, when),
        };
        let when = text::checked_at(&clock::time(when));
        view! { {when}" "{words} }
    };
    view! { <p class="was" role="status">{move || submission.checked().map(&line)}</p> }
}

fn deployment(outcome: &Outcome) -> Option<Deployment> {
    let (Outcome::Saved(deployment)
    | Outcome::SavedNotDeployed(deployment)
    | Outcome::SavedDetailsLost(DetailsLost::NotReported(deployment))) = outcome
    else {
        return None;
    };
    (!deployment.environments.is_empty()).then(|| deployment.clone())
}

fn sign(outcome: &Outcome) -> Sign {
    match outcome {
        Outcome::Saved(_) => Sign::Good,
        Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Conflict(_) => Sign::Attention,
        Outcome::Rejected(_) => Sign::Failed,
        Outcome::NotSent(_) => Sign::Off,
        Outcome::Unknown(_) => Sign::Unsure,
    }
}
