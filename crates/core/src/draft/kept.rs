//! Changes that somebody made and did not save (UX-43).

use super::{Clock, CredentialDraft};
use crate::capabilities::Field;
use crate::consequence;
use crate::credential::Credential;
use crate::merge::Merge;

/// Unsaved changes and the record that they were made to. No secret is among them: a draft has no place for one.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    /// What stood in the form.
    pub draft: CredentialDraft,
    /// What the form was made from.
    pub base: Credential,
}

impl KeptDraft {
    /// Whether somebody else has changed a field of the record meanwhile that was changed here, to something else. Then a
    /// person says which it shall be (UX-38).
    pub fn clashes(&self, record: &Credential, clock: &Clock<'_>) -> bool {
        Merge::of(&self.base, record, &self.draft, &Field::ALL, clock).clashes().next().is_some()
    }

    /// The same changes on top of the record as it is now (F-08); nothing where it has them all already.
    pub fn resumed(&self, record: &Credential, clock: &Clock<'_>) -> Option<CredentialDraft> {
        let draft = self.draft.rebased(&self.base, record, clock);
        draft.is_changed(record, clock).then_some(draft)
    }
}

impl CredentialDraft {
    /// Whether saving it would change a record: an edit that was taken back is none (UX-39).
    pub fn is_changed(&self, base: &Credential, clock: &Clock<'_>) -> bool {
        consequence::is_changed(base, self, self.parse_expiry(base, clock).ok().as_ref())
    }
}

#[cfg(test)]
mod tests;
