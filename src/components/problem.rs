//! The error summary and the message at a field (UX-32): the same words in both, tied together.

use leptos::prelude::*;
use rekey_core::capabilities::Field;
use rekey_core::dialect::Dialect;
use rekey_core::issue::{Input, Issue};

use crate::components::icon::{Icon, Sign};
use crate::view::{View, view, when};
use crate::{dom, text};

/// What is wrong with a form, and in which dialect's words.
#[derive(Debug, Clone, Copy)]
pub struct Issues {
    list: RwSignal<Vec<Issue>>,
    dialect: Dialect,
    summary: NodeRef<leptos::html::Section>,
}

impl Issues {
    /// Nothing is wrong yet.
    pub fn new(dialect: Dialect) -> Self {
        Self { list: RwSignal::new(Vec::new()), dialect, summary: NodeRef::new() }
    }

    /// Shows these, and moves the focus to the summary if there are any.
    pub fn show(self, issues: Vec<Issue>) {
        let any = !issues.is_empty();
        if any || self.list.with_untracked(|list| !list.is_empty()) {
            self.list.set(issues);
        }
        if any {
            // The summary may only appear with this change.
            request_animation_frame(move || {
                if let Some(summary) = self.summary.try_get_untracked().flatten() {
                    dom::take_focus(&summary);
                }
            });
        }
    }

    /// Whether an input has an issue.
    pub fn has(self, input: Input) -> bool {
        self.list.with(|list| list.iter().any(|issue| issue.input() == input))
    }

    /// What is wrong, in the dialect's words.
    pub fn words(self, issue: &Issue) -> text::Phrase {
        text::issue(issue, self.dialect)
    }

    /// The ids that describe an input: its help, and its message while there is one.
    pub fn described_by(self, input: Input, help: &'static str) -> String {
        if self.has(input) { format!("{help} {}-error", id(input)).trim().to_owned() } else { help.to_owned() }
    }
}

/// The id of an input.
pub fn id(input: Input) -> &'static str {
    match input {
        Input::Field(Field::Name) => "name",
        Input::Field(Field::FullName) => "full-name",
        Input::Field(Field::Email) => "email",
        Input::Field(Field::Description) => "description",
        Input::Field(Field::Roles) => "roles",
        Input::Field(Field::Addresses) => "addresses",
        Input::Field(Field::Enabled) => "enabled",
        Input::Field(Field::Expiry) => "expiry-date",
        Input::ExpiryTime => "expiry-time",
        Input::Secret => "secret",
        Input::Operator => "operator",
        Input::Confirmation => "confirmation",
    }
}

/// The list of everything that is wrong, with a link to each input.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    issues: Issues,
) -> View {
    let entries = move || {
        let entry = |issue: &Issue| {
            let target = id(issue.input());
            // The fragment belongs to the page's address, so the link only moves the focus.
            let go = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                if let Some(summary) = issues.summary.get_untracked() {
                    dom::focus(&summary, target);
                }
            };
            let words = text::issue(issue, issues.dialect);
            view! { <li><a href=format!("#{target}") on:click=go>{words}</a></li> }
        };
        issues.list.with(|list| list.iter().map(entry).collect::<View>())
    };
    let summary = move || {
        view! {
            <section class="notice" data-tone="bad" tabindex="-1" role="alert" aria-labelledby="problem" node_ref=issues.summary>
                <Icon sign=Sign::Failed/>
                <div>
                    <h2 id="problem">{text::there_is_a_problem()}</h2>
                    <ul>{entries}</ul>
                </div>
            </section>
        }
    };
    when(move || issues.list.with(|list| !list.is_empty()), summary)
}

/// The messages at an input.
#[component]
pub fn FieldErrors(
    /// What is wrong.
    issues: Issues,
    /// The input.
    input: Input,
) -> View {
    let messages = move || {
        issues.list.with(|list| {
            let own = list.iter().filter(|issue| issue.input() == input);
            own.map(|issue| view! { <span>{text::issue(issue, issues.dialect)}</span> }).collect::<View>()
        })
    };
    let error = move || {
        view! {
            <p class="error" id=format!("{}-error", id(input))>
                <Icon sign=Sign::Failed/><span class="stack-lines">{messages}</span>
            </p>
        }
    };
    when(move || issues.has(input), error)
}
