//! A state: sign, word and colour.

use leptos::prelude::*;
use rekey_core::credential::{Health, Label, State};
use rekey_core::outcome::EnvironmentState;

use crate::components::icon::{Icon, Sign};
use crate::text;
use crate::view::{View, view};

/// What a state looks like.
type Look = (Sign, &'static str, &'static str);

fn show((sign, tone, word): Look) -> View {
    view! { <span class="state" data-tone=tone><Icon sign/>{word}</span> }
}

/// The state of a credential.
#[component]
pub fn CredentialState(
    /// Which one.
    state: State,
) -> View {
    let (sign, tone) = match state {
        State::Active => (Sign::Good, "good"),
        State::ExpiresSoon => (Sign::Attention, "warn"),
        State::Expired => (Sign::Failed, "bad"),
        State::Disabled => (Sign::Off, "off"),
        State::Unsure => (Sign::Unsure, "unsure"),
    };
    show((sign, tone, text::state(state)))
}

/// How the server judges a credential, in its words (Z9).
#[component]
pub fn HealthState(
    /// The server's label.
    health: Label,
) -> View {
    let tone = match health.health() {
        Health::Good => "good",
        Health::Attention => "warn",
        Health::Bad => "bad",
        Health::Unknown => "unsure",
    };
    view! { " "<span class="second" data-tone=tone>{text::health_is(&text::label(&health))}</span> }
}

/// What became of an environment.
#[component]
pub fn DeploymentState(
    /// Which one.
    state: EnvironmentState,
) -> View {
    let (sign, tone) = match state {
        EnvironmentState::Deployed => (Sign::Good, "good"),
        EnvironmentState::Failed => (Sign::Failed, "bad"),
        EnvironmentState::NotReported => (Sign::Unsure, "unsure"),
    };
    show((sign, tone, text::environment_state(state)))
}

/// How a connection stands.
#[component]
pub fn SessionState(
    /// Whether requests can be signed.
    signed_in: bool,
) -> View {
    show(if signed_in { (Sign::Good, "good", text::signed_in()) } else { (Sign::Off, "off", text::not_signed_in()) })
}
