//! What a save will change, by consequence (ux.md 3 B).

use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::consequence::{Consequence, Level};

use crate::components::icon::{Icon, Sign};
use crate::text;
use crate::view::{View, view};

/// The list of effects, the gravest first.
#[component]
pub fn Changes(
    /// The effects.
    #[prop(into)]
    effects: Signal<Vec<Consequence>>,
    /// What the secret is called.
    noun: SecretNoun,
) -> View {
    let lines = move |effects: &Vec<Consequence>| {
        if effects.is_empty() {
            return view! { <p class="was">{text::nothing_changed_yet()}</p> };
        }
        let lines: View = effects.iter().map(|effect| line(effect, noun)).collect();
        view! { <ul class="changes">{lines}</ul> }
    };
    view! { {move || effects.with(lines)} }
}

fn line(effect: &Consequence, noun: SecretNoun) -> View {
    let (sign, tone, level) = match effect.level() {
        Level::Note => (Sign::Note, "note", None),
        Level::Warning => (Sign::Attention, "warn", Some(text::attention())),
        Level::Danger => (Sign::Danger, "bad", Some(text::high_impact())),
    };
    let level = level.map(|level| view! { <span class="sr">{level}" "</span> });
    let difference = match effect {
        Consequence::Name(old, new)
        | Consequence::FullName(old, new)
        | Consequence::Email(old, new)
        | Consequence::Description(old, new) => Some(view! { <Difference old=old.clone() new=new.clone()/> }),
        _ => None,
    };
    view! {
        <li data-tone=tone><Icon sign/><div><p>{level}{text::consequence(effect, noun)}</p>{difference}</div></li>
    }
}

/// What it was, and what it becomes.
#[component]
pub fn Difference(
    /// Before.
    old: String,
    /// After.
    new: String,
) -> View {
    let shown = |value: &str| text::shown(value, text::empty());
    view! {
        <p class="diff">
            <span class="sr">{text::from()}" "</span><del><bdi>{shown(&old)}</bdi></del>
            <Icon sign=Sign::Arrow/>
            <span class="sr">{text::to()}" "</span><ins><bdi>{shown(&new)}</bdi></ins>
        </p>
    }
}
