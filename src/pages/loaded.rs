//! A credential that a form is made from: read when it is not known yet, and then left alone until the form goes.

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::outcome::ReadFailure;

use crate::components::connection_check::Diagnosis;
use crate::components::frame::{Crumbs, Heading, above};
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::components::said::Said;
use crate::console::Console;
use crate::page::Place;
use crate::text;
use crate::view::{View, view};

/// The way to a credential, and a form once it is known.
#[component]
pub fn Loaded<F>(
    /// The connection.
    connection: Connection,
    /// Where the credential is.
    place: Place,
    /// Its id.
    id: String,
    /// Makes the heading of the page, while there is no form, of the name as far as it is known.
    heading: fn(&str, &Connection) -> text::Phrase,
    /// The form.
    form: F,
) -> View
where
    F: Fn(Credential) -> View + Send + Sync + 'static,
{
    let console = Console::here();
    let heading = untrack(|| heading(&console.record_name(&place, &id), &connection));
    let (here, named) = (place.clone(), id.clone());
    // Made anew only when a name in it changes: a link that has the focus keeps it while something is read.
    let trail = Memo::new(move |_| (above(console, &connection, &here), console.record_name(&here, &named)));
    let crumbs = move || {
        let (above, here) = trail.get();
        view! { <Crumbs above here/> }
    };
    let listing = console.records.listing(&place);
    let wanted = id.clone();
    // The first record that is found stays: a later read must not replace a form that is being filled in.
    let found = Memo::new(move |known: Option<&Option<Credential>>| {
        known.cloned().flatten().or_else(|| listing.with(|listing| listing.find(&wanted)))
    });
    if found.with_untracked(Option::is_none) {
        console.records.prepare(console, &place, &id);
    }
    let heading = StoredValue::new(heading);
    let waiting = move || {
        let listing = console.records.listing(&place);
        let again = (place.clone(), id.clone());
        let retry = Callback::new(move |()| console.records.prepare(console, &again.0, &again.1));
        let body = match listing.get() {
            listing if listing.is_busy() => view! { <p class="part" role="status">{text::reading()}</p> },
            listing if listing.is_gone(&id) => gone(&place, &id),
            listing => match listing.failure {
                Some(failure) => {
                    view! { {console.connection(&place.connection).map(|connection| view! { <ReadProblem failure connection retry/> })} }
                }
                None => View::fragment(),
            },
        };
        view! {
            <div class="page-head"><Heading words=heading.get_value()/></div>
            <div class="panel">{body}</div>
        }
    };
    view! { {crumbs}{move || found.get().map_or_else(&waiting, &form)} }
}

fn gone(place: &Place, id: &str) -> View {
    let back = place.credentials();
    view! {
        <div class="empty">
            <h2>{text::credential_gone(id)}</h2>
            <p>{text::credential_gone_explained()}</p>
            <p><PageLink to=back>{text::back_to_credentials()}</PageLink></p>
        </div>
    }
}

/// Why something could not be read, and a way to try again.
#[component]
pub fn ReadProblem(
    /// Why.
    failure: ReadFailure,
    /// Where.
    connection: Connection,
    /// Reads again.
    retry: Callback<()>,
) -> View {
    let words = text::read_failure(&failure, &Console::place_name(&connection));
    let diagnosis = failure.suspicion().map(|suspicion| view! { " "<Diagnosis connection suspicion of_change=false/> });
    let said = words.theirs.map(|theirs| view! { <Said words=theirs status=words.status/> });
    view! {
        <div class="notice strip" data-tone="bad" role="alert">
            <Icon sign=Sign::Failed/>
            <div>
                <h2>{words.ours}</h2>
                {said}
                <button type="button" class="button small" on:click=move |_| retry.run(())>{text::try_again()}</button>
                {diagnosis}
            </div>
        </div>
    }
}
