//! Everything that was checked, and how it stands.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use rekey_core::diagnosis::{Cause, Finding, Gravity, Report, State};

use super::sentences;
use crate::components::copy_button::CopyButton;
use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::diagnosis::Checkup;
use crate::view::{View, view};
use crate::{clock, text};

/// The native dialog, open.
#[component]
pub fn CheckDialog(
    /// The check.
    checkup: Checkup,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> View {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            let _ = dialog.show_modal();
        }
    });
    let (state, report, asked, again) = (checkup.clone(), checkup.clone(), checkup.clone(), checkup.clone());
    let busy = Memo::new(move |_| state.known().asking);
    let shown = Memo::new(move |_| report.known().found.map(|(report, when)| Shown(report, when)));
    let connection = checkup.connection().clone();
    let place = Console::place_name(&connection);
    let copied = Callback::new(move |()| {
        asked
            .known_untracked()
            .found
            .map_or_else(String::new, |(report, when)| text::connection_report(&report, &place, &clock::time(when)))
    });
    view! {
        <dialog class="dialog" part="dialog" aria-labelledby="connection-check" node_ref=node on:close=move |_| open.set(false)>
            <form method="dialog">
                <h2 class="dialog-head" id="connection-check">{text::connection_check()}</h2>
                <div class="part">
                    <div class="was"><p>{text::product_at(&connection)}</p><p>{text::check_explained()}</p></div>
                    <p role="status">{move || summary(busy.get(), shown.get())}</p>
                    {move || shown.get().map(|Shown(report, _)| findings(&report))}
                </div>
                <div class="acts">
                    <button type="submit" class="button primary" part="button-primary" autofocus>{text::close()}</button>
                    <button type="button" class="button" aria-busy=move || busy.get().then_some("true") on:click=move |_| again.again()>
                        {text::check_again()}
                    </button>
                    <CopyButton label=text::copy_report() content=copied/>
                </div>
            </form>
        </dialog>
    }
}

/// A report as it is shown; another one is shown anew.
#[derive(Debug, Clone)]
struct Shown(Arc<Report>, f64);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What it comes to, and when.
fn summary(busy: bool, shown: Option<Shown>) -> View {
    match shown {
        Some(Shown(report, when)) if !busy => {
            let fine = report.causes().next().is_none().then(text::check_found_nothing);
            view! { {text::checked_at(&clock::time(when))}" "{fine} }
        }
        Some(_) | None => view! { {text::checking()} },
    }
}

fn findings(report: &Arc<Report>) -> View {
    let product = report.evidence.dialect.product();
    let rows = report.findings.iter().map(|finding| row(finding, product)).collect::<View>();
    let asked = text::exchanges(report).into_iter().map(|it| view! { <dt>{it.asked}</dt><dd>{it.came}</dd> });
    view! {
        <ul class="changes">{rows}</ul>
        <details class="fold">
            <summary>{text::what_was_asked()}</summary>
            <dl class="facts folded">
                <dt>{text::this_page()}</dt><dd><bdi class="mono">{report.evidence.page.origin.clone()}</bdi></dd>
                {asked.collect::<View>()}
            </dl>
        </details>
    }
}

/// A sign, a word, and where something is wrong what to do about it.
fn row(finding: &Finding, product: &str) -> View {
    let (sign, tone) = look(&finding.state);
    let wrong = match &finding.state {
        State::Wrong(cause) => Some(wrong(cause, product)),
        State::Fine | State::Unknown => None,
    };
    view! {
        <li data-tone=tone>
            <Icon sign/>
            <div>
                <p>{text::check(finding.check, product)}" "<span class="state">{text::check_state(&finding.state)}</span></p>
                {wrong}
            </div>
        </li>
    }
}

fn wrong(cause: &Cause, product: &str) -> View {
    let stands = cause.names_what_stands();
    let remedy = cause.remedy().map(|remedy| {
        let copied = remedy.clone();
        let content = Callback::new(move |()| copied.clone());
        let copy = (!stands).then(|| view! { <div><CopyButton label=text::copy() content/></div> });
        let label = stands.then(|| view! { <p class="help">{text::says_now()}</p> });
        view! { <div class="fold folded">{label}<pre class="command" dir="ltr">{remedy}</pre>{copy}</div> }
    });
    view! { <p class="was">{sentences(cause, product)}</p>{remedy} }
}

fn look(state: &State) -> (Sign, &'static str) {
    match state {
        State::Fine => (Sign::Good, "good"),
        State::Wrong(cause) if cause.gravity() == Gravity::Disturbs => (Sign::Attention, "warn"),
        State::Wrong(_) => (Sign::Failed, "bad"),
        State::Unknown => (Sign::Unsure, "unsure"),
    }
}
