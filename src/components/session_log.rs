//! What was changed since the tab was opened, newest first (ux.md 3 K). It is gone with the tab.

use leptos::prelude::*;
use rekey_core::receipt::Receipt;

use crate::components::copy_button::CopyButton;
use crate::console::Console;
use crate::view::{View, view, when};
use crate::{clock, text};

/// The changes of one connection; nothing while there are none.
#[component]
pub fn SessionLog(
    /// The connection's id.
    id: String,
) -> View {
    let console = Console::here();
    let own = Memo::new(move |_| {
        let all = console.receipts.get();
        let own = all.into_iter().rev().filter(|(connection, _)| *connection == id);
        own.map(|(_, receipt)| receipt).collect::<Vec<_>>()
    });
    let content = Callback::new(move |()| {
        own.with_untracked(|own| own.iter().rev().map(text::receipt).collect::<Vec<_>>().join("\n"))
    });
    let section = move || {
        view! {
            <section class="panel apart" aria-labelledby="log">
                <div class="toolbar">
                    <h2 id="log">{text::session_log()}</h2>
                    <CopyButton label=text::copy_as_markdown() content/>
                </div>
                <ul class="rows flat">{move || own.with(|own| own.iter().map(row).collect::<View>())}</ul>
            </section>
        }
    };
    when(move || own.with(|own| !own.is_empty()), section)
}

fn row(receipt: &Receipt) -> View {
    view! {
        <li>
            <div>
                <p><bdi class="mono">{text::visible(&receipt.credential)}</bdi></p>
                <p class="row-meta">{text::changed_what(receipt)}</p>
            </div>
            <span>{text::outcome_word(receipt.outcome)}</span>
            <span class="count">{clock::here(receipt.when)}</span>
        </li>
    }
}
