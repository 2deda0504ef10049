//! What is wrong with a form, and what a save would change.

use rekey_core::capabilities::SecretNoun;
use rekey_core::consequence::Consequence;
use rekey_core::dialect::Dialect;
use rekey_core::draft::ExpiryEdit;
use rekey_core::issue::Issue;

use super::number::number;
use super::{Phrase, catalogue as text};

/// The vendor's documented sentence, letter for letter, or our own where none is documented.
pub fn issue(issue: &Issue, dialect: Dialect) -> Phrase {
    if let Some(documented) = dialect.documented_text(issue) {
        return Phrase::documented(documented);
    }
    let noun = super::noun(dialect.capabilities().secret_noun);
    match issue {
        Issue::SecretEmpty => text::issue_secret_empty(noun),
        Issue::SecretTooShort { minimum, length } => {
            text::issue_secret_short(noun, &number(*length), &number(*minimum))
        }
        Issue::SecretCommon => text::issue_secret_common(noun),
        Issue::SecretPattern => text::issue_secret_pattern(noun),
        Issue::SecretLacks(class) => text::issue_secret_lacks(noun, super::one_of_class(*class)),
        Issue::SecretContains(word) => text::issue_secret_contains(noun, word),
        Issue::SecretFilledByBrowser => text::issue_secret_filled(noun),
        Issue::SecretNeverSeen => text::issue_secret_unseen(noun),
        Issue::NameEmpty => text::issue_name().into(),
        Issue::ExpiryNotRemovable => text::issue_expiry_kept().into(),
        Issue::OperatorEmpty => text::issue_operator().into(),
        Issue::NothingChanged => text::issue_nothing_changed().into(),
        Issue::FullNameEmpty => text::issue_full_name().into(),
        Issue::EmailEmpty => text::issue_email().into(),
        Issue::EmailInvalid => text::issue_email_invalid().into(),
        Issue::AddressInvalid(entry) => text::issue_address(entry),
        Issue::RoleEmpty => text::issue_role().into(),
        Issue::ExpiryDateInvalid => text::issue_expiry_date().into(),
        Issue::ExpiryDateMissing => text::issue_expiry_missing().into(),
        Issue::ExpiryTimeInvalid => text::issue_expiry_time().into(),
        Issue::ExpiryTimeSkipped(time) => text::issue_expiry_skipped(time),
        Issue::ExpiryPast => text::issue_expiry_past().into(),
        Issue::ConfirmationDiffers => text::issue_confirmation().into(),
    }
}

/// One effect of a save, as a sentence. What it was and what it becomes stand beside it, where there is both.
pub fn consequence(effect: &Consequence, noun: SecretNoun) -> Phrase {
    match effect {
        Consequence::SecretReplaced => match noun {
            SecretNoun::Password => text::secret_replaced(super::noun(noun)),
            SecretNoun::Value => text::value_replaced(super::noun(noun)),
        },
        Consequence::Name(..) => text::name().into(),
        Consequence::LookupsBreak => text::lookups_break().into(),
        Consequence::SecretKept => text::secret_kept(super::noun(noun)),
        Consequence::SecretMayBeLost => text::secret_may_be_lost(super::noun(noun)),
        Consequence::ExpiryPast(end) => text::expiry_past(&crate::clock::utc(*end)),
        Consequence::NothingElse => text::nothing_else_changes().into(),
        Consequence::FullName(..) => text::full_name().into(),
        Consequence::Email(..) => text::email().into(),
        Consequence::Description(..) => text::description().into(),
        Consequence::RoleAdded(role) => text::role_added(role),
        Consequence::RoleRemoved(role) => text::role_removed(role),
        Consequence::AddressAdded(address) => text::address_added(address),
        Consequence::AnyAddressAdded(entry, family) => super::note::any_address_added(entry, *family),
        Consequence::AddressRemoved(address) => text::address_removed(address),
        Consequence::AddressesRestricted => text::addresses_restricted().into(),
        Consequence::AddressesOpened => text::addresses_opened().into(),
        Consequence::Enabled => text::enabled_again().into(),
        Consequence::Disabled => text::disabled_now().into(),
        Consequence::ExpiryChanged(ExpiryEdit::At(end)) => text::expiry_changed(&crate::clock::utc(*end)),
        Consequence::ExpiryChanged(ExpiryEdit::Never | ExpiryEdit::Untouched) | Consequence::ExpiryRemoved => {
            text::expiry_removed().into()
        }
        Consequence::CarriedSecretsLost => text::carried_secrets_lost().into(),
    }
}
