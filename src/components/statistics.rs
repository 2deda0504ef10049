//! How many credentials a system has by their health, above the list (Z11).

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::Connection;
use rekey_core::statistics::Statistics;

use crate::console::Console;
use crate::view::{View, view};
use crate::{runner, text};

/// The counters of a connection; empty until they are read, and where there are none. A handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Counters(RwSignal<Option<Statistics>>);

impl Counters {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Asks again. Counters that could not be read are left out: they are a convenience, the list is the truth.
    pub fn refresh(self, console: Console, connection: &Connection) {
        let access = console.sessions.access(&connection.id);
        let Some(request) = access.and_then(|access| connection.dialect.statistics(&access)) else { return };
        let connection = connection.clone();
        spawn_local(async move {
            let reply = runner::read(console, &connection, request).await;
            let _ = self.0.try_set(connection.dialect.interpret_statistics(reply));
        });
    }
}

/// The line of counters.
#[component]
pub fn StatisticsLine(
    /// What is known.
    counters: Counters,
) -> View {
    let line = |statistics: Statistics| {
        let count = |word: &'static str, number: Option<String>| {
            view! { <div><dt>{word}</dt><dd>{number.unwrap_or_else(|| "–".to_owned())}</dd></div> }
        };
        view! {
            <dl class="counters" aria-label=text::counted_by_the_server()>
                {count(text::counted_total(), statistics.total)}
                {count(text::counted_ok(), statistics.ok)}
                {count(text::counted_expiring(), statistics.expiring)}
                {count(text::counted_expired(), statistics.expired)}
                {count(text::counted_unknown(), statistics.unknown)}
            </dl>
        }
    };
    view! { {move || counters.0.get().map(line)} }
}
