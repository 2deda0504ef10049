//! What one may not have meant to type (UX-10), and whether the keyboard writes in capitals (UX-17). Nothing is changed
//! unasked, and nothing is looked for while somebody types (performance.md).

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rekey_core::issue::Input;
use rekey_core::secret::{Finding, Oddity};
use wasm_bindgen::JsCast;

use super::SecretInput;
use crate::components::icon::{Icon, Sign};
use crate::components::problem::id;
use crate::view::{View, view, when};
use crate::{dom, text};

/// Whether the keyboard writes in capitals, and when to look at the value; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Watch {
    secret: SecretInput,
    capitals: RwSignal<bool>,
    /// Whether a press that began is not over yet.
    pressed: StoredValue<bool>,
    /// Whether the field was left by it.
    left: StoredValue<bool>,
    on_leave: Callback<()>,
}

impl Watch {
    /// Watches a field for as long as its view lives.
    pub(super) fn new(secret: SecretInput, on_leave: Callback<()>) -> Self {
        let [pressed, left] = [false; 2].map(StoredValue::new);
        let watch = Self { secret, capitals: RwSignal::new(false), pressed, left, on_leave };
        watch.listen("pointerdown", Self::press_begins);
        watch.listen("pointerup", Self::press_ends);
        watch.listen("pointercancel", Self::press_ends);
        watch
    }

    fn listen(self, event: &'static str, react: fn(Self)) {
        let listener = window_event_listener_untyped(event, move |_| react(self));
        on_cleanup(move || listener.remove());
    }

    /// A key was pressed or released in the field. Filling by the browser sends events that are of no key.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let capitals = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.get_modifier_state("CapsLock"));
        if capitals != self.capitals.get_untracked() {
            self.capitals.set(capitals);
        }
    }

    /// The field was left. What the press that left it aims at must not move away from under it.
    pub(super) fn leave(self) {
        self.capitals.set(false);
        if self.pressed.get_value() {
            self.left.set_value(true);
        } else {
            self.look();
        }
    }

    fn look(self) {
        self.secret.review();
        // The press that left the field may have taken the form away.
        let _ = self.on_leave.try_run(());
    }

    fn press_begins(self) {
        self.pressed.set_value(true);
    }

    fn press_ends(self) {
        self.pressed.set_value(false);
        if self.left.try_update_value(std::mem::take) == Some(true) {
            // The click comes right after the release.
            set_timeout(move || self.look(), Duration::ZERO);
        }
    }
}

/// The note about the keyboard, and one line for each finding. They come and go while one is elsewhere, so a screen
/// reader is told.
#[component]
pub(super) fn Warnings(
    watch: Watch,
    /// What the secret is called.
    noun: String,
) -> View {
    let secret = watch.secret;
    let place = NodeRef::<leptos::html::Div>::new();
    let remove = Callback::new(move |oddity| {
        secret.remove(oddity);
        // The button is gone with its line.
        if let Some(place) = place.get_untracked() {
            dom::focus(&place, id(Input::Secret));
        }
    });
    let lines = move || {
        let lost = secret.lost_line_ends();
        let lost = (lost > 0).then(|| line(Sign::Attention, "warn", text::line_ends_lost(&lost.to_string()), None));
        let found = secret.findings().into_iter().map(|finding| found(finding, &noun, remove));
        let lines: Vec<View> = found.chain(lost).collect();
        (!lines.is_empty()).then(|| view! { <ul class="changes notes">{lines}</ul> })
    };
    let capitals = || view! { <p class="warning"><Icon sign=Sign::Attention/><span>{text::capitals()}</span></p> };
    view! {
        <div aria-live="polite" node_ref=place>
            {when(move || watch.capitals.get(), capitals)}
            {lines}
        </div>
    }
}

fn found(finding: Finding, noun: &str, remove: Callback<Oddity>) -> View {
    let count = finding.count.to_string();
    let (words, what) = match finding.oddity {
        Oddity::OuterBlank => (text::outer_blanks(noun, &count), text::outer_blanks_short()),
        Oddity::OuterLineEnd => (text::outer_line_ends(noun, &count), text::outer_line_ends_short()),
        Oddity::LookAlikeBlank => (text::look_alike_blanks(noun, &count), text::look_alike_blanks_short()),
        Oddity::Invisible => (text::invisible_characters(noun, &count), text::invisible_characters_short()),
        Oddity::BeyondAscii => (text::beyond_ascii(noun, &count), text::beyond_ascii_short()),
    };
    let press = move |_| remove.run(finding.oddity);
    let button = view! {
        <button type="button" class="button small" on:click=press>{text::remove()}<span class="sr">" "{what}</span></button>
    };
    // The form itself welcomes every script, so this is no more than a note.
    let is_welcome = finding.oddity == Oddity::BeyondAscii;
    let (sign, tone) = if is_welcome { (Sign::Note, "note") } else { (Sign::Attention, "warn") };
    line(sign, tone, words, Some(button))
}

fn line(sign: Sign, tone: &'static str, words: text::Phrase, button: Option<View>) -> View {
    view! { <li data-tone=tone><Icon sign/><div><p>{words}</p>{button}</div></li> }
}
