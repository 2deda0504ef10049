//! What a write goes to (UX-28).

use leptos::prelude::*;
use rekey_core::configuration::Connection;
use rekey_core::credential::Scope;

use crate::text;
use crate::view::{View, view};

/// System, scope and reach of a write.
#[component]
pub fn Target(
    /// The connection.
    connection: Connection,
    /// The scope.
    scope: Scope,
) -> View {
    let system = format!("{} ({})", connection.label, connection.dialect.product());
    let reach = connection.dialect.capabilities().deploys.then(|| {
        view! { <dt>{text::deploys_to()}</dt><dd>{text::all_environments()}</dd> }
    });
    view! {
        <section aria-labelledby="target">
            <h2 id="target">{text::target()}</h2>
            <dl class="facts">
                <dt>{text::system()}</dt><dd><bdi>{system}</bdi></dd>
                <dt>{text::scope_label(&scope)}</dt><dd><bdi>{text::visible(scope.name())}</bdi></dd>
                {reach}
            </dl>
        </section>
    }
}
