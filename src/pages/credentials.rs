//! The list of credentials of a scope.

mod looking;
mod rows;

use leptos::prelude::*;
use rekey_core::capabilities::{Capabilities, ScopeKind};
use rekey_core::configuration::Connection;

use self::looking::Looking;
use crate::components::account_group::AccountGroup;
use crate::components::frame::{Crumbs, Heading};
use crate::components::icon::{Icon, Sign};
use crate::components::session_log::SessionLog;
use crate::components::statistics::{Counters, StatisticsLine};
use crate::console::Console;
use crate::page::{Page, Place};
use crate::pages::loaded::ReadProblem;
use crate::records::Listing;
use crate::view::{View, Window, view};
use crate::{clock, shortcuts, text};

/// The table with its filter.
#[component]
pub fn CredentialsPage(
    /// The connection.
    connection: Connection,
    /// Where the credentials are.
    place: Place,
) -> View {
    let console = Console::here();
    let capabilities = connection.dialect.capabilities();
    let listing = console.records.listing(&place);
    let looking = Looking::new(console, &place, listing.clone());
    let at = connection.clone();
    let counters = Counters::new();
    let refresh = reading(console, place.clone(), &listing);
    // While the list is on its way.
    clock::prepare();
    // What else there is to ask waits for the list: a token that is refused is tried once and not three times (T11).
    let known = listing.clone();
    let read = Memo::new(move |_| known.with(Listing::number_of_the_list));
    Effect::new(move |_| {
        if read.get().is_some() {
            console.scopes.load_names(console, &at);
            counters.refresh(console, &at);
        }
    });
    let count = {
        let listing = listing.clone();
        move || match listing.get() {
            Listing { waits_until: Some(until), .. } => text::reading_again_at(&clock::time(until)).text(),
            // Also while a list is there already: whoever asked for a refresh sees that it goes on, and when it is over.
            listing if listing.is_busy() => text::reading_credentials().to_owned(),
            Listing { entries: Some(entries), .. } => text::count(looking.count(), entries.len()),
            _ => text::not_read().to_owned(),
        }
    };
    let (at, label) = (place.clone(), connection.label.clone());
    let scope = Memo::new(move |_| text::visible(&console.scopes.name(&at, &label)));
    let asked = connection.clone();
    let problem = move || problem(&listing.get(), &asked, refresh);
    let above = above(&connection, &place);
    let (kind, deploys) = (capabilities.scope, capabilities.deploys);
    let choice = (kind == ScopeKind::AccountGroup)
        .then(|| view! { <AccountGroup connection=connection.clone() place=place.clone()/> });
    view! {
        {move || view! { <Crumbs above=above.clone() here=scope.get()/> }}
        <div class="page-head">
            <Heading words=text::credentials()/>
            <p class="sub">{move || text::list_place(kind, &scope.get(), deploys)}</p>
            <StatisticsLine counters/>
        </div>
        <section class="panel" part="list" aria-label=move || text::credentials_of(&scope.get()).text()>
            <div class="toolbar">
                {choice}
                <input class="control" type="search" aria-label=text::filter_credentials() placeholder=text::filter_hint(capabilities)
                    autocomplete="off" spellcheck="false"
                    aria-keyshortcuts=move || console.display.key(shortcuts::FILTER)
                    prop:value=move || looking.filter.get() on:input=move |event| looking.filter.set(event_target_value(&event))/>
                <rows::SortChoice order=looking.order capabilities/>
                <p class="count" role="status">{count}</p>
                <button type="button" class="button quiet small acts-end" aria-keyshortcuts=move || console.display.key(shortcuts::REFRESH) on:click=move |_| refresh.run(())>
                    {text::refresh()}<span class="sr">" "{text::refresh_what()}</span>
                </button>
            </div>
            {problem}
            <Rows place scope looking capabilities/>
        </section>
        <SessionLog id=connection.id.clone()/>
    }
}

/// The pages above a list: that of a system without scopes is the connection's own.
fn above(connection: &Connection, place: &Place) -> Vec<(Page, String)> {
    match place.scope.kind() {
        ScopeKind::System => vec![(Page::Connections, text::connections().to_owned())],
        ScopeKind::Project | ScopeKind::AccountGroup => {
            vec![(Page::Connection { id: connection.id.clone() }, connection.label.clone())]
        }
    }
}

/// What is wrong with the last read; a list that was read before stays (X01).
fn problem(listing: &Listing, connection: &Connection, retry: Callback<()>) -> Option<View> {
    let failure = listing.failure.clone().filter(|_| !listing.is_busy())?;
    let stale = listing.entries.is_some().then(|| {
        view! { <p class="notice strip" data-tone="warn"><Icon sign=Sign::Attention/><span>{text::stale()}</span></p> }
    });
    Some(view! { <ReadProblem failure connection=connection.clone() retry/>{stale} })
}

/// What the list had before and has no longer (X15).
fn no_longer_there(names: &[String]) -> Option<View> {
    let words = text::gone(names)?;
    Some(view! { <p class="notice strip" data-tone="warn"><Icon sign=Sign::Attention/><span>{words}</span></p> })
}

/// Reads the list now and whenever it is asked to. Who comes back to the page after a while, or whose computer wakes up,
/// sees no old list (X40).
fn reading(console: Console, place: Place, listing: &ArcRwSignal<Listing>) -> Callback<()> {
    let refresh = Callback::new(move |()| console.records.refresh(console, &place));
    refresh.run(());
    for sign in ["visibilitychange", "focus", "online"] {
        let listing = listing.clone();
        let back = window_event_listener_untyped(sign, move |_| {
            let is_hidden = document().hidden();
            if !is_hidden && listing.with_untracked(|listing| listing.is_old(clock::milliseconds())) {
                refresh.run(());
            }
        });
        on_cleanup(move || back.remove());
    }
    refresh
}

/// The rows, or what stands in their place.
#[component]
fn Rows(place: Place, scope: Memo<String>, looking: Looking, capabilities: &'static Capabilities) -> View {
    let console = Console::here();
    let listing = console.records.listing(&place);
    // Whether a read is on its way matters only as long as nothing is known: a refresh makes no table anew.
    let known = listing.clone();
    let busy = Memo::new(move |_| known.with(|listing| listing.entries.is_none() && listing.is_busy()));
    let gone = Memo::new(move |_| listing.with(|listing| listing.gone.clone()));
    let state = Memo::new(move |_| looking.shown.with(|shown| shown.as_ref().map(|shown| shown.places.is_empty())));
    let at = place.clone();
    let window = Window::new(move |number| {
        let shown = looking.shown.get_untracked();
        shown.map_or_else(View::fragment, |shown| rows::numbered(&at, &shown, number, capabilities))
    });
    looking.follow(console, &place, window);
    let content = move || match (state.get(), busy.get()) {
        (Some(false), _) => {
            let Looking { shown, order, .. } = looking;
            view! { <rows::Table place=place.clone() shown order window capabilities/> }
        }
        (Some(true), _) => nothing(looking, &scope, capabilities),
        (None, true) => rows::skeleton(capabilities),
        (None, false) => View::fragment(),
    };
    view! { <div role="status">{move || gone.with(|names| no_longer_there(names))}</div>{content} }
}

/// Nothing is there, or nothing was found.
fn nothing(looking: Looking, scope: &Memo<String>, capabilities: &'static Capabilities) -> View {
    let filter = looking.filter;
    let content = if filter.with(|filter| filter.trim().is_empty()) {
        view! { <h2>{text::no_credentials(&scope.get())}</h2><p>{text::no_credentials_explained()}</p> }
    } else {
        let clear = move |_| filter.set(String::new());
        view! {
            <h2>{text::no_match(&filter.get())}</h2>
            <p>{text::no_match_explained(capabilities)}</p>
            <button type="button" class="button" on:click=clear>{text::clear_filter()}</button>
        }
    };
    view! { <div class="empty">{content}</div> }
}
