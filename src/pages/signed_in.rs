//! The choice among the pages behind the sign-in; all of them are in the second part of the program.

use rekey_core::configuration::Connection;

use crate::components::leave::LeaveQuestion;
use crate::components::session_ending::SessionEnding;
use crate::console::Console;
use crate::embed::{self, Call, What};
use crate::page::Page;
use crate::pages::credentials::CredentialsPage;
use crate::pages::edit::EditPage;
use crate::pages::scopes::ScopesPage;
use crate::pages::secret::SecretPage;
use crate::pages::unknown::UnknownPage;
use crate::session_watch::SessionWatch;
use crate::shortcuts;
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
    let (console, id) = (Console::here(), connection.id.clone());
    // It may have come late.
    embed::call(Call { console, what: What::Begin });
    let watch = SessionWatch::of(console);
    // Before the page looks for changes that were not saved.
    watch.arrive(&id);
    shortcuts::listen(console);
    view! { <SessionEnding id watch/>{content(connection, page)}<LeaveQuestion/> }
}

fn content(connection: Connection, page: Page) -> View {
    let kind = connection.dialect.capabilities().scope;
    match page {
        Page::Connection { .. } => view! { <ScopesPage connection/> },
        // An address of another kind of system names nothing here.
        Page::Credentials(place) | Page::Edit(place, _) | Page::Secret(place, _) if place.scope.kind() != kind => {
            view! { <UnknownPage/> }
        }
        Page::Credentials(place) => view! { <CredentialsPage connection place/> },
        Page::Edit(place, id) => view! { <EditPage connection place id/> },
        Page::Secret(place, id) => view! { <SecretPage connection place id/> },
        Page::Connections | Page::Unknown => view! { <UnknownPage/> },
    }
}
