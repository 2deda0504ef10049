//! How long a shown secret stays, and the button for more of it (UX-27, WCAG 2.2.1).

use std::time::Duration;

use leptos::prelude::*;

use super::shown_once::{MINUTES, ShownOnce};
use crate::text;
use crate::view::{View, view};

/// From when on the end is announced, in seconds.
const SOON: u32 = 60;

/// The time that is left. Its seconds are not read out, its last minute is.
#[component]
pub(super) fn TimeLeft(shown_once: ShownOnce, noun: String) -> View {
    if let Ok(ticks) = set_interval_with_handle(move || shown_once.tick(), Duration::from_secs(1)) {
        on_cleanup(move || ticks.clear());
    }
    let left = move || {
        let seconds = shown_once.seconds.get();
        text::leaves_in(&format!("{}:{:02}", seconds / 60, seconds % 60))
    };
    let soon = Memo::new(move |_| shown_once.seconds.get() <= SOON);
    let announced = move || soon.get().then(|| text::leaves_soon(&noun).text());
    view! {
        <button type="button" class="button quiet" on:click=move |_| shown_once.keep_longer()>
            {text::keep_minutes_longer(&MINUTES.to_string()).text()}
        </button>
        <p class="time-left">{left}</p>
        <span class="sr" role="status">{announced}</span>
    }
}
