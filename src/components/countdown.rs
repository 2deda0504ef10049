//! Something that may be done once a wait is over (X17a, T10).

use std::time::Duration;

use leptos::prelude::*;

use crate::clock;
use crate::text;
use crate::view::{View, view};

/// Shows how long to wait, and then what may be done.
#[component]
pub fn Countdown(
    /// Seconds from now.
    seconds: u32,
    /// What may be done then.
    then: Callback<(), View>,
) -> View {
    let end = clock::milliseconds() + f64::from(seconds) * 1000.0;
    let left = RwSignal::new(seconds);
    let tick = move || {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the seconds it began with")]
        let rest = ((end - clock::milliseconds()) / 1000.0).ceil().max(0.0) as u32;
        let _ = left.try_set(rest);
    };
    if let Ok(ticks) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || ticks.clear());
    }
    let over = Memo::new(move |_| left.get() == 0);
    // The seconds are for the eyes: a screen reader is told the wait once, and the button when it comes.
    let wait = move || {
        view! {
            <span class="sr">{text::allowed_again_in(&seconds.to_string())}</span>
            <span aria-hidden="true">{move || text::allowed_again_in(&left.get().to_string())}</span>
        }
    };
    view! { {move || if over.get() { then.run(()) } else { wait() }} }
}
