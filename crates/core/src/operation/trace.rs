//! Looking whether a write of which nothing is known was carried out (F-03, F-04). A look may find that it was. It never
//! finds that it was not: what is not there yet may still arrive (X11).

use crate::credential::Credential;
use crate::dialect::Dialect;
use crate::draft::CredentialEdit;
use crate::operation::Looked;
use crate::outcome::ReadBack;

/// What a write leaves behind if it is carried out, as far as it can be read. The secret is no part of it.
#[derive(Debug, Clone)]
pub struct Trace {
    dialect: Dialect,
    before: Credential,
    edit: Option<CredentialEdit>,
    has_secret: bool,
}

/// What a look at the record says of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Every detail is as it was sent, and was not before. Without a secret in the write that is all of it.
    AsSent {
        /// Whether there was a secret in it, which nobody can read back.
        with_secret: bool,
    },
    /// There was no detail to look for, but the server says that the record was changed since: when, in its own words.
    Touched(String),
    /// The record is as it was before.
    NotYet,
    /// The record is neither as it was before nor as it was sent.
    Different,
    /// There was no detail to look for, and the server does not tell when a record was changed.
    Silent,
    /// The record is gone.
    Gone,
}

impl Trace {
    /// What a write over `before` leaves behind.
    pub fn new(dialect: Dialect, before: Credential, edit: Option<CredentialEdit>, has_secret: bool) -> Self {
        Self { dialect, before, edit, has_secret }
    }

    /// What the API finds the record by.
    pub fn id(&self) -> &str {
        &self.before.id
    }

    /// What a look says.
    pub fn find(&self, looked: &Looked) -> Found {
        let Some(now) = looked else { return Found::Gone };
        let after = self.edit.as_ref().map(|edit| edit.over(&self.before));
        let is_as_before = self.same(&self.before, now);
        match after.filter(|after| !self.same(&self.before, after)) {
            Some(after) if self.same(&after, now) => Found::AsSent { with_secret: self.has_secret },
            _ if !is_as_before => Found::Different,
            Some(_) => Found::NotYet,
            None => match &now.touched {
                Some(when) if self.before.touched != now.touched => Found::Touched(when.clone()),
                Some(_) => Found::NotYet,
                None => Found::Silent,
            },
        }
    }

    /// What a look says of the details, once they are known to be saved.
    pub fn read_back(&self, looked: &Looked) -> ReadBack {
        let Some(now) = looked else { return ReadBack::Unavailable };
        match &self.edit {
            Some(edit) if !self.same(&edit.over(&self.before), now) => ReadBack::Differs,
            Some(_) | None => ReadBack::Confirmed,
        }
    }

    fn same(&self, one: &Credential, other: &Credential) -> bool {
        self.dialect.capabilities().fields.iter().all(|field| one.same(other, *field))
    }
}

impl Found {
    /// Whether it proves that the whole of the write was carried out (design.md 10): only what holds no secret can be
    /// read back as a whole.
    pub fn is_proof(&self) -> bool {
        *self == Self::AsSent { with_secret: false }
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Looked, Trace};
    use crate::credential::Credential;
    use crate::dialect::Dialect;
    use crate::draft::{CredentialEdit, ExpiryEdit};
    use proptest::prelude::*;

    fn record(name: &str, touched: Option<&str>) -> Credential {
        let touched = touched.map(str::to_owned);
        Credential { id: "7".to_owned(), name: name.to_owned(), touched, ..Credential::default() }
    }

    fn rename(name: &str) -> CredentialEdit {
        let record = record(name, None);
        CredentialEdit {
            name: record.name,
            full_name: record.full_name,
            email: record.email,
            description: record.description,
            roles: record.roles,
            addresses: record.addresses,
            enabled: record.enabled,
            expiry: ExpiryEdit::Untouched,
        }
    }

    fn found(edit: Option<&str>, has_secret: bool, now: &Looked) -> Found {
        Trace::new(Dialect::ZStack, record("a", Some("1")), edit.map(rename), has_secret).find(now)
    }

    #[test]
    fn details_that_read_back_as_sent_have_arrived_f04() {
        let now = Some(record("b", Some("2")));
        let (whole, in_part) = (found(Some("b"), false, &now), found(Some("b"), true, &now));
        assert_eq!((&whole, whole.is_proof()), (&Found::AsSent { with_secret: false }, true));
        assert_eq!((&in_part, in_part.is_proof()), (&Found::AsSent { with_secret: true }, false));
    }

    #[test]
    fn what_is_not_there_may_still_arrive_x11() {
        assert_eq!(found(Some("b"), false, &Some(record("a", Some("1")))), Found::NotYet);
        assert_eq!(found(None, true, &Some(record("a", Some("1")))), Found::NotYet);
    }

    #[test]
    fn somebody_elses_values_prove_nothing() {
        assert_eq!(found(Some("b"), false, &Some(record("c", Some("2")))), Found::Different);
        assert_eq!(found(None, true, &Some(record("c", Some("2")))), Found::Different);
    }

    #[test]
    fn a_secret_alone_leaves_the_moment_of_the_change_or_nothing_x08() {
        assert_eq!(found(None, true, &Some(record("a", Some("2")))), Found::Touched("2".to_owned()));
        let trace = Trace::new(Dialect::ThousandEyesV7, record("a", None), None, true);
        assert_eq!(trace.find(&Some(record("a", None))), Found::Silent);
    }

    #[test]
    fn a_record_that_is_gone_is_gone() {
        assert_eq!(found(Some("b"), true, &None), Found::Gone);
    }

    proptest! {
        #[test]
        fn nothing_is_proved_of_a_secret_nor_by_what_was_there_before(
            edit in prop::option::of("[ab]"), has_secret in any::<bool>(), name in "[abc]", touched in prop::option::of("[12]"),
        ) {
            let now = Some(record(&name, touched.as_deref()));
            let is_proof = found(edit.as_deref(), has_secret, &now).is_proof();
            prop_assert!(!is_proof || !has_secret && edit.as_deref() == Some("b") && name == "b");
        }
    }
}
