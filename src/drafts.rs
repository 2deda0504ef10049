//! The changes of edit forms that are not saved yet (UX-43). They are kept in the memory of this tab until they are
//! saved or discarded or the session ends, and nowhere else. A draft has no place for a secret, so none is kept.

use leptos::prelude::*;
use rekey_core::credential::Credential;
use rekey_core::draft::{CredentialDraft, KeptDraft};

use crate::clock;
use crate::page::Place;

/// The changes to one credential.
#[derive(Debug, Clone)]
struct Kept {
    place: Place,
    draft: KeptDraft,
    /// When they were last changed, in milliseconds of the page's clock.
    since: f64,
}

impl Kept {
    fn is_of(&self, place: &Place, id: &str) -> bool {
        self.place == *place && self.draft.base.id == id
    }
}

/// Changes that a form goes on with.
#[derive(Debug, Clone)]
pub struct Resumed {
    /// The changes, on top of the record as it is now.
    pub draft: CredentialDraft,
    /// When they were last changed, in milliseconds of the page's clock.
    pub since: f64,
    /// Whether the record has changed since.
    pub is_rebased: bool,
    /// The record that they were made to, where somebody else has changed the same: then they stand on top of that.
    pub clashes_over: Option<Credential>,
}

/// All drafts; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Drafts {
    kept: StoredValue<Vec<Kept>>,
    /// Notifies when something is kept or forgotten.
    changes: RwSignal<bool>,
}

impl Drafts {
    /// Nothing is changed.
    pub fn new() -> Self {
        Self { kept: StoredValue::new(Vec::new()), changes: RwSignal::new(false) }
    }

    /// Lets an effect run again when something is kept or forgotten, or when somebody says that it is.
    pub fn track(self) {
        self.changes.track();
    }

    /// What would be lost has changed.
    pub fn notify(self) {
        self.changes.notify();
    }

    fn change(self, change: impl FnOnce(&mut Vec<Kept>)) {
        self.kept.try_update_value(change);
        self.changes.notify();
    }

    /// Forgets all changes to the credentials of a connection.
    pub fn forget(self, connection: &str) {
        self.change(|drafts| drafts.retain(|kept| kept.place.connection != connection));
    }

    /// Keeps what stands in a form, and since when.
    pub fn keep(self, place: &Place, base: Credential, draft: CredentialDraft) {
        self.change(|drafts| {
            let known = drafts.iter().position(|kept| kept.is_of(place, &base.id)).map(|at| drafts.swap_remove(at));
            let since = known.filter(|known| known.draft.draft == draft).map(|known| known.since);
            let since = since.unwrap_or_else(clock::milliseconds);
            drafts.push(Kept { place: place.clone(), draft: KeptDraft { draft, base }, since });
        });
    }

    /// Forgets the changes to a credential: they are saved, taken back or discarded.
    pub fn discard(self, place: &Place, id: &str) {
        self.change(|drafts| drafts.retain(|kept| !kept.is_of(place, id)));
    }

    /// The changes to a credential, for a form that is made of the record as it is now. What it has already is
    /// forgotten; what somebody else has changed as well is told.
    pub fn resume(self, place: &Place, record: &Credential) -> Option<Resumed> {
        let kept =
            self.kept.try_with_value(|drafts| drafts.iter().find(|kept| kept.is_of(place, &record.id)).cloned())??;
        if clock::with_clock(|clock| kept.draft.clashes(record, clock)) {
            let KeptDraft { draft, base } = kept.draft;
            return Some(Resumed { draft, since: kept.since, is_rebased: false, clashes_over: Some(base) });
        }
        let resumed = clock::with_clock(|clock| kept.draft.resumed(record, clock));
        self.change(|drafts| {
            drafts.retain(|kept| !kept.is_of(place, &record.id));
            drafts.extend(
                resumed.clone().map(|draft| Kept { draft: KeptDraft { draft, base: record.clone() }, ..kept.clone() }),
            );
        });
        let is_rebased = kept.draft.base != *record;
        Some(Resumed { draft: resumed?, since: kept.since, is_rebased, clashes_over: None })
    }

    /// Whether a credential has unsaved changes.
    pub fn has(self, place: &Place, id: &str) -> bool {
        self.any(|kept| kept.is_of(place, id))
    }

    /// Whether any credential of a connection has.
    pub fn has_any_of(self, connection: &str) -> bool {
        self.any(|kept| kept.place.connection == connection)
    }

    /// Whether any credential at all has.
    pub fn has_any(self) -> bool {
        self.any(|_| true)
    }

    fn any(self, is_it: impl Fn(&Kept) -> bool) -> bool {
        self.kept.try_with_value(|drafts| drafts.iter().any(is_it)).unwrap_or_default()
    }
}
