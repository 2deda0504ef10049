//! What keeps a form with unsaved changes from being left by accident (UX-39, F-12).

use std::sync::Arc;

use leptos::prelude::*;
use rekey_core::language::Language;

use crate::page::Page;

/// What leaving would lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// What was typed or changed and is not saved.
    Edits,
    /// A generated secret that is saved, and that perhaps nobody holds (UX-24).
    Secret,
}

/// Tells whether leaving now would lose something.
type Guard = Arc<dyn Fn() -> bool + Send + Sync>;

/// What somebody wants that takes an open form away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// Another page.
    Page(Page),
    /// The same page in another language.
    Language(Language),
}

/// The guards of the open forms, and what somebody wants meanwhile; a handle that copies.
#[derive(Clone, Copy)]
pub struct Leaving {
    guards: StoredValue<Vec<(u32, Loss, Guard)>>,
    next: StoredValue<u32>,
    asked: RwSignal<Option<Departure>>,
}

impl std::fmt::Debug for Leaving {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Leaving")
    }
}

impl Leaving {
    /// Nothing is open.
    pub fn new() -> Self {
        Self { guards: StoredValue::new(Vec::new()), next: StoredValue::new(0), asked: RwSignal::new(None) }
    }

    /// Guards a form for as long as its view lives. `is_unsaved` is asked outside of any effect.
    pub fn guard(self, loss: Loss, is_unsaved: impl Fn() -> bool + Send + Sync + 'static) {
        let number = self.next.try_update_value(|next| {
            *next += 1;
            *next
        });
        let Some(number) = number else { return };
        self.guards.update_value(|guards| guards.push((number, loss, Arc::new(is_unsaved))));
        let unload = window_event_listener_untyped("beforeunload", move |event| {
            if self.is_unsaved() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            unload.remove();
            self.guards.try_update_value(|guards| guards.retain(|(own, ..)| *own != number));
        });
    }

    /// Whether leaving now would lose something.
    pub fn is_unsaved(self) -> bool {
        self.loss().is_some()
    }

    /// What leaving now would lose.
    pub fn loss(self) -> Option<Loss> {
        let guards = self.guards.try_with_value(Vec::clone).unwrap_or_default();
        guards.into_iter().find_map(|(_, loss, guard)| untrack(|| guard()).then_some(loss))
    }

    /// Asks whether to leave for something.
    pub fn ask(self, departure: Departure) {
        self.asked.set(Some(departure));
    }

    /// What was asked for, and again when that changes.
    pub fn asked(self) -> Option<Departure> {
        self.asked.get()
    }

    /// Stays.
    pub fn stay(self) {
        self.asked.set(None);
    }

    /// Something was saved: a question that nothing depends on any more goes away.
    pub fn settle(self) {
        if !self.is_unsaved() {
            let _ = self.asked.try_set(None);
        }
    }

    /// Leaves: what was unsaved is given up. Says what for.
    pub fn leave(self) -> Option<Departure> {
        self.guards.update_value(Vec::clear);
        self.asked.try_update(Option::take).flatten()
    }
}
