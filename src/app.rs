//! The console: the frame and the page one is on.

use leptos::prelude::*;
use rekey_core::configuration::{Configuration, ConfigurationProblem, Connection};
use rekey_core::language::Language;
use web_sys::HtmlElement;

use crate::components::around::Around;
use crate::components::frame::{Bar, around};
use crate::components::host_sign_in::HostSignIn;
use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::embed::Host;
use crate::later::Loaded;
use crate::page::Page;
use crate::pages::connections::ConnectionsPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::signed_in::Wanted;
use crate::pages::stop::{Cause, StopPage};
use crate::pages::unknown::UnknownPage;
use crate::pages::waiting::{WaitingPage, later};
use crate::session::Session;
use crate::view::{Child, View, view};
use crate::{dom, json, language, text};

/// What the element gives the console to start with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The text of the configuration, or why there is none.
    pub configuration: Result<String, Cause>,
    /// The folder with the console's own files, ending with a slash.
    pub assets: String,
    /// Whether the page's address follows.
    pub addresses: bool,
}

/// Reads the configuration, and makes what every part of the console shares; or says why there is no console.
pub fn begin(start: Start, host: Host, root: &HtmlElement) -> Result<Console, Cause> {
    let parsed = start.configuration.and_then(|text| configure(&text, host).map_err(Cause::Wrong));
    let asked = host.attribute("language").and_then(|tag| Language::of_tag(&tag));
    language::begin(asked.or_else(|| parsed.as_ref().ok()?.language));
    language::mark(root.clone(), start.addresses);
    let first = |configuration: &Configuration| {
        let address = host.attribute("page").unwrap_or_default();
        rekey_core::host::page(configuration, &address).unwrap_or(Page::Unknown)
    };
    let console = parsed.map(|configuration| {
        let first = (!start.addresses).then(|| first(&configuration));
        Console::new(configuration, start.assets, host, first)
    });
    match &console {
        Err(cause) => _ = root.set_attribute("data-stopped", cause.code()),
        Ok(console) => {
            provide_context(*console);
            console.navigation.follow();
            console.display.begin(root, start.addresses);
        }
    }
    console
}

/// The configuration, or of it the one connection that the element is confined to.
fn configure(text: &str, host: Host) -> Result<Configuration, ConfigurationProblem> {
    let configuration = Configuration::parse_by(json::parse, text)?;
    match host.attribute("connection") {
        Some(id) => configuration.confined(&id),
        None => Ok(configuration),
    }
}

/// Everything there is: the console, or the screen that says why there is none.
#[component]
pub fn App(
    /// The console, or why there is none.
    begun: Result<Console, Cause>,
    /// Where its configuration came from.
    address: String,
) -> View {
    let is_ready = Memo::new(|_| language::spoken().is_some());
    let shown = move || match &begun {
        Err(cause) => view! { <StopPage cause=cause.clone() address=address.clone()/> },
        Ok(_) => view! { <Frame/> },
    };
    let content = move || {
        if is_ready.get() {
            shown()
        } else {
            view! { <Wordless/> }
        }
    };
    content.into_view()
}

/// While the words are on their way: what the page's own shell shows, so that nothing moves.
#[component]
fn Wordless() -> View {
    view! {
        <header class="bar"><span class="brand"><Icon sign=Sign::Key/>{text::product()}</span></header>
        <main class="page"><p role="status">{text::loading_program()}</p></main>
    }
}

#[component]
fn Frame() -> View {
    let console = Console::here();
    let main = NodeRef::<leptos::html::Main>::new();
    // A page that is put away may come back with everything in it (M8): no secret and no session may wait there.
    let put_away = window_event_listener_untyped("pagehide", move |_| {
        if let Some(main) = main.get_untracked() {
            dom::wipe_secrets(&main);
        }
        console.sessions.end_all();
    });
    on_cleanup(move || {
        put_away.remove();
        // The element is taken away, and what was typed does not outlive it (E-06).
        if let Some(main) = main.try_get_untracked().flatten() {
            dom::wipe_secrets(&main);
        }
    });
    let page = Memo::new(move |_| console.page());
    // There is one main part of a page, and it may be the portal's.
    let is_part = console.host.element().is_some_and(|element| matches!(element.closest("main"), Ok(Some(_))));
    view! {
        <Bar/>
        <main class="page" part="page" role=is_part.then_some("presentation") node_ref=main>{around(Around::Notices)}{move || show(console, page.get())}</main>
    }
}

fn show(console: Console, page: Page) -> View {
    match (page.connection().map(|id| console.connection(id)), page) {
        (None, Page::Connections) => anew(Box::new(|| view! { <ConnectionsPage/> })),
        (Some(Some(connection)), page) => guarded(console, connection, page),
        (None | Some(None), _) => anew(Box::new(|| view! { <UnknownPage/> })),
    }
}

/// A page that is made anew when the language changes.
fn anew(page: Box<dyn Fn() -> View>) -> View {
    let made = move || {
        let _ = language::spoken();
        page()
    };
    made.into_view()
}

/// A page of a connection, or the sign-in that comes before it: the host's, where it can sign in. A form that is open
/// stays open when the server no longer accepts the token, and asks in place (F-09).
fn guarded(console: Console, connection: Connection, page: Page) -> View {
    let id = connection.id.clone();
    let open = Memo::new(move |was_open: Option<&bool>| match console.sessions.get(&id) {
        Session::SignedIn(_) => true,
        Session::Expired => console.has_open_forms() && was_open.copied().unwrap_or(false),
        Session::SignedOut(_) => false,
    });
    let shown = move || {
        let (connection, page) = (connection.clone(), page.clone());
        if open.get() {
            let wanted = Wanted { connection, page };
            anew(Box::new(move || view! { <WaitingPage wanted=wanted.clone()/> }))
        } else if console.host.gives_tokens() {
            let host_sign_in = move |part: Loaded| part.host_sign_in(HostSignIn::page(connection.clone()));
            later(Box::new(host_sign_in))
        } else {
            // Its words follow the language by themselves, so that a token in it is not lost.
            view! { <SignInPage connection notice=None/> }
        }
    };
    shown.into_view()
}
