//! A button that sends something at once, without a form around it.

use leptos::prelude::*;

use crate::components::press::Press;
use crate::view::{View, view};

/// The button, and below it why a press did not count.
#[component]
pub fn SendButton(
    /// What it says.
    label: String,
    /// Called when it is pressed, and the press counts.
    on_press: Callback<()>,
) -> View {
    let press = Press::new();
    let send = move |_| {
        if press.counts() {
            on_press.run(());
        }
    };
    view! {
        <button type="button" class="button primary" part="button-primary" node_ref=press.button on:click=send>{label}</button>
        {press.line("notice")}
    }
}
