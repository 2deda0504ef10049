//! That a form goes on with changes that were made before, and the way to be rid of them (UX-43).

use leptos::html;
use leptos::prelude::*;
use rekey_core::draft::CredentialDraft;

use super::form::Editing;
use crate::components::icon::{Icon, Sign};
use crate::drafts::Resumed;
use crate::view::{View, view, when};
use crate::{clock, text};

/// What there is to say of changes made before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Earlier {
    /// There are none.
    Nothing,
    /// They are here.
    Here {
        /// When they were made, in milliseconds of the page's clock.
        since: f64,
        /// Whether the record has changed since.
        is_rebased: bool,
    },
    /// They were here.
    Discarded,
}

impl Earlier {
    /// What there is to say of what a form goes on with.
    pub(super) fn of(resumed: Option<&Resumed>) -> Self {
        resumed.map_or(Self::Nothing, |resumed| Self::Here { since: resumed.since, is_rebased: resumed.is_rebased })
    }
}

/// The line, while there is something to say.
#[component]
pub(super) fn EarlierChanges(editing: Editing) -> View {
    let node = NodeRef::<html::Div>::new();
    let discard = move |_| {
        let base = editing.base.get_untracked();
        editing.fields.set(clock::with_clock(|clock| CredentialDraft::of(&base, clock)));
        editing.earlier.set(Earlier::Discarded);
        // The button is gone: the focus goes to what became of it.
        if let Some(node) = node.get_untracked() {
            let _ = node.focus();
        }
    };
    let line = move || match editing.earlier.get() {
        Earlier::Nothing => None,
        Earlier::Here { since, is_rebased } => {
            let rebased = is_rebased.then(|| view! { " "{text::draft_rebased()} });
            let button = view! {
                <button type="button" class="text-button" on:click=discard>{text::discard_draft()}</button>
            };
            Some(view! { <p>{text::draft_kept(&clock::minute(since))}{rebased}" "{button}</p> })
        }
        Earlier::Discarded => Some(view! { <p>{text::draft_discarded()}</p> }),
    };
    // The place stays while its words change, so that the focus can stay in it.
    let notice = move || {
        view! { <div class="notice" data-tone="note" tabindex="-1" node_ref=node><Icon sign=Sign::Note/>{line}</div> }
    };
    when(move || editing.earlier.get() != Earlier::Nothing, notice)
}
