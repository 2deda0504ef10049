//! The server's own words, marked as its own (P-07).

use leptos::prelude::*;

use crate::text;
use crate::view::{View, view};

/// A quotation of the server, word for word, as text. Nobody knows its language, so none is claimed for it (UX-56).
#[component]
pub fn Said(
    /// The words.
    words: String,
    /// The HTTP status, behind a fold.
    status: Option<u16>,
) -> View {
    let status = status.filter(|status| *status > 0).map(|status| {
        view! {
            <details class="fold">
                <summary>{text::details()}</summary>
                <pre>{text::http_status(&status.to_string()).text()}</pre>
            </details>
        }
    });
    view! {
        <figure class="said">
            <figcaption>{text::the_server_said()}</figcaption>
            <blockquote lang="" dir="auto">{text::visible(&words)}</blockquote>
        </figure>
        {status}
    }
}
