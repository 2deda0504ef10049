//! The press that leaves a field. What is typed becomes an entry then, which may move the page; if that happened between
//! the two halves of a press, it would hit something else than what it was meant for.

use leptos::prelude::*;

/// Whether a pointer is down; a handle that copies.
#[derive(Clone, Copy)]
pub(super) struct Pointer {
    is_down: StoredValue<bool>,
    is_due: StoredValue<bool>,
    commit: Callback<()>,
}

impl Pointer {
    /// Watches the pointer for as long as the field is there. `commit` makes entries of what was typed.
    pub(super) fn watch(commit: impl Fn() + Send + Sync + 'static) -> Self {
        let pointer = Self {
            is_down: StoredValue::new(false),
            is_due: StoredValue::new(false),
            commit: Callback::new(move |()| commit()),
        };
        let down = window_event_listener_untyped("pointerdown", move |_| pointer.is_down.set_value(true));
        on_cleanup(move || down.remove());
        // A list that the browser itself opens keeps the end of the press to itself; the next key tells that it is over.
        for event in ["pointerup", "pointercancel", "keydown"] {
            let up = window_event_listener_untyped(event, move |_| pointer.up());
            on_cleanup(move || up.remove());
        }
        pointer
    }

    /// The field was left: by a key at once, by a press when that is over, which is before what it hit is told.
    pub(super) fn left(self) {
        if self.is_down.get_value() {
            self.is_due.set_value(true);
        } else {
            self.commit.run(());
        }
    }

    fn up(self) {
        self.is_down.set_value(false);
        if self.is_due.try_update_value(std::mem::take) == Some(true) {
            self.commit.run(());
        }
    }
}
