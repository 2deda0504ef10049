//! What a save would change, said by effect and level (ux.md 3 B, UX-28 to UX-30).

use crate::capabilities::{Capabilities, EditSecret};
use crate::credential::{Credential, Expiry};
use crate::draft::{CredentialDraft, ExpiryEdit};

/// How much a change can hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Someone may notice.
    Warning,
    /// Opens a door or shuts callers out: the name is typed to go on.
    Danger,
}

/// One effect of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// The old secret stops working.
    SecretReplaced,
    /// Every other field stays.
    NothingElse,
    /// A text has another value: before and after.
    FullName(String, String),
    /// A text has another value: before and after.
    Email(String, String),
    /// A text has another value: before and after.
    Description(String, String),
    /// A role is given.
    RoleAdded(String),
    /// A role is taken away.
    RoleRemoved(String),
    /// An address or range may use it.
    AddressAdded(String),
    /// An address or range may no longer use it.
    AddressRemoved(String),
    /// From any address to only these.
    AddressesRestricted,
    /// From some addresses to any.
    AddressesOpened,
    /// Callers are let in again.
    Enabled,
    /// Callers are refused from now on.
    Disabled,
    /// Another end.
    ExpiryChanged(ExpiryEdit),
    /// No end any more.
    ExpiryRemoved,
    /// Secret entries of the record cannot be read and so cannot be carried over (Q4).
    CarriedSecretsLost,
}

impl Consequence {
    /// How much it can hurt.
    pub fn level(&self) -> Level {
        match self {
            Self::AddressesOpened | Self::ExpiryRemoved | Self::Disabled => Level::Danger,
            Self::SecretReplaced
            | Self::RoleRemoved(_)
            | Self::AddressRemoved(_)
            | Self::AddressesRestricted
            | Self::CarriedSecretsLost
            | Self::Enabled => Level::Warning,
            Self::FullName(..)
            | Self::Email(..)
            | Self::Description(..)
            | Self::RoleAdded(_)
            | Self::AddressAdded(_)
            | Self::NothingElse
            | Self::ExpiryChanged(_) => Level::Note,
        }
    }
}

/// The effects of changing the secret alone.
pub fn of_secret_change() -> Vec<Consequence> {
    vec![Consequence::SecretReplaced, Consequence::NothingElse]
}

/// The effects of saving a draft over the record it was made from, the gravest first.
/// `expiry` is what the two expiry fields make; while they do not parse, that line is left out.
pub fn consequences(
    base: &Credential,
    draft: &CredentialDraft,
    expiry: Option<&ExpiryEdit>,
    capabilities: &Capabilities,
    secret_given: bool,
) -> Vec<Consequence> {
    let mut effects = detail_changes(base, draft, expiry);
    if secret_given || capabilities.edit_secret == EditSecret::Required {
        effects.push(Consequence::SecretReplaced);
    }
    if holds_secret_entries(base) && capabilities.edit_secret == EditSecret::Required {
        effects.push(Consequence::CarriedSecretsLost);
    }
    // One pass for each level and no sort, which weighs several kilobytes of the module.
    let mut ordered = Vec::with_capacity(effects.len());
    for level in [Level::Danger, Level::Warning, Level::Note] {
        ordered.extend(effects.extract_if(.., |effect| effect.level() == level));
    }
    ordered
}

/// Whether a draft differs from its record in anything a person can edit (UX-39: edit and undo is clean).
pub fn is_changed(base: &Credential, draft: &CredentialDraft, expiry: Option<&ExpiryEdit>) -> bool {
    expiry.is_none() || !detail_changes(base, draft, expiry).is_empty()
}

fn detail_changes(base: &Credential, draft: &CredentialDraft, expiry: Option<&ExpiryEdit>) -> Vec<Consequence> {
    let mut effects = Vec::new();
    let text = |old: &String, new: &String| (old != new).then(|| (old.clone(), new.clone()));
    effects.extend(text(&base.full_name, &draft.full_name).map(|(old, new)| Consequence::FullName(old, new)));
    effects.extend(text(&base.email, &draft.email).map(|(old, new)| Consequence::Email(old, new)));
    effects.extend(text(&base.description, &draft.description).map(|(old, new)| Consequence::Description(old, new)));
    effects.extend(missing_in(&base.roles, &draft.roles).map(Consequence::RoleAdded));
    effects.extend(missing_in(&draft.roles, &base.roles).map(Consequence::RoleRemoved));
    if base.addresses.is_empty() && !draft.addresses.is_empty() {
        effects.push(Consequence::AddressesRestricted);
    }
    if !base.addresses.is_empty() && draft.addresses.is_empty() {
        effects.push(Consequence::AddressesOpened);
    } else {
        effects.extend(missing_in(&draft.addresses, &base.addresses).map(Consequence::AddressRemoved));
    }
    effects.extend(missing_in(&base.addresses, &draft.addresses).map(Consequence::AddressAdded));
    match (base.enabled, draft.enabled) {
        (true, false) => effects.push(Consequence::Disabled),
        (false, true) => effects.push(Consequence::Enabled),
        _ => {}
    }
    match expiry {
        Some(ExpiryEdit::Never) if base.expiry != Expiry::Never => effects.push(Consequence::ExpiryRemoved),
        Some(change @ ExpiryEdit::At(_)) => effects.push(Consequence::ExpiryChanged(change.clone())),
        Some(ExpiryEdit::Never | ExpiryEdit::Untouched) | None => {}
    }
    effects
}

fn missing_in<'a>(list: &'a [String], wanted: &'a [String]) -> impl Iterator<Item = String> + 'a {
    wanted.iter().filter(|value| !list.contains(value)).cloned()
}

/// Apinizer's `metadata` entries marked `secret` come back without their value (contracts/apinizer.md 4).
fn holds_secret_entries(base: &Credential) -> bool {
    base.carried.values().filter_map(serde_json::Value::as_array).flatten().any(|entry| entry["secret"] == true)
}

#[cfg(test)]
mod tests {
    use super::{Consequence, Level, consequences, is_changed};
    use crate::credential::tests::api_user;
    use crate::credential::{Credential, Expiry};
    use crate::dialect::Dialect;
    use crate::draft::{CredentialDraft, ExpiryEdit};
    use serde_json::json;

    fn draft() -> CredentialDraft {
        let base = api_user();
        CredentialDraft {
            full_name: base.full_name,
            email: base.email,
            description: base.description,
            roles: base.roles,
            addresses: base.addresses,
            enabled: base.enabled,
            ..CredentialDraft::default()
        }
    }

    fn effects(base: &Credential, draft: &CredentialDraft, expiry: &ExpiryEdit) -> Vec<Consequence> {
        consequences(base, draft, Some(expiry), Dialect::Apinizer.capabilities(), false)
    }

    #[test]
    fn a_full_replace_always_says_that_the_secret_is_replaced() {
        assert_eq!(effects(&api_user(), &draft(), &ExpiryEdit::Untouched), [Consequence::SecretReplaced]);
    }

    #[test]
    fn the_dangerous_edits_come_first() {
        let changed = CredentialDraft { addresses: vec![], enabled: false, description: "new".to_owned(), ..draft() };
        let effects = effects(&api_user(), &changed, &ExpiryEdit::Never);
        let danger: Vec<_> = effects.iter().take_while(|effect| effect.level() == Level::Danger).collect();
        assert_eq!(danger, [&Consequence::AddressesOpened, &Consequence::Disabled, &Consequence::ExpiryRemoved]);
        assert_eq!(effects.last().map(Consequence::level), Some(Level::Note));
    }

    #[test]
    fn lists_are_compared_as_sets() {
        let mut changed = draft();
        changed.roles.reverse();
        assert!(!is_changed(&api_user(), &changed, Some(&ExpiryEdit::Untouched)));
        changed.roles.pop();
        assert!(
            effects(&api_user(), &changed, &ExpiryEdit::Untouched)
                .contains(&Consequence::RoleRemoved("orders-read".to_owned()))
        );
    }

    #[test]
    fn the_first_address_restricts_and_the_last_one_opens() {
        let open = Credential { addresses: vec![], ..api_user() };
        assert!(effects(&open, &draft(), &ExpiryEdit::Untouched).contains(&Consequence::AddressesRestricted));
    }

    #[test]
    fn removing_no_end_is_no_change() {
        let endless = Credential { expiry: Expiry::Never, ..api_user() };
        assert!(!effects(&endless, &draft(), &ExpiryEdit::Never).contains(&Consequence::ExpiryRemoved));
    }

    #[test]
    fn secret_entries_that_cannot_be_carried_over_are_told() {
        let mut base = api_user();
        base.carried.insert("metadata".to_owned(), json!([{"key": "a", "value": null, "secret": true}]));
        assert!(effects(&base, &draft(), &ExpiryEdit::Untouched).contains(&Consequence::CarriedSecretsLost));
    }
}
