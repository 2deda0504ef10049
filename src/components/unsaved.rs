//! The mark of a credential whose changes are not saved yet (UX-43): sign and words.

use leptos::prelude::*;

use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::page::Place;
use crate::text;
use crate::view::{View, view};

/// The mark, where there is something to mark.
#[component]
pub fn UnsavedMark(
    /// Where the credential is.
    place: Place,
    /// Its id.
    id: String,
) -> View {
    let is_changed = Console::here().drafts.has(&place, &id);
    let mark = || {
        view! { " "<span class="second"><span class="state" data-tone="note"><Icon sign=Sign::Note/>{text::unsaved_changes()}</span></span> }
    };
    is_changed.then(mark).unwrap_or_else(View::fragment)
}
