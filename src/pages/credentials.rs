//! The list of credentials of a scope.

use leptos::prelude::*;
use rekey_core::capabilities::Capabilities;
use rekey_core::configuration::Connection;
use rekey_core::credential::{Credential, Entry, Expiry};

use crate::components::frame::{Crumbs, Heading};
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::components::state::CredentialState;
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
    let here = place.clone();
    let refresh = Callback::new(move |()| console.records.refresh(console, &here));
    refresh.run(());
    let count = {
        let listing = listing.clone();
        move || match listing.get() {
            Listing { entries: Some(entries), .. } => text::count(shown.with(Vec::len), entries.len()),
            listing if listing.is_busy() => text::reading_credentials().to_owned(),
            _ => text::not_read().to_owned(),
        }
    };
    let scope = text::visible(place.scope.name());
    let name = Console::place_name(&connection);
    let problem = move || problem(&listing.get(), &name, refresh);
    let above = vec![(Page::Scopes { connection: connection.id.clone() }, connection.label)];
    view! {
        <Crumbs above here=scope.clone()/>
        <div class="page-head">
            <Heading words=text::credentials()/>
            <p class="sub">{text::list_place(&place.scope, capabilities.deploys)}</p>
        </div>
        <section class="panel" aria-label=text::credentials_of(&scope).text()>
            <div class="toolbar">
                <input class="control" type="search" aria-label=text::filter_credentials() placeholder=text::filter_hint()
                    autocomplete="off" spellcheck="false"
                    prop:value=move || filter.get() on:input=move |event| filter.set(event_target_value(&event))/>
                <p class="count" role="status">{count}</p>
                <button type="button" class="button quiet small acts-end" on:click=move |_| refresh.run(())>
                    {text::refresh()}<span class="sr">" "{text::refresh_what()}</span>
                </button>
            </div>
            {problem}
            <Table place shown filter capabilities/>
        </section>
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
fn Table(place: Place, shown: Memo<Vec<Entry>>, filter: RwSignal<String>, capabilities: &'static Capabilities) -> View {
    let console = Console::here();
    let listing = console.records.listing(&place);
    let known = Memo::new(move |_| listing.with(|listing| listing.entries.is_some() || listing.is_busy()));
    let loaded = console.records.listing(&place);
    let is_loaded = Memo::new(move |_| loaded.with(|listing| listing.entries.is_some()));
    let scope = text::visible(place.scope.name());
    let noun = text::noun(capabilities.secret_noun);
    let rows = move || shown.get().into_iter().map(|entry| row(&place, entry, noun)).collect::<View>();
    let empty = move || {
        let filtered = filter.with(|filter| !filter.trim().is_empty());
        let content = if filtered {
            let clear = move |_| filter.set(String::new());
            view! {
                <h2>{text::no_match(&filter.get())}</h2>
                <p>{text::no_match_explained()}</p>
                <button type="button" class="button" on:click=clear>{text::clear_filter()}</button>
            }
        } else {
            view! { <h2>{text::no_credentials(&scope)}</h2><p>{text::no_credentials_explained()}</p> }
        };
        view! { <div class="empty">{content}</div> }
    };
    let body = move || match (is_loaded.get(), shown.with(Vec::is_empty)) {
        (true, true) => empty(),
        (true, false) => table(view! { {rows.clone()} }),
        (false, _) => table(skeleton()),
    };
    when(move || known.get(), move || view! { {body.clone()} })
}

fn table(rows: View) -> View {
    view! {
        <div class="scroll">
            <table class="table">
                <caption class="sr">{text::credentials()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text::username()}</th>
                        <th scope="col">{text::full_name()}</th>
                        <th scope="col">{text::state_heading()}</th>
                        <th scope="col">{text::expires()}</th>
                        <th scope="col"><span class="sr">{text::actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(place: &Place, entry: Entry, noun: &str) -> View {
    let credential = match entry {
        Entry::Readable(credential) => credential,
        Entry::Unreadable(raw) => {
            return view! {
                <tr>
                    <th scope="row">{text::unreadable_record()}</th>
                    <td colspan="4" class="mono was"><bdi>{text::visible(&raw)}</bdi></td>
                </tr>
            };
        }
    };
    let (name, id) = (text::visible(&credential.name), credential.id.clone());
    let change = text::change_noun(noun).text();
    let of_name = text::of_what(&name).text();
    let edited = name.clone();
    view! {
        <tr>
            <th scope="row" class="mono"><bdi>{name}</bdi></th>
            <td>
                <bdi>{text::visible(&credential.full_name)}</bdi>" "
                <span class="second"><bdi>{text::visible(&credential.email)}</bdi></span>
            </td>
            <td class="cell-state"><CredentialState state=credential.state(clock::now())/></td>
            <td class="when" data-label=text::expires()>{end(&credential)}</td>
            <td class="row-acts">
                <PageLink to=Page::Edit(place.clone(), id.clone())>{text::edit()}<span class="sr">" "{edited}</span></PageLink>
                <PageLink to=Page::Secret(place.clone(), id)>
                    {change}<span class="sr">" "{of_name}</span>
                </PageLink>
            </td>
        </tr>
    }
}

fn end(credential: &Credential) -> View {
    match &credential.expiry {
        Expiry::Never => view! { {text::never()} },
        Expiry::At(end, _) => {
            view! { {clock::here(*end)}" "<span class="second">{clock::relative(*end)}</span> }
        }
        Expiry::Unreadable(raw) => view! { <bdi>{text::visible(raw)}</bdi> },
    }
}

fn skeleton() -> View {
    let row = |_| {
        view! {
            <tr class="skeleton-row" aria-hidden="true">
                <td><span class="skeleton"></span></td>
                <td><span class="skeleton"></span></td>
                <td><span class="skeleton is-short"></span></td>
                <td><span class="skeleton"></span></td>
                <td></td>
            </tr>
        }
    };
    (0..5).map(row).collect::<View>()
}
