//! The table of credentials: one column per question that the system can answer.

use std::sync::Arc;

use leptos::prelude::*;
use rekey_core::capabilities::{Capabilities, Field};
use rekey_core::credential::{Credential, Entry, Expiry};
use rekey_core::roster::{Column, Order, Roster};

use crate::components::disguise;
use crate::components::link::PageLink;
use crate::components::state::{CredentialState, HealthState};
use crate::components::unsaved::UnsavedMark;
use crate::console::Console;
use crate::page::{Page, Place};
use crate::view::{View, Window, view};
use crate::{clock, text};

/// What is shown of a list: places in its roster, in the order in which they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// The list.
    pub(super) roster: Arc<Roster>,
    /// The places.
    pub(super) places: Arc<[u32]>,
}

/// The table. A long list scrolls in a box of its own and has only the rows in sight; who reads it out is told how many
/// there are.
#[component]
pub(super) fn Table(
    place: Place,
    shown: Memo<Option<Shown>>,
    order: RwSignal<Option<Order>>,
    window: Window,
    capabilities: &'static Capabilities,
) -> View {
    let count = move || shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.places.len()));
    let is_long = move || Window::is_needed(count());
    let heads = Column::of(capabilities).map(|column| view! { <Head column order capabilities/> });
    let head = heads.collect::<View>();
    let has_expiry = capabilities.fields.contains(&Field::Expiry);
    let browsing = Console::here().browsing;
    let scrolled = move |_| {
        window.update();
        browsing.change(&place, |browse| browse.top = window.top());
    };
    view! {
        <div class="scroll" node_ref=window.sight data-long=is_long tabindex=move || is_long().then_some("0")
            role=move || is_long().then_some("region") aria-label=move || is_long().then_some(text::credentials())
            on:scroll=scrolled on:focusin=move |_| window.update()>
            <table class="table" aria-rowcount=move || is_long().then(|| (count() + 1).to_string())>
                <caption class="sr">{text::credentials()}</caption>
                <thead>
                    <tr aria-rowindex=move || is_long().then_some("1")>
                        {head}
                        <th scope="col"><span class="sr">{text::actions()}</span></th>
                    </tr>
                </thead>
                <tbody node_ref=window.body></tbody>
            </table>
        </div>
        {has_expiry.then(|| view! { <p class="part help">{text::by_this_clock()}</p> })}
    }
}

/// The row with a number, as the table shows it.
pub(super) fn numbered(place: &Place, shown: &Shown, number: usize, capabilities: &'static Capabilities) -> View {
    let entry = shown.places.get(number).and_then(|at| shown.roster.get(*at));
    let index = Window::is_needed(shown.places.len()).then(|| (number + 2).to_string());
    entry.map_or_else(View::fragment, |entry| row(place, entry.clone(), index, capabilities))
}

/// The head of a column, which puts the list in its order.
#[component]
fn Head(column: Column, order: RwSignal<Option<Order>>, capabilities: &'static Capabilities) -> View {
    let sorted = move || {
        let own = order.get().filter(|order| order.column == column);
        own.map(|order| if order.descending { "descending" } else { "ascending" })
    };
    let press = move |_| order.update(|order| *order = Order::after_press(*order, column));
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" class="sort" on:click=press>{heading(column, capabilities)}</button>
            <span class="sr sort-words">{heading(column, capabilities)}</span>
        </th>
    }
}

/// The same choice where the heads are out of sight.
#[component]
pub(super) fn SortChoice(order: RwSignal<Option<Order>>, capabilities: &'static Capabilities) -> View {
    let choose = move |event| order.set(Order::parse(&event_target_value(&event)));
    let option = move |chosen: Option<Order>, words: String| {
        let key = chosen.map(|order| order.to_string()).unwrap_or_default();
        view! { <option value=key selected=move || order.get() == chosen>{words}</option> }
    };
    let both = move |column| {
        let words = heading(column, capabilities);
        let descending = text::descending(words).text();
        [(false, words.to_owned()), (true, descending)]
            .map(|(descending, words)| option(Some(Order { column, descending }), words))
    };
    let chosen = move || match order.get() {
        Some(Order { column, descending: true }) => text::descending(heading(column, capabilities)).text(),
        Some(Order { column, descending: false }) => heading(column, capabilities).to_owned(),
        None => text::servers_order().to_owned(),
    };
    view! {
        <span class="sr" role="status">{text::sort_by()}": "{chosen}</span>
        <select class="control sort-choice" aria-label=text::sort_by() on:change=choose>
            {option(None, text::servers_order().to_owned())}
            {Column::of(capabilities).flat_map(both).collect::<View>()}
        </select>
    }
}

/// One credential.
fn row(place: &Place, entry: Entry, index: Option<String>, capabilities: &Capabilities) -> View {
    let credential = match entry {
        Entry::Readable(credential) => credential,
        Entry::Unreadable(raw) => {
            let count = Column::of(capabilities).count().to_string();
            return view! {
                <tr aria-rowindex=index>
                    <th scope="row">{text::unreadable_record()}</th>
                    <td colspan=count class="mono was"><bdi>{text::visible_start(&raw)}</bdi></td>
                </tr>
            };
        }
    };
    let (name, id) = (text::visible_start(&credential.name), credential.id.clone());
    let change = text::change_noun(text::noun(capabilities.secret_noun)).text();
    let of_name = text::of_what(&name).text();
    let edited = name.clone();
    view! {
        <tr aria-rowindex=index>
            {Column::of(capabilities).map(|column| cell(column, place, &credential, capabilities)).collect::<View>()}
            <td class="row-acts">
                <PageLink to=Page::Edit(place.clone(), id.clone())>{text::edit()}<span class="sr">" "{edited}</span></PageLink>
                <PageLink to=Page::Secret(place.clone(), id)>
                    {change}<span class="sr">" "{of_name}</span>
                </PageLink>
            </td>
        </tr>
    }
}

/// The table while the list is read: rows that hold the place.
pub(super) fn skeleton(capabilities: &Capabilities) -> View {
    let heads = Column::of(capabilities).map(|column| view! { <th scope="col">{heading(column, capabilities)}</th> });
    let row = |_| {
        let cells = Column::of(capabilities).map(|_| view! { <td><span class="skeleton"></span></td> });
        view! { <tr class="skeleton-row" aria-hidden="true">{cells.collect::<View>()}<td></td></tr> }
    };
    view! {
        <div class="scroll">
            <table class="table">
                <caption class="sr">{text::credentials()}</caption>
                <thead><tr>{heads.collect::<View>()}<th scope="col"><span class="sr">{text::actions()}</span></th></tr></thead>
                <tbody>{(0..5).map(row).collect::<View>()}</tbody>
            </table>
        </div>
    }
}

fn heading(column: Column, capabilities: &Capabilities) -> &'static str {
    match column {
        Column::Name => text::name_of_record(capabilities),
        Column::Person => text::full_name(),
        Column::Description => text::description(),
        Column::State => text::state_heading(),
        Column::Expires => text::expires(),
    }
}

fn cell(column: Column, place: &Place, credential: &Credential, capabilities: &Capabilities) -> View {
    match column {
        Column::Name => {
            let (name, id) = (&credential.name, &credential.id);
            // Where the API finds a record by something else than its name, that stands below it.
            let below = (id != name).then(|| view! { <bdi class="mono">{text::visible_start(id)}</bdi> });
            let odd = disguise::mark(name).map(|mark| view! { {mark}" " });
            // One line for both: rows of a long list are of one height. The mark comes first, so it is never cut.
            let second =
                (below.is_some() || odd.is_some()).then(|| view! { " "<span class="second">{odd}{below}</span> });
            let mark = view! { <UnsavedMark place=place.clone() id=id.clone()/> };
            view! { <th scope="row" class="mono"><bdi>{text::visible_start(name)}</bdi>{second}{mark}</th> }
        }
        Column::Person => view! {
            <td>
                <bdi>{text::visible_start(&credential.full_name)}</bdi>" "
                <span class="second"><bdi>{text::visible_start(&credential.email)}</bdi></span>
            </td>
        },
        Column::Description => {
            let kind = credential
                .kind
                .as_ref()
                .map(|kind| view! { <span class="second"><bdi data-plain="">{text::label(kind)}</bdi></span> });
            view! { <td><bdi>{text::visible_start(&credential.description)}</bdi>" "{kind}</td> }
        }
        Column::State => {
            let health = credential.health.clone().map(|health| view! { <HealthState health/> });
            view! { <td class="cell-state"><CredentialState state=credential.state(clock::now())/>{health}</td> }
        }
        Column::Expires => view! { <td class="when" data-label=text::expires()>{end(credential, capabilities)}</td> },
    }
}

/// When it ends. Where no end means something that nobody documents, it is not called "never".
fn end(credential: &Credential, capabilities: &Capabilities) -> View {
    match &credential.expiry {
        Expiry::Never if capabilities.expiry.removable => view! { {text::never()} },
        Expiry::Never => view! { {text::not_given()} },
        Expiry::At(end, _) => {
            view! { {clock::here(*end)}" "<span class="second">{clock::relative(*end)}</span> }
        }
        Expiry::Unreadable(raw) => view! { <bdi>{text::visible_start(raw)}</bdi> },
    }
}
