//! Why a form cannot be sent, one variant per reason a person can act on.

use crate::capabilities::Field;
use crate::password::Class;

/// The input that an issue stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A field of the credential. The expiry's issues stand at its date.
    Field(Field),
    /// The time of the expiry.
    ExpiryTime,
    /// The new secret.
    Secret,
    /// Who does the change.
    Operator,
    /// The name typed to confirm a change of high impact.
    Confirmation,
}

/// Something that keeps a form from being sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issue {
    /// No secret was given.
    SecretEmpty,
    /// Fewer code points than the policy wants (S-07).
    SecretTooShort {
        /// What the policy wants.
        minimum: usize,
        /// What was given.
        length: usize,
    },
    /// One of the passwords that everybody tries first (ASVS 6.2.4).
    SecretCommon,
    /// Made of one short piece again and again, or of a run of neighbouring characters.
    SecretPattern,
    /// Has no character of a class that the server wants, by the configuration (UX-12).
    SecretLacks(Class),
    /// Contains a word that anybody who attacks this credential knows (ASVS 6.2.11).
    SecretContains(String),
    /// Appeared without anybody typing, pasting or generating it (S-06).
    SecretFilledByBrowser,
    /// Was generated and never shown or copied: nobody would hold it (S-09).
    SecretNeverSeen,
    /// No name.
    NameEmpty,
    /// No full name.
    FullNameEmpty,
    /// No mail address.
    EmailEmpty,
    /// Not a mail address.
    EmailInvalid,
    /// Not an IP address or range; the text that was typed.
    AddressInvalid(String),
    /// A name that a role cannot have: blank.
    RoleEmpty,
    /// Not a date.
    ExpiryDateInvalid,
    /// A time without a date.
    ExpiryDateMissing,
    /// Not a time.
    ExpiryTimeInvalid,
    /// A time that the clocks of the person's zone jump over on that day; the time that was typed (UX-46).
    ExpiryTimeSkipped(String),
    /// The end lies in the past.
    ExpiryPast,
    /// The API documents no way to take an end away (Z3).
    ExpiryNotRemovable,
    /// Nobody is named who does the change (Z4).
    OperatorEmpty,
    /// Nothing differs from what is stored, and no new secret was given: there is nothing to send.
    NothingChanged,
    /// The typed name is not the credential's.
    ConfirmationDiffers,
}

impl Issue {
    /// The input it belongs to.
    pub fn input(&self) -> Input {
        match self {
            Self::SecretEmpty
            | Self::SecretTooShort { .. }
            | Self::SecretCommon
            | Self::SecretPattern
            | Self::SecretLacks(_)
            | Self::SecretContains(_)
            | Self::SecretFilledByBrowser
            | Self::SecretNeverSeen => Input::Secret,
            // Where there is nothing to send, the first thing that could be changed is the place to go to.
            Self::NameEmpty | Self::NothingChanged => Input::Field(Field::Name),
            Self::FullNameEmpty => Input::Field(Field::FullName),
            Self::EmailEmpty | Self::EmailInvalid => Input::Field(Field::Email),
            Self::AddressInvalid(_) => Input::Field(Field::Addresses),
            Self::RoleEmpty => Input::Field(Field::Roles),
            Self::ExpiryDateInvalid | Self::ExpiryDateMissing | Self::ExpiryPast | Self::ExpiryNotRemovable => {
                Input::Field(Field::Expiry)
            }
            Self::OperatorEmpty => Input::Operator,
            Self::ExpiryTimeInvalid | Self::ExpiryTimeSkipped(_) => Input::ExpiryTime,
            Self::ConfirmationDiffers => Input::Confirmation,
        }
    }
}
