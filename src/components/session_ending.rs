//! The notices that a session is about to end, because nobody uses the tab (S-14) or because its time is over (UX-41), and
//! that a token never ends by itself (S-16). None is a dialog, and none asks for anything.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::components::frame::HEADING;
use crate::components::icon::{Icon, Sign};
use crate::console::Console;
use crate::session_watch::{EndedBy, SessionWatch};
use crate::view::{View, view, when};
use crate::{clock, dom, text};

/// How long before an end that is known it appears, in milliseconds.
const BEFORE: f64 = 120_000.0;

/// The notices; nothing while the ends are far away.
#[component]
pub fn SessionEnding(
    /// The connection's id.
    id: String,
    /// Who knows.
    watch: SessionWatch,
) -> View {
    let known = id.clone();
    let idle = move || view! { <Idling watch/> };
    view! {
        <KnownEnd id=known watch/>
        {when(move || watch.idle_left().is_some(), idle)}
        <EndlessToken id watch/>
    }
}

/// The end that is known.
#[component]
fn KnownEnd(id: String, watch: SessionWatch) -> View {
    let sessions = Console::here().sessions;
    let near = move || watch.end(&id).filter(|(end, _)| (0.0..=BEFORE).contains(&(end - clock::milliseconds())));
    let end = RwSignal::new(near());
    let look = move || {
        let now = near();
        if end.try_get_untracked().is_some_and(|known| known != now) {
            end.set(now);
        }
    };
    if let Ok(ticks) = set_interval_with_handle(look, Duration::from_secs(5)) {
        on_cleanup(move || ticks.clear());
    }
    let open = RwSignal::new(!sessions.is_end_noticed());
    let dismiss = move |event: MouseEvent| {
        // The button goes with the notice.
        dom::focus(&event_target::<HtmlElement>(&event), HEADING);
        sessions.notice_end();
        open.set(false);
    };
    let words = move || {
        let (end, ended_by) = end.get()?;
        let time = clock::time(end);
        Some(match ended_by {
            EndedBy::Server => text::session_ends_at(&time),
            EndedBy::Lifetime => text::session_lifetime_ends_at(&time),
        })
    };
    let notice = move || {
        view! {
            <div class="notice apart-below" data-tone="warn">
                <Icon sign=Sign::Attention/>
                <div>
                    <p>{words}</p>
                    <button type="button" class="button small" on:click=dismiss>{text::dismiss()}</button>
                </div>
            </div>
        }
    };
    // Announced because it comes into a region that was there before.
    view! { <div role="status">{when(move || end.with(Option::is_some) && open.get(), notice)}</div> }
}

/// Nobody uses the tab. Its seconds are for the eyes; who hears the page is told once, and the press on the button is as
/// good as any other.
#[component]
fn Idling(watch: SessionWatch) -> View {
    let left = move || {
        let seconds = watch.idle_left().unwrap_or_default();
        text::idle_ends_in(&format!("{}:{:02}", seconds / 60, seconds % 60))
    };
    view! {
        <div class="notice urgent apart-below" data-tone="warn" role="alert">
            <Icon sign=Sign::Attention/>
            <div>
                <p><span class="sr">{text::idle_ends_soon()}</span><span aria-hidden="true">{left}</span></p>
                <p>{text::idle_explained()}</p>
                <button type="button" class="button small">{text::stay_signed_in()}</button>
            </div>
        </div>
    }
}

/// The token has no end of its own.
#[component]
fn EndlessToken(id: String, watch: SessionWatch) -> View {
    let whose = id.clone();
    let dismiss = move |event: MouseEvent| {
        dom::focus(&event_target::<HtmlElement>(&event), HEADING);
        watch.notice_endless(&id);
    };
    let notice = move || {
        let dismiss = dismiss.clone();
        view! {
            <div class="notice apart-below" data-tone="warn">
                <Icon sign=Sign::Attention/>
                <div>
                    <p>{text::token_never_ends()}</p>
                    <button type="button" class="button small" on:click=dismiss>{text::dismiss()}</button>
                </div>
            </div>
        }
    };
    view! { <div role="status">{when(move || watch.is_endless(&whose), notice)}</div> }
}
