//! What holds the credentials of a connection: named in the configuration, or listed by the server.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::Connection;
use rekey_core::credential::Scope;
use rekey_core::outcome::ReadFailure;

use crate::components::frame::{Crumbs, Heading};
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::console::Console;
use crate::page::{Page, Place};
use crate::pages::loaded::ReadProblem;
use crate::transport::Stop;
use crate::view::{View, view};
use crate::{runner, text};

/// The list of scopes.
#[component]
pub fn ScopesPage(
    /// The connection.
    connection: Connection,
) -> View {
    let console = Console::here();
    let kind = connection.dialect.capabilities().scope;
    let label = connection.label.clone();
    let named = connection.projects.clone().map(|names| Ok(names.into_iter().map(Scope::Project).collect()));
    let found = RwSignal::new(named);
    let product = text::product_at(&connection);
    let place = Console::place_name(&connection);
    let id = connection.id.clone();
    let read = Callback::new(move |()| {
        found.set(None);
        let connection = connection.clone();
        spawn_local(async move {
            let session = console.sessions.number();
            let scopes = list(console, &connection).await;
            let ended =
                scopes.as_ref().err().is_some_and(|failure| console.ends_session(&connection.id, session, failure));
            if !ended {
                let _ = found.try_set(Some(scopes));
            }
        });
    });
    if found.with_untracked(Option::is_none) {
        read.run(());
    }
    let content = move || match found.get() {
        None => view! { <p class="part" role="status">{text::reading()}</p> },
        Some(Err(failure)) => view! { <ReadProblem failure place=place.clone() retry=read/> },
        Some(Ok(scopes)) if scopes.is_empty() => {
            view! { <div class="empty"><h2>{text::no_projects()}</h2><p>{text::no_projects_explained()}</p></div> }
        }
        Some(Ok(scopes)) => {
            let rows = scopes.into_iter().map(|scope| row(&id, scope)).collect::<View>();
            view! { <ul class="rows">{rows}</ul> }
        }
    };
    view! {
        <Crumbs above=vec![(Page::Connections, text::connections().to_owned())] here=label/>
        <div class="page-head"><Heading words=text::scopes(kind)/><p class="sub">{product}</p></div>
        <div class="panel">{content}</div>
    }
}

fn row(connection: &str, scope: Scope) -> View {
    let name = text::visible(scope.name());
    let to = Page::Credentials(Place { connection: connection.to_owned(), scope });
    view! { <li><div><PageLink to><bdi>{name}</bdi></PageLink></div><span></span><Icon sign=Sign::Next/></li> }
}

async fn list(console: Console, connection: &Connection) -> Result<Vec<Scope>, ReadFailure> {
    let Some(access) = console.sessions.access(&connection.id) else { return Ok(Vec::new()) };
    let request = connection.dialect.scopes(&access);
    connection.dialect.interpret_scopes(runner::read(&connection.base_url, request, &Stop::default()).await)
}
