//! The button that opens the choices of how the console looks and listens, and the sign that it is being presented.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::display::Presenter;

use crate::components::display_dialog::DisplayDialog;
use crate::components::icon::{Icon, Sign};
use crate::components::missing;
use crate::console::Console;
use crate::later::{self, Missing};
use crate::text;
use crate::view::{View, view, when};

/// The button in the bar.
#[component]
pub fn DisplayChoice() -> View {
    let console = Console::here();
    let display = console.display;
    let presented = move || {
        view! {
            <button type="button" class="button small presented" aria-label=text::live(text::presenter_mode) on:click=move |_| open(console)>
                <Icon sign=Sign::Hidden/><span>{text::live(text::presenter_mode)}</span>
            </button>
        }
    };
    let dialog = move || display.opened.get().map(|part| part.display_dialog(DisplayDialog { console }));
    view! {
        {when(move || display.get().presenter != Presenter::Off, presented)}
        <button type="button" class="icon-button" aria-label=text::live(text::display) title=text::live(text::display)
            on:click=move |_| open(console)><Icon sign=Sign::Sliders/></button>
        {dialog}
    }
}

/// Says that the choices could not be loaded.
#[component]
pub fn DisplayMissing() -> View {
    let display = Console::here().display;
    let notice = move |missing: Missing| view! { <div class="apart-below">{missing::notice(missing, None)}</div> };
    view! { {move || display.missing.get().map(notice)} }
}

/// Opens the choices.
pub fn open(console: Console) {
    spawn_local(async move {
        let loaded = later::load().await;
        let _ = console.display.missing.try_set(loaded.err());
        let _ = console.display.opened.try_set(loaded.ok());
    });
}
