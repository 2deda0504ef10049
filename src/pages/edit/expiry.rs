//! The end of a credential: typed or picked in the person's zone, sent in UTC (UX-46).

use leptos::prelude::*;
use rekey_core::capabilities::{ExpiryRules, Field};
use rekey_core::credential::{Credential, Expiry};
use rekey_core::draft::{CredentialDraft, ExpiryEdit, Pick};
use rekey_core::issue::Input;
use rekey_core::timestamp::Timestamp;

use crate::components::field::TextField;
use crate::components::icon::{Icon, Sign};
use crate::components::problem::Issues;
use crate::text::Phrase;
use crate::view::{View, view};
use crate::{clock, text};

/// What stands in the two fields; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed {
    pub(super) date: RwSignal<String>,
    pub(super) time: RwSignal<String>,
    pub(super) base: RwSignal<Credential>,
}

impl Typed {
    /// A draft of these two fields alone, and again when they change.
    fn draft(self) -> CredentialDraft {
        CredentialDraft { expiry_date: self.date.get(), expiry_time: self.time.get(), ..CredentialDraft::default() }
    }

    /// What is sent, in words.
    fn line(self, zone: &str, rules: ExpiryRules) -> Vec<Phrase> {
        let expiry = clock::with_clock(|clock| self.base.with(|base| self.draft().parse_expiry(base, clock)));
        let line = match (expiry, self.base.with(|base| base.expiry.clone())) {
            (Ok(ExpiryEdit::At(end)), _) | (Ok(ExpiryEdit::Untouched), Expiry::At(end, _)) => {
                return vec![
                    text::expiry_sent(zone, &clock::utc(end)),
                    " ".into(),
                    text::expiry_distance(&clock::relative(end)),
                ];
            }
            (Ok(ExpiryEdit::Untouched), Expiry::Unreadable(raw)) => text::expiry_unreadable(&raw),
            (Ok(ExpiryEdit::Never), _) if !rules.removable => text::expiry_kept(zone),
            (Ok(ExpiryEdit::Untouched), Expiry::Never) if !rules.removable => text::expiry_zone(zone),
            (Ok(ExpiryEdit::Never), _) | (Ok(ExpiryEdit::Untouched), Expiry::Never) => text::expiry_never(zone),
            (Err(_), _) => text::expiry_zone(zone),
        };
        vec![line]
    }

    /// The second of two moments at which the clocks show the typed time.
    fn second(self) -> Option<Timestamp> {
        clock::with_clock(|clock| self.base.with(|base| self.draft().second_end(base, clock)))
    }

    /// Puts the end of a day into the fields.
    fn pick(self, pick: Pick) {
        if let Some(date) = clock::with_clock(|clock| pick.date(clock)) {
            self.date.set(date);
            self.time.set(String::new());
        }
    }
}

/// Date and time in the person's zone, and the moment that is sent in UTC.
#[component]
pub(super) fn ExpiryFields(typed: Typed, rules: ExpiryRules, issues: Issues) -> View {
    let zone = clock::zone();
    let picks = Pick::ALL.into_iter().map(|pick| {
        let words = text::pick(pick).text();
        view! { <button type="button" class="button small" on:click=move |_| typed.pick(pick)>{words}</button> }
    });
    let twice = move || {
        let words = text::expiry_twice(&typed.time.get(), &clock::utc(typed.second()?));
        Some(view! { <p class="warning"><Icon sign=Sign::Attention/><span>{words}</span></p> })
    };
    let date = Input::Field(Field::Expiry);
    view! {
        <fieldset class="field">
            <legend class="sr">{text::expiry()}</legend>
            <div class="fields">
                <TextField input=date label=text::expiry_date() issues value=typed.date kind="date" help="expiry-help"/>
                <TextField input=Input::ExpiryTime label=text::expiry_time() issues value=typed.time kind="time" help="expiry-help"/>
            </div>
            <div class="picks">{picks.collect::<View>()}</div>
            <div aria-live="polite">
                <p class="help" id="expiry-help">{move || typed.line(&zone, rules)}</p>
                {twice}
            </div>
        </fieldset>
    }
}
