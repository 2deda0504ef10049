//! Editing the details of one credential.

mod fields;
mod form;

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::components::frame::Crumbs;
use crate::page::{Page, Place};
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
    let heading = text::edit_what(&id);
    let above = vec![
        (Page::Scopes { connection: connection.id.clone() }, connection.label.clone()),
        (Page::Credentials(place.clone()), text::visible(place.scope.name())),
    ];
    let (at, here) = (place.clone(), id.clone());
    let form = move |credential| {
        view! { <form::EditForm connection=connection.clone() place=at.clone() credential/> }
    };
    view! { <Crumbs above here/><Loaded place id heading form/> }
}
