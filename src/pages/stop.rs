//! The stop screen: the configuration is missing or wrong, and nothing has been asked of any API (H-13, X37).

use leptos::prelude::*;
use rekey_core::configuration::ConfigurationProblem;

use crate::components::icon::{Icon, Sign};
use crate::text;
use crate::view::{View, view};

/// Why the console cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// There is none at the address.
    Missing,
    /// It could not be loaded.
    Unreachable,
    /// It is larger than a configuration can be.
    TooLarge,
    /// It was refused, and where.
    Wrong(ConfigurationProblem),
}

impl Cause {
    /// Its name for a host.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "configuration-missing",
            Self::Unreachable => "configuration-unreachable",
            Self::TooLarge => "configuration-too-large",
            Self::Wrong(problem) => problem.code(),
        }
    }
}

/// Names the cause, the file and what to do.
#[component]
pub fn StopPage(
    /// Why.
    cause: Cause,
    /// The address of the configuration; empty if the page's host gave it.
    address: String,
) -> View {
    let (words, fix) = match &cause {
        Cause::Missing => (text::configuration_missing(), text::put_file_there()),
        Cause::Unreachable => (text::configuration_unreachable(), text::see_console()),
        Cause::TooLarge => (text::configuration_too_large(), text::correct_file()),
        Cause::Wrong(_) => (text::configuration_wrong(), text::correct_file()),
    };
    let place = match cause {
        Cause::Wrong(place) => Some(view! {
            <div class="part">
                <ul class="changes"><li data-tone="bad"><Icon sign=Sign::Failed/><p><bdi lang="en">{text::visible(&place.to_string())}</bdi></p></li></ul>
            </div>
        }),
        Cause::Missing | Cause::Unreachable | Cause::TooLarge => None,
    };
    let file =
        (!address.is_empty()).then(|| view! { <dt>{text::file()}</dt><dd><bdi class="mono">{address}</bdi></dd> });
    let reload = |_| drop(web_sys::window().map(|window| window.location().reload()));
    view! {
        <header class="bar"><span class="brand"><Icon sign=Sign::Key/>{text::product()}</span></header>
        <main class="page">
            <section class="panel narrow result" data-tone="bad" role="alert">
                <div class="result-head"><Icon sign=Sign::Failed/><div><h1 tabindex="-1">{text::cannot_start()}</h1><p>{words}</p></div></div>
                {place}
                <div class="part"><dl class="facts">{file}<dt>{text::to_fix()}</dt><dd>{fix}</dd></dl></div>
                <div class="acts"><button type="button" class="button primary" part="button-primary" on:click=reload>{text::reload()}</button></div>
            </section>
        </main>
    }
}
