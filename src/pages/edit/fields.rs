//! The draft on screen: one signal per field, and the view of each field that the dialect has.

use leptos::prelude::*;
use rekey_core::capabilities::{Capabilities, Field};
use rekey_core::credential::Credential;
use rekey_core::draft::CredentialDraft;
use rekey_core::issue::Input;

use super::addresses::AddressField;
use super::expiry::{ExpiryFields, Typed};
use super::roles::RoleField;
use crate::components::field::TextField;
use crate::components::problem::Issues;
use crate::page::Place;
use crate::text;
use crate::view::{View, view};

/// What stands in the fields; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct DraftFields {
    name: RwSignal<String>,
    full_name: RwSignal<String>,
    email: RwSignal<String>,
    description: RwSignal<String>,
    roles: RwSignal<Vec<String>>,
    addresses: RwSignal<Vec<String>>,
    enabled: RwSignal<bool>,
    expiry_date: RwSignal<String>,
    expiry_time: RwSignal<String>,
}

impl DraftFields {
    /// The fields as the draft has them.
    pub fn new(draft: CredentialDraft) -> Self {
        Self {
            name: RwSignal::new(draft.name),
            full_name: RwSignal::new(draft.full_name),
            email: RwSignal::new(draft.email),
            description: RwSignal::new(draft.description),
            roles: RwSignal::new(draft.roles),
            addresses: RwSignal::new(draft.addresses),
            enabled: RwSignal::new(draft.enabled),
            expiry_date: RwSignal::new(draft.expiry_date),
            expiry_time: RwSignal::new(draft.expiry_time),
        }
    }

    /// Puts another draft into the fields.
    pub fn set(self, draft: CredentialDraft) {
        self.name.set(draft.name);
        self.full_name.set(draft.full_name);
        self.email.set(draft.email);
        self.description.set(draft.description);
        self.roles.set(draft.roles);
        self.addresses.set(draft.addresses);
        self.enabled.set(draft.enabled);
        self.expiry_date.set(draft.expiry_date);
        self.expiry_time.set(draft.expiry_time);
    }

    /// What stands in the fields now, and again when that changes.
    pub fn draft(self) -> CredentialDraft {
        CredentialDraft {
            name: self.name.get(),
            full_name: self.full_name.get(),
            email: self.email.get(),
            description: self.description.get(),
            roles: self.roles.get(),
            addresses: self.addresses.get(),
            enabled: self.enabled.get(),
            expiry_date: self.expiry_date.get(),
            expiry_time: self.expiry_time.get(),
        }
    }

    /// Whether the name is another one than the record's, and again when that changes.
    pub fn is_renamed(self, base: RwSignal<Credential>) -> bool {
        base.with(|base| self.name.with(|name| *name != base.name))
    }

    /// The view of one field.
    pub fn view(
        self,
        field: Field,
        place: &Place,
        base: RwSignal<Credential>,
        capabilities: &Capabilities,
        issues: Issues,
    ) -> View {
        let (input, label) = (Input::Field(field), text::field(field));
        match field {
            Field::Name => view! { <TextField input label issues value=self.name/> },
            Field::FullName => view! { <TextField input label issues value=self.full_name/> },
            Field::Email => view! { <TextField input label issues value=self.email kind="email"/> },
            Field::Description => view! { <TextField input label issues value=self.description/> },
            Field::Roles => view! { <RoleField entries=self.roles place=place.clone() base issues/> },
            Field::Addresses => view! { <AddressField entries=self.addresses issues/> },
            Field::Enabled => view! { <Switch value=self.enabled/> },
            Field::Expiry => {
                let typed = Typed { date: self.expiry_date, time: self.expiry_time, base };
                view! { <ExpiryFields typed rules=capabilities.expiry issues/> }
            }
        }
    }
}

/// Whether callers are let in, with the consequence beside it (UX-50).
#[component]
fn Switch(value: RwSignal<bool>) -> View {
    view! {
        <div class="check">
            <input type="checkbox" id="enabled" aria-describedby="enabled-help" prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))/>
            <label for="enabled">{text::enabled()}</label>
            <p class="help" id="enabled-help">{move || if value.get() { text::enabled_on() } else { text::enabled_off() }}</p>
        </div>
    }
}
