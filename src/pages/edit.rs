//! Editing the details of one credential.

mod addresses;
mod conflict;
mod expiry;
mod fields;
mod form;
mod kept;
mod parts;
mod roles;

use leptos::prelude::*;
use rekey_core::configuration::Connection;

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
    let (whose, at) = (connection.clone(), place.clone());
    let form = move |credential| {
        view! { <form::EditForm connection=whose.clone() place=at.clone() credential/> }
    };
    view! { <Loaded connection place id heading=|name, _| text::edit_what(name) form/> }
}
