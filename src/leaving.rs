//! What keeps something unsaved from being lost by accident (UX-39, F-12). Changes are kept as a draft (UX-43), so
//! leaving a form asks only where it would lose something that no draft keeps.

use std::sync::Arc;

use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::language::Language;

use crate::console::Console;
use crate::drafts::Drafts;
use crate::page::Page;
use crate::session::Ended;

/// What would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// A secret in the field of a form, which nothing keeps.
    Secret {
        /// What it is called.
        noun: SecretNoun,
        /// What is kept of the same form.
        kept: Kept,
    },
    /// A generated secret that is saved, and that perhaps nobody holds (UX-24).
    Generated,
    /// The answer to a write that is on its way (F-12). It stands in the session's list of changes as well.
    Answer,
    /// Changes that are kept as a draft.
    Changes,
}

/// What a draft keeps of a form that loses its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing else was changed.
    Nothing,
    /// The other changes.
    Changes,
}

/// What somebody wants that takes an open form away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// Another page.
    Page(Page),
    /// The same page in another language.
    Language(Language),
    /// The end of the session of a connection, which ends its drafts.
    SignOut(String),
}

impl Departure {
    /// Whether it would lose that.
    fn loses(&self, loss: Loss) -> bool {
        match (loss, self) {
            (Loss::Secret { .. } | Loss::Generated, _) | (Loss::Answer | Loss::Changes, Self::SignOut(_)) => true,
            (Loss::Answer | Loss::Changes, Self::Page(_) | Self::Language(_)) => false,
        }
    }
}

/// Tells what taking a form away now would lose.
type Guard = Arc<dyn Fn() -> Option<Loss> + Send + Sync>;

/// The guards of the open forms, the drafts, and what somebody wants meanwhile; a handle that copies.
#[derive(Clone, Copy)]
pub struct Leaving {
    guards: StoredValue<Vec<(u32, Guard)>>,
    next: StoredValue<u32>,
    asked: RwSignal<Option<Departure>>,
    drafts: Drafts,
}

impl std::fmt::Debug for Leaving {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Leaving")
    }
}

impl Leaving {
    /// Nothing is open.
    pub fn new(drafts: Drafts) -> Self {
        Self { guards: StoredValue::new(Vec::new()), next: StoredValue::new(0), asked: RwSignal::new(None), drafts }
    }

    /// Lets the browser ask before a page is left that has nothing but the console, which loses drafts and all.
    pub fn ask_before_unload(self) {
        let unload = window_event_listener_untyped("beforeunload", move |event| {
            if self.drafts.has_any() || self.guarded(|_| true).is_some() {
                event.prevent_default();
            }
        });
        on_cleanup(move || unload.remove());
    }

    /// Guards a form for as long as its view lives. `loss` is asked outside of any effect.
    pub fn guard(self, loss: impl Fn() -> Option<Loss> + Send + Sync + 'static) {
        let number = self.next.try_update_value(|next| {
            *next += 1;
            *next
        });
        let Some(number) = number else { return };
        self.guards.update_value(|guards| guards.push((number, Arc::new(loss))));
        self.drafts.notify();
        on_cleanup(move || {
            self.guards.try_update_value(|guards| guards.retain(|(own, _)| *own != number));
            self.drafts.notify();
        });
    }

    /// What a departure would lose.
    pub fn loss(self, departure: &Departure) -> Option<Loss> {
        self.guarded(|loss| departure.loses(loss)).or_else(|| match departure {
            Departure::SignOut(connection) => self.drafts.has_any_of(connection).then_some(Loss::Changes),
            Departure::Page(_) | Departure::Language(_) => None,
        })
    }

    /// Whether the end of the console would lose something, and again when that changes.
    pub fn would_lose(self) -> bool {
        self.drafts.track();
        let guards = self.guards.try_with_value(Vec::clone).unwrap_or_default();
        // Each of them is asked, so that each is followed.
        let losing = guards.into_iter().filter_map(|(_, guard)| guard()).count();
        losing > 0 || self.drafts.has_any()
    }

    fn guarded(self, counts: impl Fn(Loss) -> bool) -> Option<Loss> {
        let guards = self.guards.try_with_value(Vec::clone).unwrap_or_default();
        guards.into_iter().find_map(|(_, guard)| untrack(|| guard()).filter(|loss| counts(*loss)))
    }

    /// Asks before a departure that would lose something; says whether it does.
    pub fn ask(self, departure: Departure) -> bool {
        let asks = self.loss(&departure).is_some();
        if asks {
            self.asked.set(Some(departure));
        }
        asks
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
        let asked = self.asked.try_get_untracked().flatten();
        if asked.is_some_and(|departure| self.loss(&departure).is_none()) {
            let _ = self.asked.try_set(None);
        }
    }

    /// Leaves: what would be lost is given up. Says what for.
    pub fn leave(self) -> Option<Departure> {
        self.guards.update_value(Vec::clear);
        self.drafts.notify();
        self.asked.try_update(Option::take).flatten()
    }
}

/// Signs out of a connection; asks first where that would lose something.
pub fn sign_out(console: Console, connection: &str) {
    if !console.navigation.leaving.ask(Departure::SignOut(connection.to_owned())) {
        console.end_session(connection, Ended::Here);
    }
}
