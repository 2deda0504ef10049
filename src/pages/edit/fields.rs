//! The draft on screen: one signal per field, and the view of each field that the dialect has.

use leptos::prelude::*;
use rekey_core::address;
use rekey_core::capabilities::Field;
use rekey_core::credential::{Credential, Expiry};
use rekey_core::draft::{CredentialDraft, ExpiryEdit};
use rekey_core::issue::Input;

use crate::components::chips::{Chips, EntryRules};
use crate::components::field::TextField;
use crate::components::problem::Issues;
use crate::view::{View, view};
use crate::{clock, text};

/// What stands in the fields; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct DraftFields {
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

    /// The view of one field.
    pub fn view(self, field: Field, base: RwSignal<Credential>, issues: Issues) -> View {
        let (input, label) = (Input::Field(field), text::field(field));
        match field {
            Field::FullName => view! { <TextField input label issues value=self.full_name/> },
            Field::Email => view! { <TextField input label issues value=self.email kind="email"/> },
            Field::Description => view! { <TextField input label issues value=self.description/> },
            Field::Roles => {
                let rules = EntryRules { split: split_roles, valid: |role| !role.trim().is_empty() };
                view! { <Chips input label hint=text::add_role() issues entries=self.roles rules/> }
            }
            Field::Addresses => {
                let rules = EntryRules { split: split_addresses, valid: address::is_address_or_range };
                let open = move || self.addresses.with(Vec::is_empty);
                let help = Signal::derive(move || if open() { text::addresses_any() } else { text::addresses_help() });
                view! { <Chips input label hint=text::add_address() help issues entries=self.addresses rules/> }
            }
            Field::Enabled => view! { <Switch value=self.enabled/> },
            Field::Expiry => view! { <ExpiryFields fields=self base issues/> },
        }
    }
}

/// A role's name may hold blanks, so only commas and lines divide.
fn split_roles(text: &str) -> Vec<String> {
    text.split([',', '\n', '\r', '\t']).map(str::trim).filter(|role| !role.is_empty()).map(str::to_owned).collect()
}

fn split_addresses(text: &str) -> Vec<String> {
    address::split_list(text).map(str::to_owned).collect()
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

/// Date and time in the person's zone, and the moment that is sent in UTC (UX-46).
#[component]
fn ExpiryFields(fields: DraftFields, base: RwSignal<Credential>, issues: Issues) -> View {
    let zone = clock::zone();
    let line = move || {
        let expiry = clock::with_clock(|clock| base.with(|base| fields.draft().parse_expiry(base, clock)));
        match (expiry, base.with(|base| base.expiry.clone())) {
            (Ok(ExpiryEdit::At(end)), _) | (Ok(ExpiryEdit::Untouched), Expiry::At(end, _)) => {
                text::expiry_sent(&zone, &clock::utc(end))
            }
            (Ok(ExpiryEdit::Untouched), Expiry::Unreadable(raw)) => text::expiry_unreadable(&raw),
            (Ok(ExpiryEdit::Never), _) | (Ok(ExpiryEdit::Untouched), Expiry::Never) => text::expiry_never(&zone),
            (Err(_), _) => text::expiry_zone(&zone),
        }
    };
    let date = Input::Field(Field::Expiry);
    view! {
        <fieldset class="field">
            <legend class="sr">{text::expiry()}</legend>
            <div class="fields">
                <TextField input=date label=text::expiry_date() issues value=fields.expiry_date kind="date" help="expiry-help"/>
                <TextField input=Input::ExpiryTime label=text::expiry_time() issues value=fields.expiry_time kind="time" help="expiry-help"/>
            </div>
            <p class="help" id="expiry-help">{line}</p>
        </fieldset>
    }
}
