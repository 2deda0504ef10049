//! What a write goes to (UX-28).

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::console::Console;
use crate::page::Place;
use crate::text;
use crate::view::{View, view};

/// System, scope and reach of a write.
#[component]
pub fn Target(
    /// The connection.
    connection: Connection,
    /// The place in it.
    place: Place,
) -> View {
    let console = Console::here();
    console.scopes.load_names(console, &connection);
    let system = format!("{} ({})", connection.label, connection.dialect.product());
    let scope = text::scope_label(&place.scope).map(|label| {
        let name = move || text::visible(&console.scope_name(&place));
        view! { <dt>{label}</dt><dd><bdi>{name}</bdi></dd> }
    });
    let reach = connection.dialect.capabilities().deploys.then(|| {
        view! { <dt>{text::deploys_to()}</dt><dd>{text::all_environments()}</dd> }
    });
    view! {
        <section aria-labelledby="target">
            <h2 id="target">{text::target()}</h2>
            <dl class="facts">
                <dt>{text::system()}</dt><dd><bdi>{text::visible(&system)}</bdi></dd>
                {scope}
                {reach}
            </dl>
        </section>
    }
}
