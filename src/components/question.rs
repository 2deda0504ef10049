//! A question in place, before something is given up that cannot be had again (UX-21, UX-24).

use leptos::html;
use leptos::prelude::*;

use crate::components::icon::{Icon, Sign};
use crate::view::{View, view};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// A question that yes or no answers.
    pub heading: String,
    /// What would be lost.
    pub explained: String,
    /// The button that keeps it.
    pub keep: &'static str,
    /// The button that gives it up.
    pub give_up: String,
}

/// The question. Keeping is the safe answer and has the focus (UX-31).
#[component]
pub fn QuestionInPlace(
    /// The id of its heading.
    id: &'static str,
    /// The words.
    question: Question,
    /// Told the answer: whether to give it up.
    on_answer: Callback<bool>,
) -> View {
    let keep = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    let explained = [id, "-explained"].concat();
    view! {
        <div class="notice" data-tone="warn" role="group" aria-labelledby=id aria-describedby=explained.clone()>
            <Icon sign=Sign::Attention/>
            <div>
                <h2 id=id>{question.heading}</h2>
                <p id=explained>{question.explained}</p>
                <div class="picks">
                    <button type="button" class="button" node_ref=keep on:click=move |_| on_answer.run(false)>{question.keep}</button>
                    <button type="button" class="button quiet" on:click=move |_| on_answer.run(true)>{question.give_up}</button>
                </div>
            </div>
        </div>
    }
}
