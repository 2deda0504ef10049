//! The presses of a button that sends something: inside a frame they count only if the button could be seen (E-04).

use std::time::Duration;

use js_sys::{Array, Reflect};
use leptos::html;
use leptos::prelude::*;
use rekey_core::exposure::{Exposure, Obstacle, Sight};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::components::icon::{Icon, Sign};
use crate::view::{Child, View, view};
use crate::{clock, dom, text};

/// How often the browser looks whether something lies over the button, in milliseconds: as often as it is willing to.
const BETWEEN_LOOKS: u32 = 100;

/// The presses of one button; a handle that copies.
#[derive(Clone, Copy)]
pub struct Press {
    /// The button, which is watched from when it is there.
    pub button: NodeRef<html::Button>,
    /// Nothing on a page of its own, which nobody can cover.
    exposure: Option<StoredValue<Exposure>>,
    obstacle: RwSignal<Option<Obstacle>>,
}

impl Press {
    /// None was made yet.
    pub fn new() -> Self {
        let button = NodeRef::<html::Button>::new();
        let exposure = dom::is_framed().then(|| StoredValue::new(Exposure::default()));
        if let Some(exposure) = exposure {
            Effect::new(move |_| {
                if let Some(button) = button.get() {
                    watch(&button, exposure);
                }
            });
        }
        Self { button, exposure, obstacle: RwSignal::new(None) }
    }

    /// Whether a press counts now. If it does not, [`Press::line`] says why.
    pub fn counts(self) -> bool {
        let obstacle = self.exposure.and_then(|exposure| exposure.get_value().press(now()).err());
        if self.obstacle.with_untracked(|known| *known != obstacle) {
            self.obstacle.set(obstacle);
        }
        obstacle.is_none()
    }

    /// Why the last press did not count. `place` are the classes of a notice where it stands.
    pub fn line(self, place: &'static str) -> View {
        let line = move |obstacle| {
            let words = match obstacle {
                Obstacle::Covered => text::press_covered(),
                Obstacle::TooSoon => text::press_too_soon(),
            };
            view! { <p class=place data-tone="warn" role="alert"><Icon sign=Sign::Attention/><span>{words}</span></p> }
        };
        (move || self.obstacle.get().map(line)).into_view()
    }
}

/// Takes down what the browser tells of the button, until the owner goes.
fn watch(button: &Element, exposure: StoredValue<Exposure>) {
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        if let Some(sight) = entries.iter().last().map(|entry| sight(entry.unchecked_ref())) {
            exposure.try_update_value(|exposure| exposure.see(sight, now()));
        }
    });
    let options = IntersectionObserverInit::new();
    for (name, value) in [("trackVisibility", true.into()), ("delay", BETWEEN_LOOKS.into())] {
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else { return };
    observer.observe(button);
    let watching = StoredValue::new_local((observer, seen));
    on_cleanup(move || _ = watching.try_with_value(|(observer, _)| observer.disconnect()));
}

/// Browsers that cannot tell whether something lies over the button tell whether it is on the screen.
fn sight(entry: &IntersectionObserverEntry) -> Sight {
    let is_visible = Reflect::get(entry, &"isVisible".into()).ok().and_then(|visible| visible.as_bool());
    match (entry.is_intersecting(), is_visible) {
        (false, _) => Sight::Out,
        (true, Some(false)) => Sight::Covered,
        (true, None | Some(true)) => Sight::Clear,
    }
}

fn now() -> Duration {
    Duration::from_secs_f64(clock::steady().max(0.0) / 1000.0)
}
