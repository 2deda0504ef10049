//! What stands around every page: the bar with the connections and the way out.

use leptos::prelude::*;
use rekey_core::capabilities::ScopeKind;
use rekey_core::configuration::Connection;

use crate::components::around::Around;
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::console::Console;
use crate::later::Loaded;
use crate::page::{Page, Place};
use crate::view::{Child, View, view};
use crate::{dom, shortcuts, text};

/// The bar. It lives as long as the console, so its words follow the language.
#[component]
pub fn Bar() -> View {
    let console = Console::here();
    let places = console.configuration(|configuration| {
        configuration.connections.iter().map(|entry| (entry.id.clone(), entry.label.clone())).collect::<Vec<_>>()
    });
    let places = places.into_iter().map(|(id, label)| view! { <Tab id label/> }).collect::<View>();
    view! {
        <header class="bar" part="bar">
            <PageLink to=Page::Connections class="brand"><Icon sign=Sign::Key/>{text::product()}</PageLink>
            <nav class="places" aria-label=text::live(text::connections)><ul>{places}</ul></nav>
            <div class="bar-end">{around(Around::BarEnd)}</div>
        </header>
    }
}

/// Something that the second part of the program makes, once that is there.
pub fn around(around: Around) -> View {
    (move || Loaded::tracked().map(|part| untrack(|| part.around(around)))).into_view()
}

/// One connection in the bar. Whether it is signed in stands beside the name in words, not only as a dot (UX-52).
#[component]
fn Tab(id: String, label: String) -> View {
    let console = Console::here();
    let to = Page::Connection { id: id.clone() };
    let (this, other) = (id.clone(), id);
    let signed_in = Memo::new(move |_| console.sessions.is_signed_in(&this));
    let current = Memo::new(move |_| console.page().connection() == Some(other.as_str()));
    let words = move || if signed_in.get() { text::signed_in() } else { text::not_signed_in() };
    view! {
        <li>
            <PageLink to current=current>
                <span class="dot" data-on=move || signed_in.get().then_some("") aria-hidden="true"></span>
                {text::visible(&label)}
            </PageLink>
            <span class="sr">{words}</span>
        </li>
    }
}

/// The pages above a record: the connection, and what holds it where something does.
pub fn above(console: Console, connection: &Connection, place: &Place) -> Vec<(Page, String)> {
    let first = (Page::Connection { id: connection.id.clone() }, text::visible(&connection.label));
    let scope = (place.scope.kind() != ScopeKind::System)
        .then(|| (place.credentials(), text::visible(&console.scope_name(place))));
    [first].into_iter().chain(scope).collect()
}

/// The way from the connection to the page one is on.
#[component]
pub fn Crumbs(
    /// The pages above this one and their names.
    above: Vec<(Page, String)>,
    /// The name of this one.
    here: String,
) -> View {
    let nearest = above.len().saturating_sub(1);
    let above = above
        .into_iter()
        .enumerate()
        .map(|(level, (to, name))| {
            let key = if level == nearest { shortcuts::UP } else { "" };
            view! { <li><PageLink to key><bdi>{name}</bdi></PageLink></li> }
        })
        .collect::<View>();
    view! {
        <nav class="crumbs" aria-label=text::breadcrumb()>
            <ol>{above}<li><bdi aria-current="page">{text::visible(&here)}</bdi></li></ol>
        </nav>
    }
}

/// The id of a page's heading: where the focus goes when what had it is gone.
pub const HEADING: &str = "page-heading";

/// The heading of a page. It takes the focus when the page appears, so that a screen reader says where one is.
#[component]
pub fn Heading(
    /// The words; a value in them is an identifier.
    #[prop(into)]
    words: text::Phrase,
) -> View {
    view! { <LiveHeading words=Signal::stored(words)/> }
}

/// A heading whose words may change while one is there. That takes no focus.
#[component]
pub fn LiveHeading(
    /// The words.
    words: Signal<text::Phrase>,
) -> View {
    let node = NodeRef::<leptos::html::H1>::new();
    let Console { navigation, display, .. } = Console::here();
    Effect::new(move |_| {
        if let Some(heading) = node.get() {
            dom::take_focus(&heading);
        }
    });
    Effect::new(move |_| {
        let title = [&words.with(text::Phrase::text), " – ", text::product()].concat();
        // A title cannot be blurred.
        let title = if display.get().presenter.blurs_names() { text::product().to_owned() } else { title };
        dom::set_title(navigation.follows_address().then_some(title.as_str()));
    });
    view! { <h1 id=HEADING part="heading" tabindex="-1" node_ref=node>{move || words.get()}</h1> }
}
