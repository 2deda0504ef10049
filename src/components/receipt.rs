//! The receipt of a write, for a ticket (ux.md 3 K).

use leptos::prelude::*;
use rekey_core::receipt::Receipt;

use crate::components::copy_button::CopyButton;
use crate::text;
use crate::view::{View, view};

/// The receipt as it is copied, and the ways to copy it.
#[component]
pub fn ReceiptPart(
    /// The receipt.
    receipt: Receipt,
) -> View {
    let words = text::receipt(&receipt);
    let markdown = words.clone();
    let as_markdown = Callback::new(move |()| markdown.clone());
    let as_json = Callback::new(move |()| receipt.json(text::TOOL));
    view! {
        <div class="part">
            <details class="fold">
                <summary>{text::receipt_heading()}</summary>
                <pre>{words}</pre>
                <div class="picks">
                    <CopyButton label=text::copy_as_markdown() content=as_markdown/>
                    <CopyButton label=text::copy_as_json() content=as_json/>
                </div>
            </details>
        </div>
    }
}
