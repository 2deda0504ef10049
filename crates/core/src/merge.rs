//! Two changes to one record, brought together field by field (F-08, UX-38, X28).
//!
//! There are three readings of each field: what the form was loaded from, what the server has now, and what stands in
//! the form. A field that one side changed is that side's, and nobody is asked; of one that both changed, differently,
//! nothing is taken for granted. What comes out is a draft on top of the server's record, which becomes what the form was
//! loaded from: so a field that nobody touched here keeps the server's value (I5), and no other differs from it (I6). It
//! holds no secret, because a draft has no place for one, and it sends nothing.

use crate::capabilities::Field;
use crate::credential::{Credential, Expiry, same_set};
use crate::draft::{Clock, CredentialDraft, ExpiryEdit};

/// How a field stands between the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody changed it. The order of a list says nothing (X28 e).
    Untouched,
    /// Somebody else changed it, and it is untouched here: theirs stays.
    Theirs,
    /// It was changed here, and nowhere else: mine goes over what was there.
    Mine,
    /// Both changed it to the same.
    Alike,
    /// Both changed it, differently: a person says which it shall be.
    Clash,
}

/// What a person chooses for a field that both changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the server has.
    Theirs,
    /// What stands in the form.
    Mine,
    /// Of a list: what either added, without what either took away.
    Both,
}

/// What somebody else changed and no field shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// Members that this program only carries. The server's go back (N-08).
    Members,
    /// Nothing that can be read, but the server says that the record was changed: it may be the secret (Z12).
    Unseen,
}

/// The three readings of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    base: Credential,
    theirs: Credential,
    mine: Credential,
    /// What stands in the form, to the letter.
    draft: CredentialDraft,
    /// What would stand in it for the server's record.
    newer: CredentialDraft,
    fields: &'static [Field],
}

impl Merge {
    /// Brings together what the form was loaded from, what the server has now and what stands in the form, in the fields
    /// that the system has.
    pub fn of(
        base: &Credential,
        theirs: &Credential,
        draft: &CredentialDraft,
        fields: &'static [Field],
        clock: &Clock<'_>,
    ) -> Self {
        Self {
            base: base.clone(),
            theirs: theirs.clone(),
            mine: as_record(draft, base, clock),
            draft: draft.clone(),
            newer: CredentialDraft::of(theirs, clock),
            fields,
        }
    }

    /// What the form was loaded from.
    pub fn base(&self) -> &Credential {
        &self.base
    }

    /// What the server has now.
    pub fn theirs(&self) -> &Credential {
        &self.theirs
    }

    /// What stands in the form, as a record. An end that is no date is kept as it was typed.
    pub fn mine(&self) -> &Credential {
        &self.mine
    }

    /// How a field stands.
    pub fn standing(&self, field: Field) -> Standing {
        let theirs_changed = !self.base.same(&self.theirs, field);
        let mine_changed = !self.base.same(&self.mine, field);
        match (theirs_changed, mine_changed) {
            (false, false) => Standing::Untouched,
            (true, false) => Standing::Theirs,
            (false, true) => Standing::Mine,
            (true, true) if self.theirs.same(&self.mine, field) => Standing::Alike,
            (true, true) => Standing::Clash,
        }
    }

    /// The fields that somebody changed, in their order on screen.
    pub fn changed(&self) -> impl Iterator<Item = (Field, Standing)> + '_ {
        let all = self.fields.iter().map(|field| (*field, self.standing(*field)));
        all.filter(|(_, standing)| *standing != Standing::Untouched)
    }

    /// The fields that wait for a choice.
    pub fn clashes(&self) -> impl Iterator<Item = Field> + '_ {
        self.changed().filter(|(_, standing)| *standing == Standing::Clash).map(|(field, _)| field)
    }

    /// What was changed besides the fields.
    pub fn elsewhere(&self) -> Option<Elsewhere> {
        let shown = self.fields.iter().any(|field| !self.base.same(&self.theirs, *field));
        if self.base.carried != self.theirs.carried {
            Some(Elsewhere::Members)
        } else if !shown && self.base.touched != self.theirs.touched {
            Some(Elsewhere::Unseen)
        } else {
            None
        }
    }

    /// What a list is when both changes are made to it; nothing where that is no third choice. An empty list of addresses
    /// lets in any, so one that is empty, or would become so, is never brought together with another.
    pub fn both(&self, field: Field) -> Option<Vec<String>> {
        let (base, theirs, mine) = (list(&self.base, field)?, list(&self.theirs, field)?, list(&self.mine, field)?);
        let kept = theirs.iter().filter(|entry| mine.contains(entry) || !base.contains(entry));
        let added = mine.iter().filter(|entry| !base.contains(entry) && !theirs.contains(entry));
        let both: Vec<String> = kept.chain(added).cloned().collect();
        let is_third = !same_set(&both, theirs) && !same_set(&both, mine);
        (is_third && !both.is_empty() && !theirs.is_empty() && !mine.is_empty()).then_some(both)
    }

    /// The draft that goes on top of the server's record.
    ///
    /// # Errors
    /// The fields that still wait for a choice.
    pub fn merged(&self, choice: impl Fn(Field) -> Option<Side>) -> Result<CredentialDraft, Vec<Field>> {
        let mut merged = self.newer.clone();
        let mut open = Vec::new();
        for (field, standing) in self.changed() {
            let side = match standing {
                Standing::Untouched | Standing::Theirs | Standing::Alike => Some(Side::Theirs),
                Standing::Mine => Some(Side::Mine),
                Standing::Clash => choice(field),
            };
            match (side, self.both(field)) {
                (Some(Side::Theirs), _) => {}
                (Some(Side::Mine), _) => merged.take(field, &self.draft),
                (Some(Side::Both), Some(both)) => merged.set_list(field, both),
                (Some(Side::Both) | None, _) => open.push(field),
            }
        }
        if open.is_empty() { Ok(merged) } else { Err(open) }
    }
}

fn list(record: &Credential, field: Field) -> Option<&Vec<String>> {
    match field {
        Field::Roles => Some(&record.roles),
        Field::Addresses => Some(&record.addresses),
        Field::Name | Field::FullName | Field::Email | Field::Description | Field::Enabled | Field::Expiry => None,
    }
}

/// A draft as a record, against the one that it was made from.
fn as_record(draft: &CredentialDraft, base: &Credential, clock: &Clock<'_>) -> Credential {
    let expiry = match draft.parse_expiry(base, clock) {
        Ok(ExpiryEdit::Untouched) => base.expiry.clone(),
        Ok(ExpiryEdit::Never) => Expiry::Never,
        Ok(ExpiryEdit::At(end)) => Expiry::At(end, String::new()),
        Err(_) => Expiry::Unreadable([draft.expiry_date.as_str(), draft.expiry_time.as_str()].join(" ")),
    };
    Credential {
        name: draft.name.clone(),
        full_name: draft.full_name.clone(),
        email: draft.email.clone(),
        description: draft.description.clone(),
        roles: draft.roles.clone(),
        addresses: draft.addresses.clone(),
        enabled: draft.enabled,
        expiry,
        ..base.clone()
    }
}

#[cfg(test)]
mod tests;
