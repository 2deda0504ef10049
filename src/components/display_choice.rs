//! The button that opens the choices of how the console looks and listens, and the sign that it is being presented.

use leptos::prelude::*;
use rekey_core::display::Presenter;

use crate::components::display_dialog::DisplayDialog;
use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::text;
use crate::view::{View, view, when};

/// The button in the bar.
#[component]
pub fn DisplayChoice() -> View {
    let console = Console::here();
    let display = console.display;
    let presented = move || {
        view! {
            <button type="button" class="button small presented" aria-label=text::live(text::presenter_mode) on:click=move |_| display.opened.set(true)>
                <Icon sign=Sign::Hidden/><span>{text::live(text::presenter_mode)}</span>
            </button>
        }
    };
    view! {
        {when(move || display.get().presenter != Presenter::Off, presented)}
        <button type="button" class="icon-button" aria-label=text::live(text::display) title=text::live(text::display)
            on:click=move |_| display.opened.set(true)><Icon sign=Sign::Sliders/></button>
        {when(move || display.opened.get(), move || view! { <DisplayDialog console/> })}
    }
}
