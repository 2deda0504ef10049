//! The notice that a session is about to end, where the server said when (UX-41). It is no dialog and asks for nothing.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::components::frame::HEADING;
use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::view::{View, view, when};
use crate::{clock, dom, text};

/// How long before the end it appears, in milliseconds.
const BEFORE: f64 = 120_000.0;

/// The notice; nothing while the end is far away or unknown.
#[component]
pub fn SessionEnding(
    /// The connection's id.
    id: String,
) -> View {
    let sessions = Console::here().sessions;
    let Some(end) = sessions.ends_at(&id) else { return View::fragment() };
    let is_near = move || (0.0..=BEFORE).contains(&(end - clock::milliseconds()));
    let near = RwSignal::new(is_near());
    if let Ok(ticks) = set_interval_with_handle(move || _ = near.try_set(is_near()), Duration::from_secs(5)) {
        on_cleanup(move || ticks.clear());
    }
    let open = RwSignal::new(!sessions.is_end_noticed());
    let dismiss = move |event: MouseEvent| {
        // The button goes with the notice.
        dom::focus(&event_target::<HtmlElement>(&event), HEADING);
        sessions.notice_end();
        open.set(false);
    };
    let words = text::session_ends_at(&clock::time(end));
    let notice = move || {
        view! {
            <div class="notice apart-below" data-tone="warn">
                <Icon sign=Sign::Attention/>
                <div>
                    <p>{words.clone()}</p>
                    <button type="button" class="button small" on:click=dismiss>{text::dismiss()}</button>
                </div>
            </div>
        }
    };
    // Announced because it comes into a region that was there before.
    view! { <div role="status">{when(move || near.get() && open.get(), notice)}</div> }
}
