//! The connection check on screen (N-13; ux.md 3 F): what stands in the way and what to change, with what it was
//! concluded from. In the second part of the program.

mod dialog;

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::diagnosis::{Cause, Suspicion};

use self::dialog::CheckDialog;
use crate::components::icon::{Icon, Sign};
use crate::diagnosis::Checkup;
use crate::view::{View, view, when};
use crate::{clock, text};

/// What is shown on the page of a sign-in. The first of them begins the check.
#[derive(Debug)]
pub struct ConnectionCheck {
    /// The connection.
    pub connection: Connection,
    /// Which part of it.
    pub part: Part,
}

/// The parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A word above the form, only if something stands in the way.
    Notice,
    /// The button that checks again and shows everything.
    Button,
}

/// Shows one of them.
pub fn part(ConnectionCheck { connection, part }: ConnectionCheck) -> View {
    let checkup = Checkup::of(&connection);
    checkup.begin();
    match part {
        Part::Notice => notice(checkup),
        Part::Button => view! { <p><CheckButton connection/></p> },
    }
}

/// Nothing is held up by it: what one types is typed below.
fn notice(checkup: Checkup) -> View {
    let open = RwSignal::new(false);
    let (product, known) = (checkup.connection().dialect.product(), checkup.clone());
    let obstacle = Memo::new(move |_| known.known().found.and_then(|(report, _)| report.obstacle().cloned()));
    let notice = move |cause: Cause| {
        view! {
            <section class="notice apart-below" data-tone="warn">
                <Icon sign=Sign::Attention/>
                <div>
                    <h2>{text::connection_does_not_work()}</h2>
                    <p>{sentences(&cause, product)}</p>
                    <button type="button" class="button small" on:click=move |_| open.set(true)>{text::connection_check()}</button>
                </div>
            </section>
        }
    };
    let dialog = move || view! { <CheckDialog checkup=checkup.clone() open/> };
    view! { <div role="status">{move || obstacle.get().map(notice)}</div>{when(move || open.get(), dialog)} }
}

/// Checks, and shows what comes of it.
#[component]
pub fn CheckButton(
    /// The connection.
    connection: Connection,
) -> View {
    let open = RwSignal::new(false);
    let checkup = Checkup::of(&connection);
    let checked = checkup.clone();
    let check = move |_| {
        checked.again();
        open.set(true);
    };
    let dialog = move || view! { <CheckDialog checkup=checkup.clone() open/> };
    view! {
        <button type="button" class="button small" on:click=check>{text::check_the_connection()}</button>
        {when(move || open.get(), dialog)}
    }
}

/// What is wrong with the connection, below what met it; it is looked at anew.
#[component]
pub fn Diagnosis(
    /// The connection.
    connection: Connection,
    /// Whether to look by itself.
    suspicion: Suspicion,
    /// Whether it was a change that met it.
    of_change: bool,
) -> View {
    let line = (suspicion == Suspicion::Look).then(|| line(&connection, of_change));
    view! { {line}<CheckButton connection/> }
}

/// It stands in a place that is announced already.
fn line(connection: &Connection, of_change: bool) -> View {
    let (checkup, product, begun) = (Checkup::of(connection), connection.dialect.product(), clock::milliseconds());
    checkup.again();
    let words = move || {
        let known = checkup.known();
        // What was found earlier says nothing about this.
        let Some((report, _)) = known.found.filter(|(_, when)| !known.asking && *when >= begun) else {
            return view! { {text::checking()} };
        };
        let Some(cause) = report.obstacle() else { return view! { {text::works_again()} } };
        let unsent = (of_change && cause.speaks_against_sending()).then(text::probably_not_sent);
        view! { {sentences(cause, product)}{unsent} }
    };
    view! { <p class="was">{words}</p> }
}

/// What is wrong, in sentences with blanks between them.
fn sentences(cause: &Cause, product: &str) -> View {
    text::cause(cause, product).into_iter().map(|sentence| view! { {sentence}" " }).collect()
}
