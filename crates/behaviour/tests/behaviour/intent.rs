//! What a person wants: drafts as they would stand in the form, parsed as the form parses them.

use rekey_core::capabilities::{Capabilities, EditSecret, Field};
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::draft::{Clock, CredentialDraft, CredentialEdit};
use rekey_core::secret::Secret;
use rekey_core::timestamp::{LocalDateTime, Timestamp};

use crate::session::Session;
use crate::transport::now;

/// Who does the changes, where the API wants to know.
pub(crate) const OPERATOR: &str = "ops@example.com";
/// A secret that no record of the demonstration has.
pub(crate) const NEW_SECRET: &str = "a secret that nobody had before";

impl Session<'_> {
    /// The change of a draft on top of the record that it was made from.
    pub(crate) fn details(&self, draft: &CredentialDraft, base: &Credential, secret: Option<&str>) -> Change {
        let edit = parse(draft, base, self.capabilities());
        Change::details(edit, secret.map(|secret| Secret::new(secret.to_owned())), self.operator())
    }

    /// The same, with a secret only where one must go with it.
    pub(crate) fn details_alone(&self, draft: &CredentialDraft, base: &Credential) -> Change {
        self.details(draft, base, self.needs_secret().then_some(NEW_SECRET))
    }

    /// A new secret alone, and new details alone: the two jobs.
    pub(crate) fn one_of_each(&self, base: &Credential) -> [Change; 2] {
        let draft = self.free_texts(base, "My own words");
        [self.new_secret(NEW_SECRET), self.details_alone(&draft, base)]
    }

    /// Whether an edit must carry a secret.
    pub(crate) fn needs_secret(&self) -> bool {
        self.capabilities().edit_secret == EditSecret::Required
    }

    /// A draft in which nothing has been touched.
    pub(crate) fn untouched(base: &Credential) -> CredentialDraft {
        clock(|clock| CredentialDraft::of(base, clock))
    }

    /// A draft in which every field that there is has another value.
    pub(crate) fn every_field_changed(&self, base: &Credential) -> CredentialDraft {
        let mut draft = Self::untouched(base);
        for field in self.capabilities().fields {
            match field {
                Field::Name => "Another name".clone_into(&mut draft.name),
                Field::FullName => "Somebody else".clone_into(&mut draft.full_name),
                Field::Email => "somebody.else@demo.example".clone_into(&mut draft.email),
                Field::Description => "For another purpose".clone_into(&mut draft.description),
                Field::Roles => draft.roles = self.row().roles.iter().map(|role| (*role).to_owned()).collect(),
                Field::Addresses => draft.addresses = vec!["198.51.100.7".to_owned(), "2001:db8::/32".to_owned()],
                Field::Enabled => draft.enabled = !base.enabled,
                Field::Expiry => {
                    "2091-07-14".clone_into(&mut draft.expiry_date);
                    "13:30".clone_into(&mut draft.expiry_time);
                }
            }
        }
        draft
    }

    /// A draft in which the free texts that there are say this. A name must say something: blanks alone are left to
    /// the texts that may be empty.
    pub(crate) fn free_texts(&self, base: &Credential, text: &str) -> CredentialDraft {
        let mut draft = Self::untouched(base);
        for field in self.capabilities().fields {
            match field {
                Field::Name if !text.trim().is_empty() => text.clone_into(&mut draft.name),
                Field::FullName if !text.trim().is_empty() => text.clone_into(&mut draft.full_name),
                Field::Description => text.clone_into(&mut draft.description),
                _ => {}
            }
        }
        draft
    }
}

/// What may be sent of a draft.
pub(crate) fn parse(draft: &CredentialDraft, base: &Credential, capabilities: &Capabilities) -> CredentialEdit {
    clock(|clock| draft.parse(base, capabilities, clock)).expect("a draft without issues")
}

/// The present moment, for a person in UTC.
pub(crate) fn clock<Output>(read: impl FnOnce(&Clock<'_>) -> Output) -> Output {
    let resolve = |local: LocalDateTime| Some(local.as_utc());
    let now = Timestamp::from_milliseconds(now()).unwrap();
    read(&Clock { now, resolve: &resolve, local: &Timestamp::utc })
}
