//! What a connection opens with: the list of its scopes, or the credentials of the one that opens by itself.

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::credential::ScopeEntry;

use crate::components::frame::{Crumbs, Heading};
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::console::Console;
use crate::page::{Page, Place};
use crate::pages::credentials::CredentialsPage;
use crate::pages::loaded::ReadProblem;
use crate::text;
use crate::view::{Child, View, view};

/// The list of scopes, or one of them.
#[component]
pub fn ScopesPage(
    /// The connection.
    connection: Connection,
) -> View {
    let console = Console::here();
    console.scopes.load(console, &connection);
    let whose = connection.clone();
    let opened = Memo::new(move |_| console.scopes.get(&whose.id).opens_with(&whose).map(|entry| entry.scope.clone()));
    let page = move || {
        let connection = connection.clone();
        match opened.get() {
            Some(scope) => {
                let place = Place { connection: connection.id.clone(), scope };
                view! { <CredentialsPage connection place/> }
            }
            None => view! { <ScopeRows connection/> },
        }
    };
    page.into_view()
}

#[component]
fn ScopeRows(connection: Connection) -> View {
    let console = Console::here();
    let kind = connection.dialect.capabilities().scope;
    let (label, id) = (connection.label.clone(), connection.id.clone());
    let product = text::product_at(&connection);
    let asked = connection.clone();
    let retry = Callback::new(move |()| console.scopes.load(console, &connection));
    // In sight while there is nothing else; after that it tells those who do not see it that the list has come.
    let whose = id.clone();
    let said = move || {
        let list = console.scopes.get(&whose);
        match (list.entries, list.failure) {
            (Some(entries), _) => text::listed(&entries.len().to_string()).text(),
            (None, Some(_)) => String::new(),
            (None, None) => text::reading().to_owned(),
        }
    };
    let whose = id.clone();
    let reads = move || {
        let list = console.scopes.get(&whose);
        list.entries.is_none() && list.failure.is_none()
    };
    let content = move || {
        let list = console.scopes.get(&id);
        match (list.entries, list.failure) {
            (Some(entries), _) if entries.is_empty() => {
                view! { <div class="empty"><h2>{text::no_scopes(kind)}</h2><p>{text::no_scopes_explained(kind)}</p></div> }
            }
            (Some(entries), _) => {
                let rows = entries.into_iter().map(|entry| row(&id, entry)).collect::<View>();
                view! { <ul class="rows">{rows}</ul> }
            }
            (None, Some(failure)) => view! { <ReadProblem failure connection=asked.clone() retry/> },
            (None, None) => View::fragment(),
        }
    };
    view! {
        <Crumbs above=vec![(Page::Connections, text::connections().to_owned())] here=label/>
        <div class="page-head"><Heading words=text::scopes(kind)/><p class="sub">{product}</p></div>
        <div class="panel">
            <p class=move || if reads() { "part" } else { "sr" } role="status">{said}</p>
            {content}
        </div>
    }
}

fn row(connection: &str, entry: ScopeEntry) -> View {
    let name = text::visible(&entry.name);
    let to = Place { connection: connection.to_owned(), scope: entry.scope }.credentials();
    view! { <li><div><PageLink to><bdi>{name}</bdi></PageLink></div><span></span><Icon sign=Sign::Next/></li> }
}
