//! The roles of a credential, with those of its project to choose from (UX-48). They come from the list that is known
//! already; where only the one record was looked up, there is nothing to suggest, and nothing is claimed.

use leptos::prelude::*;
use rekey_core::capabilities::Field;
use rekey_core::credential::Credential;
use rekey_core::issue::Input;
use rekey_core::roles::SeenRoles;

use crate::components::chips::{Chips, Choice, EntryRules, Suggest};
use crate::components::problem::Issues;
use crate::console::Console;
use crate::page::Place;
use crate::text;
use crate::view::{View, view};

/// The entries, and what is suggested for them.
#[component]
pub(super) fn RoleField(
    entries: RwSignal<Vec<String>>,
    place: Place,
    base: RwSignal<Credential>,
    issues: Issues,
) -> View {
    let listing = Console::here().records.listing(&place);
    let seen = Memo::new(move |_| {
        let known = listing.with(|listing| listing.entries.clone())?;
        Some(base.with(|base| SeenRoles::of(&known, &base.id)))
    });
    let choices = Callback::new(move |typed: String| {
        let found = seen
            .with(|seen| entries.with(|chosen| seen.as_ref().map(|seen| seen.matching(&typed, chosen, &text::lower))));
        let choice = |count| text::count(count, count);
        found
            .unwrap_or_default()
            .into_iter()
            .map(|role| Choice { entry: role.name, note: choice(role.credentials) })
            .collect()
    });
    let remark = Callback::new(move |role: String| {
        let is_new = seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.is_new(&role)));
        is_new.then(text::role_not_elsewhere)
    });
    let rules = EntryRules { split: split_roles, valid: |role| !role.trim().is_empty() };
    let suggest = Suggest { choices, remark };
    let input = Input::Field(Field::Roles);
    view! { <Chips input label=text::field(Field::Roles) hint=text::add_role() issues entries rules suggest/> }
}

/// A role's name may hold blanks, so only commas and lines divide.
fn split_roles(text: &str) -> Vec<String> {
    text.split([',', '\n', '\r', '\t']).map(str::trim).filter(|role| !role.is_empty()).map(str::to_owned).collect()
}
