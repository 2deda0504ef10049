//! Editing the details of one credential.

mod addresses;
mod expiry;
mod fields;
mod form;
mod parts;

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::components::frame::{Crumbs, above};
use crate::console::Console;
use crate::page::Place;
use crate::pages::loaded::Loaded;
use crate::text;
use crate::view::{View, view};

/// The page.
#[component]
pub fn EditPage(
    /// The connection.
    connection: Connection,
    /// Where the credential is.
    place: Place,
    /// Its id.
    id: String,
) -> View {
    let console = Console::here();
    let name = untrack(|| console.record_name(&place, &id));
    let heading = text::edit_what(&name);
    let (at, whose) = (place.clone(), connection.clone());
    let (here, named) = (place.clone(), id.clone());
    // Made anew only when a name in it changes: a link that has the focus keeps it while something is read.
    let trail = Memo::new(move |_| (above(console, &whose, &here), console.record_name(&here, &named)));
    let crumbs = move || {
        let (above, here) = trail.get();
        view! { <Crumbs above here/> }
    };
    let form = move |credential| {
        view! { <form::EditForm connection=connection.clone() place=at.clone() credential/> }
    };
    view! { {crumbs}<Loaded place id heading form/> }
}
