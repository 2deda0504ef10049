//! Who does the change, where the API wants to know (Z4).

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::issue::{Input, Issue};

use crate::components::field::TextField;
use crate::components::problem::Issues;
use crate::console::Console;
use crate::text;
use crate::view::{View, view};

/// What stands in the field; nothing where the API has no such field. A handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Operator(Option<RwSignal<String>>);

impl Operator {
    /// The last operator of the session, else the one of the configuration.
    pub fn new(console: Console, connection: &Connection) -> Self {
        let wanted = connection.dialect.capabilities().operator;
        Self(wanted.then(|| RwSignal::new(console.operator(connection))))
    }

    /// Who it is, without the blanks around it.
    pub fn read(self) -> Option<String> {
        self.0.map(|name| name.get_untracked().trim().to_owned())
    }

    /// The same, and again when it changes.
    pub fn follow(self) -> Option<String> {
        self.0.map(|name| name.get().trim().to_owned())
    }

    /// What keeps the form from being sent.
    pub fn issue(self) -> Option<Issue> {
        self.read()?.is_empty().then_some(Issue::OperatorEmpty)
    }
}

/// The field with its help.
#[component]
pub fn OperatorField(
    /// What stands in it.
    operator: Operator,
    /// What is wrong with the form.
    issues: Issues,
) -> View {
    let field = |value| {
        view! {
            <div class="field">
                <TextField input=Input::Operator label=text::operator() issues value help="operator-help"/>
                <p class="help" id="operator-help">{text::operator_help()}</p>
            </div>
        }
    };
    view! { {operator.0.map(field)} }
}
