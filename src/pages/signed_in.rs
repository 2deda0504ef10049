//! The choice among the pages behind the sign-in; all of them are in the second part of the program.

use rekey_core::configuration::Connection;
use rekey_core::credential::Scope;

use crate::page::{Page, Place};
use crate::pages::credentials::CredentialsPage;
use crate::pages::edit::EditPage;
use crate::pages::scopes::ScopesPage;
use crate::pages::secret::SecretPage;
use crate::pages::unknown::UnknownPage;
use crate::view::{View, view};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// A connection that somebody is signed in to.
    pub connection: Connection,
    /// A page of it.
    pub page: Page,
}

/// The page that is wanted.
pub fn page(wanted: Wanted) -> View {
    let Wanted { connection, page } = wanted;
    match page {
        Page::Scopes { .. } => match only_scope(&connection) {
            Some(place) => view! { <CredentialsPage connection place/> },
            None => view! { <ScopesPage connection/> },
        },
        Page::Credentials(place) => view! { <CredentialsPage connection place/> },
        Page::Edit(place, id) => view! { <EditPage connection place id/> },
        Page::Secret(place, id) => view! { <SecretPage connection place id/> },
        Page::Connections | Page::Unknown => view! { <UnknownPage/> },
    }
}

/// The one scope of a connection whose configuration names just one.
fn only_scope(connection: &Connection) -> Option<Place> {
    match connection.projects.as_deref() {
        Some([project]) => Some(Place { connection: connection.id.clone(), scope: Scope::Project(project.clone()) }),
        Some(_) | None => None,
    }
}
