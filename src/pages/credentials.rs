//! The list of credentials of a scope.

mod rows;

use leptos::prelude::*;
use rekey_core::capabilities::{Capabilities, ScopeKind};
use rekey_core::configuration::Connection;
use rekey_core::credential::Entry;

use crate::components::account_group::AccountGroup;
use crate::components::frame::{Crumbs, Heading};
use crate::components::icon::{Icon, Sign};
use crate::components::session_log::SessionLog;
use crate::components::statistics::{Counters, StatisticsLine};
use crate::console::Console;
use crate::page::{Page, Place};
use crate::pages::loaded::ReadProblem;
use crate::records::Listing;
use crate::view::{View, view, when};
use crate::{clock, text};

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
    let filter = RwSignal::new(String::new());
    let shown = {
        let listing = listing.clone();
        Memo::new(move |_| matching(&listing.get(), &filter.get()))
    };
    let (here, at) = (place.clone(), connection.clone());
    let counters = Counters::new();
    let refresh = Callback::new(move |()| console.records.refresh(console, &here));
    refresh.run(());
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
            Listing { entries: Some(entries), .. } => text::count(shown.with(Vec::len), entries.len()),
            listing if listing.is_busy() => text::reading_credentials().to_owned(),
            _ => text::not_read().to_owned(),
        }
    };
    let (at, label) = (place.clone(), connection.label.clone());
    let scope = Memo::new(move |_| text::visible(&console.scopes.name(&at, &label)));
    let name = Console::place_name(&connection);
    let problem = move || problem(&listing.get(), &name, refresh);
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
        <section class="panel" aria-label=move || text::credentials_of(&scope.get()).text()>
            <div class="toolbar">
                {choice}
                <input class="control" type="search" aria-label=text::filter_credentials() placeholder=text::filter_hint(capabilities)
                    autocomplete="off" spellcheck="false"
                    prop:value=move || filter.get() on:input=move |event| filter.set(event_target_value(&event))/>
                <p class="count" role="status">{count}</p>
                <button type="button" class="button quiet small acts-end" on:click=move |_| refresh.run(())>
                    {text::refresh()}<span class="sr">" "{text::refresh_what()}</span>
                </button>
            </div>
            {problem}
            <Table place scope shown filter capabilities/>
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
fn problem(listing: &Listing, place: &str, retry: Callback<()>) -> Option<View> {
    let failure = listing.failure.clone().filter(|_| !listing.is_busy())?;
    let stale = listing.entries.is_some().then(|| {
        view! { <p class="notice strip" data-tone="warn"><Icon sign=Sign::Attention/><span>{text::stale()}</span></p> }
    });
    Some(view! { <ReadProblem failure place=place.to_owned() retry/>{stale} })
}

fn matching(listing: &Listing, filter: &str) -> Vec<Entry> {
    let wanted = |entry: &&Entry| match entry {
        Entry::Readable(credential) => credential.matches(filter, &text::lower),
        Entry::Unreadable(_) => filter.trim().is_empty(),
    };
    listing.entries.iter().flat_map(|entries| entries.iter()).filter(wanted).cloned().collect()
}

#[component]
fn Table(
    place: Place,
    scope: Memo<String>,
    shown: Memo<Vec<Entry>>,
    filter: RwSignal<String>,
    capabilities: &'static Capabilities,
) -> View {
    let console = Console::here();
    let listing = console.records.listing(&place);
    let known = Memo::new(move |_| listing.with(|listing| listing.entries.is_some() || listing.is_busy()));
    let loaded = console.records.listing(&place);
    let is_loaded = Memo::new(move |_| loaded.with(|listing| listing.entries.is_some()));
    let rows = move || shown.get().into_iter().map(|entry| rows::row(&place, entry, capabilities)).collect::<View>();
    let empty = move || {
        let filtered = filter.with(|filter| !filter.trim().is_empty());
        let content = if filtered {
            let clear = move |_| filter.set(String::new());
            view! {
                <h2>{text::no_match(&filter.get())}</h2>
                <p>{text::no_match_explained(capabilities)}</p>
                <button type="button" class="button" on:click=clear>{text::clear_filter()}</button>
            }
        } else {
            view! { <h2>{text::no_credentials(&scope.get())}</h2><p>{text::no_credentials_explained()}</p> }
        };
        view! { <div class="empty">{content}</div> }
    };
    let body = move || match (is_loaded.get(), shown.with(Vec::is_empty)) {
        (true, true) => empty(),
        (true, false) => rows::table(capabilities, view! { {rows.clone()} }),
        (false, _) => rows::table(capabilities, rows::skeleton(capabilities)),
    };
    when(move || known.get(), move || view! { {body.clone()} })
}
