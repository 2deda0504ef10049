//! The systems of the configuration.

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::components::frame::Heading;
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::components::state::SessionState;
use crate::console::Console;
use crate::page::Page;
use crate::text;
use crate::view::{View, view};

/// The list of connections.
#[component]
pub fn ConnectionsPage() -> View {
    let console = Console::here();
    let connections = console.configuration(|configuration| configuration.connections.clone());
    view! {
        <div class="page-head">
            <Heading words=text::connections()/>
            <p class="sub">{text::connections_explained()}</p>
        </div>
        <ul class="panel rows">{connections.into_iter().map(|connection| row(console, connection)).collect::<View>()}</ul>
    }
}

fn row(console: Console, connection: Connection) -> View {
    let (id, base) = (connection.id.clone(), connection.base_url.to_string());
    view! {
        <li>
            <div>
                <PageLink to=Page::Connection { id: connection.id }><bdi>{text::visible(&connection.label)}</bdi></PageLink>
                <p class="row-meta"><span>{connection.dialect.product()}</span><bdi class="mono">{base}</bdi></p>
            </div>
            {move || view! { <SessionState signed_in=console.sessions.is_signed_in(&id)/> }}
            <Icon sign=Sign::Next/>
        </li>
    }
}
