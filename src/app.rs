//! The console: the frame and the page one is on.

use leptos::prelude::*;
use rekey_core::configuration::{Configuration, Connection, Theme};
use wasm_bindgen::JsCast;
use web_sys::ShadowRoot;

use crate::components::frame::Bar;
use crate::console::Console;
use crate::dom;
use crate::page::Page;
use crate::pages::connections::ConnectionsPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::signed_in::Wanted;
use crate::pages::stop::{Cause, StopPage};
use crate::pages::unknown::UnknownPage;
use crate::pages::waiting::WaitingPage;
use crate::session::Session;
use crate::view::{Child, View, view};

/// What the element gives the console to start with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The text of the configuration, or why there is none.
    pub configuration: Result<String, Cause>,
    /// Where it came from, for the stop screen.
    pub address: String,
    /// The folder with the console's own files, ending with a slash.
    pub assets: String,
    /// Whether the page's address follows.
    pub addresses: bool,
}

/// Everything there is: the console, or the screen that says why there is none.
#[component]
pub fn App(
    /// What to start with.
    start: Start,
) -> View {
    let parsed = start
        .configuration
        .and_then(|text| Configuration::parse(&text).map_err(|problem| Cause::Wrong(problem.to_string())));
    match parsed {
        Err(cause) => view! { <StopPage cause address=start.address/> },
        Ok(configuration) => {
            let theme = configuration.theme;
            let console = Console::new(configuration, start.assets, start.addresses);
            provide_context(console);
            console.navigation.follow();
            view! { <Frame theme/> }
        }
    }
}

#[component]
fn Frame(theme: Theme) -> View {
    let console = Console::here();
    let main = NodeRef::<leptos::html::Main>::new();
    Effect::new(move |_| {
        if let Some(main) = main.get() {
            apply_theme(&main, theme);
        }
    });
    // A page that is put away may come back with everything in it (M8): no secret and no session may wait there.
    let put_away = window_event_listener_untyped("pagehide", move |_| {
        if let Some(main) = main.get_untracked() {
            dom::wipe_secrets(&main);
        }
        console.sessions.end_all();
    });
    on_cleanup(move || put_away.remove());
    let page = Memo::new(move |_| console.navigation.page());
    view! {
        <Bar/>
        <main class="page" node_ref=main>{move || show(console, page.get())}</main>
    }
}

fn show(console: Console, page: Page) -> View {
    let connections = console.configuration(|configuration| configuration.connections.len());
    let first = || console.configuration(|configuration| configuration.connections.first().cloned());
    match (page.connection().map(|id| console.connection(id)), page) {
        (None, Page::Connections) if connections > 1 => view! { <ConnectionsPage/> },
        // With a single connection the list of connections says nothing: straight to it.
        (None, Page::Connections) => match first() {
            Some(connection) => guarded(console, connection.clone(), Page::Connection { id: connection.id }),
            None => view! { <UnknownPage/> },
        },
        (Some(Some(connection)), page) => guarded(console, connection, page),
        (None | Some(None), _) => view! { <UnknownPage/> },
    }
}

/// A page of a connection, or the sign-in that comes before it. A form that is open stays open when the server no
/// longer accepts the token, and asks in place (F-09).
fn guarded(console: Console, connection: Connection, page: Page) -> View {
    let id = connection.id.clone();
    let open = Memo::new(move |was_open: Option<&bool>| match console.sessions.get(&id) {
        Session::SignedIn(_) => true,
        Session::Expired => was_open.copied().unwrap_or(false),
        Session::SignedOut(_) => false,
    });
    let shown = move || {
        let connection = connection.clone();
        if open.get() {
            view! { <WaitingPage wanted=Wanted { connection, page: page.clone() }/> }
        } else {
            view! { <SignInPage connection/> }
        }
    };
    shown.into_view()
}

/// A theme of the configuration holds unless the host set one itself (UX-55).
fn apply_theme(main: &web_sys::HtmlElement, theme: Theme) {
    let name = match theme {
        Theme::System => return,
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let host = main.get_root_node().dyn_into::<ShadowRoot>().map(|root| root.host());
    if let Ok(host) = host
        && !host.has_attribute("theme")
    {
        let _ = host.set_attribute("theme", name);
    }
}
