//! The list of allowed addresses, and what one may not have meant by it (ux.md 3 L). Nothing is changed unasked.

use leptos::prelude::*;
use rekey_core::address;
use rekey_core::address::review::{Finding, Mend, review};
use rekey_core::capabilities::Field;
use rekey_core::issue::Input;

use crate::components::chips::{Chips, EntryRules};
use crate::components::icon::{Icon, Sign};
use crate::components::problem::{Issues, id};
use crate::view::{View, view};
use crate::{dom, text};

/// The entries, and the notes below them.
#[component]
pub(super) fn AddressField(entries: RwSignal<Vec<String>>, issues: Issues) -> View {
    let input = Input::Field(Field::Addresses);
    let rules = EntryRules { split: split_addresses, valid: address::is_address_or_range };
    let open = move || entries.with(Vec::is_empty);
    let help = Signal::derive(move || if open() { text::addresses_any() } else { text::addresses_help() });
    view! {
        <div class="field">
            <Chips input label=text::field(Field::Addresses) hint=text::add_address() help issues entries rules/>
            <Notes entries/>
        </div>
    }
}

fn split_addresses(text: &str) -> Vec<String> {
    address::split_list(text).map(str::to_owned).collect()
}

/// One line for each finding. They come and go while one types elsewhere, so a screen reader is told.
#[component]
fn Notes(entries: RwSignal<Vec<String>>) -> View {
    let place = NodeRef::<leptos::html::Div>::new();
    let findings = Memo::new(move |_| entries.with(|entries| review(entries)));
    let mend = Callback::new(move |mend: Mend| {
        entries.update(|entries| mend.apply(entries));
        // The button is gone with its note.
        if let Some(place) = place.get_untracked() {
            dom::focus(&place, id(Input::Field(Field::Addresses)));
        }
    });
    let lines = move |findings: &Vec<Finding>| {
        let lines: View = findings.iter().map(|finding| note(finding, mend)).collect();
        (!findings.is_empty()).then(|| view! { <ul class="changes notes">{lines}</ul> })
    };
    view! { <div aria-live="polite" node_ref=place>{move || findings.with(lines)}</div> }
}

fn note(finding: &Finding, mend: Callback<Mend>) -> View {
    let (sign, tone) = match finding {
        Finding::AnyAddress { .. } => (Sign::Danger, "bad"),
        Finding::HostBits { .. } | Finding::Mapped { .. } | Finding::VeryLarge { .. } => (Sign::Attention, "warn"),
        Finding::Duplicate { .. } | Finding::Within { .. } => (Sign::Note, "note"),
    };
    let button = finding.mend().map(|way| {
        let words = text::mend(&way).text();
        let press = move |_| mend.run(way.clone());
        view! { <button type="button" class="button small" on:click=press>{words}</button> }
    });
    view! { <li data-tone=tone><Icon sign/><div><p>{text::finding(finding)}</p>{button}</div></li> }
}
