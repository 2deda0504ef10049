//! What a write is doing, in words that change at 1, 10 and 30 seconds (N-09).

use std::time::Duration;

use leptos::prelude::*;

use crate::clock;
use crate::runner::Activity;
use crate::submission::Submission;
use crate::text;
use crate::view::{View, view, when};

/// The line beside the button of a form, with words while its write is on its way. It is there before them: what comes
/// into a page together with its words is not announced (UX-37).
#[component]
pub fn Progress(
    /// The form's write.
    submission: Submission,
    /// What the connection is called.
    label: String,
    /// Whether a write deploys.
    deploys: bool,
) -> View {
    let now = RwSignal::new(0.0);
    let busy = Memo::new(move |_| submission.activity().is_some());
    let tick = move || _ = now.try_set(clock::milliseconds());
    Effect::new(move |_| {
        if busy.get() {
            tick();
            if let Ok(ticks) = set_interval_with_handle(tick, Duration::from_secs(1)) {
                on_cleanup(move || ticks.clear());
            }
        }
    });
    // Whole seconds matter only where the words change, so that a screen reader is not told every second.
    let seconds = Memo::new(move |_| match submission.activity() {
        Some(Activity::Sent(since)) => match (now.get() - since) / 1000.0 {
            late if late >= 30.0 => 30,
            late if late >= 10.0 => 10,
            late if late >= 1.0 => 1,
            _ => 0,
        },
        Some(Activity::Comparing | Activity::Waiting(_)) | None => 0,
    });
    let comparing = Memo::new(move |_| submission.activity() == Some(Activity::Comparing));
    let waiting = move || match submission.activity() {
        Some(Activity::Waiting(until)) => Some(text::sending_at(&clock::time(until))),
        Some(Activity::Comparing | Activity::Sent(_)) | None => None,
    };
    let waiting = Memo::new(move |_| waiting());
    let words = move || {
        if !busy.get() {
            return View::fragment();
        }
        if let Some(words) = waiting.get() {
            return view! { <strong>{words}</strong> };
        }
        let sent = text::sent_seconds_ago(&seconds.get().to_string());
        match (comparing.get(), seconds.get()) {
            (true, _) => view! { <span>{text::comparing(&label)}</span> },
            (false, 0 | 1) => view! { <span>{text::sending(&label)}</span> },
            (false, 10) if deploys => view! { <strong>{sent}</strong>" "{text::deploying_takes_long()} },
            (false, 10) => view! { <strong>{sent}</strong> },
            (false, _) => view! { <strong>{sent}</strong>" "{text::no_answer_yet()} },
        }
    };
    let stop = move || {
        view! { <button type="button" class="button" on:click=move |_| submission.stop()>{text::stop_waiting()}</button> }
    };
    view! {
        {when(move || seconds.get() >= 10 || waiting.with(Option::is_some), stop)}
        <p class="progress" role="status">{words}</p>
    }
}
