//! Generating: the button, and the question before a value is replaced that may be in use already (UX-20, UX-21).

use leptos::html;
use leptos::prelude::*;
use rekey_core::generator::Recipe;
use rekey_core::password::PasswordPolicy;

use super::SecretInput;
use crate::components::question::{Question, QuestionInPlace};
use crate::console::Console;
use crate::view::{View, view, when};
use crate::{shortcuts, text};

/// The generator of a field. What is chosen lives as long as the form and no longer; a handle that copies.
#[derive(Clone, Copy)]
pub(super) struct Generator {
    secret: SecretInput,
    /// How the next value is made.
    pub(super) recipe: RwSignal<Recipe>,
    /// Whether the choices are open.
    pub(super) open: RwSignal<bool>,
    asking: RwSignal<bool>,
    button: NodeRef<html::Button>,
    on_change: Callback<()>,
}

impl Generator {
    /// One whose choices keep to a policy, if there is one.
    pub(super) fn new(secret: SecretInput, policy: Option<PasswordPolicy>, on_change: Callback<()>) -> Self {
        Self {
            secret,
            recipe: RwSignal::new(Recipe::new(policy)),
            open: RwSignal::new(false),
            asking: RwSignal::new(false),
            button: NodeRef::new(),
            on_change,
        }
    }

    fn press(self) {
        if self.secret.may_be_live() {
            self.asking.set(true);
        } else {
            self.generate();
        }
    }

    fn generate(self) {
        self.asking.set(false);
        self.secret.generate(self.recipe.get_untracked());
        self.on_change.run(());
    }

    /// The question is answered; its buttons are gone, so the focus goes back to where it came from.
    fn answer(self, another: bool) {
        self.asking.set(false);
        if another {
            self.generate();
        }
        if let Some(button) = self.button.get_untracked() {
            let _ = button.focus();
        }
    }
}

/// The button that generates.
#[component]
pub(super) fn GenerateButton(generator: Generator) -> View {
    let display = Console::here().display;
    view! {
        <button type="button" class="button" node_ref=generator.button
            aria-keyshortcuts=move || display.key(shortcuts::GENERATE) on:click=move |_| generator.press()>{text::generate()}</button>
    }
}

/// The question before it, where there is one to ask.
#[component]
pub(super) fn AnotherQuestion(
    generator: Generator,
    /// What the secret is called.
    noun: String,
) -> View {
    let question = move || {
        let question = Question {
            heading: text::another_question(&noun).text(),
            explained: text::another_explained(&noun).text(),
            keep: text::keep_it(),
            give_up: text::generate_another().to_owned(),
        };
        let on_answer = Callback::new(move |another| generator.answer(another));
        view! { <QuestionInPlace id="another" question on_answer/> }
    };
    // What is typed meanwhile has taken the value's place already.
    when(move || generator.asking.get() && generator.secret.may_be_live(), question)
}
