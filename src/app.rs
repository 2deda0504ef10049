//! The console: the frame and the page one is on.

use leptos::prelude::*;
use rekey_core::configuration::{Configuration, Connection};
use web_sys::HtmlElement;

use crate::components::display_choice::DisplayMissing;
use crate::components::frame::Bar;
use crate::components::icon::{Icon, Sign};
use crate::components::language_choice::LanguageMissing;
use crate::console::Console;
use crate::page::Page;
use crate::pages::connections::ConnectionsPage;
use crate::pages::sign_in::SignInPage;
use crate::pages::signed_in::Wanted;
use crate::pages::stop::{Cause, StopPage};
use crate::pages::unknown::UnknownPage;
use crate::pages::waiting::WaitingPage;
use crate::session::Session;
use crate::view::{Child, View, view};
use crate::{dom, language, text};

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
    /// The element that all of it stands in.
    root: HtmlElement,
) -> View {
    let parsed = start
        .configuration
        .and_then(|text| Configuration::parse(&text).map_err(|problem| Cause::Wrong(problem.to_string())));
    language::begin(parsed.as_ref().ok().and_then(|configuration| configuration.language));
    language::mark(root.clone(), start.addresses);
    let frame = parsed.map(|configuration| {
        let console = Console::new(configuration, start.assets, start.addresses);
        provide_context(console);
        console.navigation.follow();
        console.display.begin(&root, start.addresses);
    });
    let shown = move || match &frame {
        Err(cause) => view! { <StopPage cause=cause.clone() address=start.address.clone()/> },
        Ok(()) => view! { <Frame/> },
    };
    let is_ready = Memo::new(|_| language::spoken().is_some());
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
    on_cleanup(move || put_away.remove());
    let page = Memo::new(move |_| console.page());
    view! {
        <Bar/>
        <main class="page" node_ref=main><LanguageMissing/><DisplayMissing/>{move || show(console, page.get())}</main>
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
        let (connection, page) = (connection.clone(), page.clone());
        if open.get() {
            let wanted = Wanted { connection, page };
            anew(Box::new(move || view! { <WaitingPage wanted=wanted.clone()/> }))
        } else {
            // Its words follow the language by themselves, so that a token in it is not lost.
            view! { <SignInPage connection/> }
        }
    };
    shown.into_view()
}
