//! The table of credentials: one column per question that the system can answer.

use rekey_core::capabilities::{Capabilities, Field};
use rekey_core::credential::{Credential, Entry, Expiry};

use crate::components::link::PageLink;
use crate::components::state::{CredentialState, HealthState};
use crate::page::{Page, Place};
use crate::view::{View, view};
use crate::{clock, text};

/// The table around its rows.
pub(super) fn table(capabilities: &Capabilities, rows: View) -> View {
    let columns = columns(capabilities).map(|column| view! { <th scope="col">{heading(column)}</th> });
    view! {
        <div class="scroll">
            <table class="table">
                <caption class="sr">{text::credentials()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text::name_of_record(capabilities)}</th>
                        {columns.collect::<View>()}
                        <th scope="col"><span class="sr">{text::actions()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// One credential.
pub(super) fn row(place: &Place, entry: Entry, capabilities: &Capabilities) -> View {
    let count = (columns(capabilities).count() + 1).to_string();
    let credential = match entry {
        Entry::Readable(credential) => credential,
        Entry::Unreadable(raw) => {
            return view! {
                <tr>
                    <th scope="row">{text::unreadable_record()}</th>
                    <td colspan=count class="mono was"><bdi>{text::visible(&raw)}</bdi></td>
                </tr>
            };
        }
    };
    let (name, id) = (text::visible(&credential.name), credential.id.clone());
    let change = text::change_noun(text::noun(capabilities.secret_noun)).text();
    let of_name = text::of_what(&name).text();
    let edited = name.clone();
    // Where the API finds a record by something else than its name, that stands below it.
    let second =
        (id != credential.name).then(|| view! { " "<span class="second mono"><bdi>{text::visible(&id)}</bdi></span> });
    view! {
        <tr>
            <th scope="row" class="mono"><bdi>{name}</bdi>{second}</th>
            {columns(capabilities).map(|column| cell(column, &credential, capabilities)).collect::<View>()}
            <td class="row-acts">
                <PageLink to=Page::Edit(place.clone(), id.clone())>{text::edit()}<span class="sr">" "{edited}</span></PageLink>
                <PageLink to=Page::Secret(place.clone(), id)>
                    {change}<span class="sr">" "{of_name}</span>
                </PageLink>
            </td>
        </tr>
    }
}

/// Rows that hold the place while the list is read.
pub(super) fn skeleton(capabilities: &Capabilities) -> View {
    let row = |_| {
        let cells = columns(capabilities).map(|_| view! { <td><span class="skeleton"></span></td> });
        view! {
            <tr class="skeleton-row" aria-hidden="true">
                <td><span class="skeleton"></span></td>
                {cells.collect::<View>()}
                <td></td>
            </tr>
        }
    };
    (0..5).map(row).collect::<View>()
}

/// A column between the name and the links.
#[derive(Clone, Copy)]
enum Column {
    Person,
    Description,
    State,
    Expires,
}

fn columns(capabilities: &Capabilities) -> impl Iterator<Item = Column> {
    let person = capabilities.has(Field::FullName);
    let all = [
        (Column::Person, person),
        (Column::Description, !person && capabilities.has(Field::Description)),
        (Column::State, capabilities.has(Field::Expiry)),
        (Column::Expires, capabilities.has(Field::Expiry)),
    ];
    all.into_iter().filter_map(|(column, there)| there.then_some(column))
}

fn heading(column: Column) -> &'static str {
    match column {
        Column::Person => text::full_name(),
        Column::Description => text::description(),
        Column::State => text::state_heading(),
        Column::Expires => text::expires(),
    }
}

fn cell(column: Column, credential: &Credential, capabilities: &Capabilities) -> View {
    match column {
        Column::Person => view! {
            <td>
                <bdi>{text::visible(&credential.full_name)}</bdi>" "
                <span class="second"><bdi>{text::visible(&credential.email)}</bdi></span>
            </td>
        },
        Column::Description => {
            let kind = credential.kind.as_ref().map(|kind| view! { <span class="second">{text::label(kind)}</span> });
            view! { <td><bdi>{text::visible(&credential.description)}</bdi>" "{kind}</td> }
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
        Expiry::Unreadable(raw) => view! { <bdi>{text::visible(raw)}</bdi> },
    }
}
