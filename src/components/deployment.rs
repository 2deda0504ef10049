//! The environment board: one row per environment, in the server's words (ux.md 3 C).

use leptos::prelude::*;
use rekey_core::outcome::{Deployment, Environment};

use crate::components::state::DeploymentState;
use crate::text;
use crate::view::{View, view};

/// The table of a deployment.
#[component]
pub fn DeploymentBoard(
    /// What the server said.
    deployment: Deployment,
) -> View {
    let rows = deployment.environments.into_iter().map(row).collect::<View>();
    view! {
        <div class="scroll">
            <table class="table dense">
                <caption class="caption">{text::deployment()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{text::environment()}</th>
                        <th scope="col">{text::state_heading()}</th>
                        <th scope="col">{text::what_the_server_said()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(environment: Environment) -> View {
    let name = text::shown(&environment.name, text::environment_unnamed());
    // Nobody knows the language of the server's words.
    let theirs = (!environment.messages.is_empty()).then_some("");
    let words = text::shown(&environment.messages.join(" · "), text::nothing_said());
    view! {
        <tr>
            <th scope="row" class="mono"><bdi>{name}</bdi></th>
            <td class="cell-state"><DeploymentState state=environment.state/></td>
            <td><bdi lang=theirs>{words}</bdi></td>
        </tr>
    }
}
