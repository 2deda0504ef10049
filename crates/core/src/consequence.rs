//! What a save would change, said by effect and level (ux.md 3 B, UX-28 to UX-30).

use crate::address::review::{Family, any_of};
use crate::capabilities::{Capabilities, EditSecret, Untouched};
use crate::credential::{Credential, Expiry};
use crate::draft::{CredentialDraft, ExpiryEdit};
use crate::timestamp::Timestamp;

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
    Name(String, String),
    /// Programs that look the credential up by its name no longer find it (T18).
    LookupsBreak,
    /// The secret is left out, and nothing documents that it stays (T3, Z2).
    SecretMayBeLost,
    /// The secret is left out and stays.
    SecretKept,
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
    /// A range is added that lets in any address of a family that was restricted before.
    AnyAddressAdded(String, Family),
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
    /// An end that has passed already (Z7).
    ExpiryPast(Timestamp),
    /// No end any more.
    ExpiryRemoved,
    /// Secret entries of the record cannot be read and so cannot be carried over (Q4).
    CarriedSecretsLost,
}

impl Consequence {
    /// How much it can hurt.
    pub fn level(&self) -> Level {
        match self {
            Self::AddressesOpened
            | Self::AnyAddressAdded(..)
            | Self::ExpiryRemoved
            | Self::ExpiryPast(_)
            | Self::Disabled => Level::Danger,
            Self::SecretReplaced
            | Self::LookupsBreak
            | Self::SecretMayBeLost
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
            | Self::Name(..)
            | Self::SecretKept
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
    now: Timestamp,
) -> Vec<Consequence> {
    let mut effects = detail_changes(base, draft, expiry);
    for effect in &mut effects {
        if let Consequence::ExpiryChanged(ExpiryEdit::At(end)) = effect
            && *end <= now
        {
            *effect = Consequence::ExpiryPast(*end);
        }
    }
    if capabilities.found_by_name && base.name != draft.name {
        effects.push(Consequence::LookupsBreak);
    }
    match capabilities.edit_secret {
        EditSecret::Required => effects.push(Consequence::SecretReplaced),
        EditSecret::Optional(_) if secret_given => effects.push(Consequence::SecretReplaced),
        EditSecret::Optional(_) if effects.is_empty() => {}
        EditSecret::Optional(Untouched::Kept) => effects.push(Consequence::SecretKept),
        EditSecret::Optional(Untouched::NotDocumented) => effects.push(Consequence::SecretMayBeLost),
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
    effects.extend(text(&base.name, &draft.name).map(|(old, new)| Consequence::Name(old, new)));
    effects.extend(text(&base.full_name, &draft.full_name).map(|(old, new)| Consequence::FullName(old, new)));
    effects.extend(text(&base.email, &draft.email).map(|(old, new)| Consequence::Email(old, new)));
    effects.extend(text(&base.description, &draft.description).map(|(old, new)| Consequence::Description(old, new)));
    effects.extend(missing_in(&base.roles, &draft.roles).map(Consequence::RoleAdded));
    effects.extend(missing_in(&draft.roles, &base.roles).map(Consequence::RoleRemoved));
    let lets_in_any = [Family::V4, Family::V6].into_iter().all(|family| has_any(&draft.addresses, family));
    if base.addresses.is_empty() && !draft.addresses.is_empty() && !lets_in_any {
        effects.push(Consequence::AddressesRestricted);
    }
    if !base.addresses.is_empty() && draft.addresses.is_empty() {
        effects.push(Consequence::AddressesOpened);
    } else {
        effects.extend(missing_in(&draft.addresses, &base.addresses).map(Consequence::AddressRemoved));
    }
    effects.extend(missing_in(&base.addresses, &draft.addresses).map(|entry| address_added(base, entry)));
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

/// A range of any address opens a door, unless it stood open already.
fn address_added(base: &Credential, entry: String) -> Consequence {
    match any_of(&entry) {
        Some(family) if !base.addresses.is_empty() && !has_any(&base.addresses, family) => {
            Consequence::AnyAddressAdded(entry, family)
        }
        _ => Consequence::AddressAdded(entry),
    }
}

/// Whether a list has a range of every address of a family.
fn has_any(list: &[String], family: Family) -> bool {
    list.iter().any(|entry| any_of(entry) == Some(family))
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
    use crate::address::review::Family;
    use crate::credential::tests::api_user;
    use crate::credential::{Credential, Expiry};
    use crate::dialect::Dialect;
    use crate::draft::{CredentialDraft, ExpiryEdit};
    use crate::timestamp::Timestamp;
    use serde_json::json;

    fn draft() -> CredentialDraft {
        let base = api_user();
        CredentialDraft {
            name: base.name,
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
        effects_at(Dialect::Apinizer, base, draft, expiry)
    }

    fn effects_at(at: Dialect, base: &Credential, draft: &CredentialDraft, expiry: &ExpiryEdit) -> Vec<Consequence> {
        let now = Timestamp::parse("2026-11-21T09:00:00Z").unwrap();
        consequences(base, draft, Some(expiry), at.capabilities(), false, now)
    }

    #[test]
    fn a_rename_tells_what_it_breaks_and_what_becomes_of_the_secret_t3_t18_z2() {
        let renamed = CredentialDraft { name: "new".to_owned(), ..draft() };
        let name = Consequence::Name("api-user".to_owned(), "new".to_owned());
        for (dialect, expected) in [
            (Dialect::ThousandEyesV6, vec![Consequence::LookupsBreak, name.clone(), Consequence::SecretKept]),
            (Dialect::ThousandEyesV7, vec![Consequence::LookupsBreak, Consequence::SecretMayBeLost, name.clone()]),
            (Dialect::ZStack, vec![Consequence::SecretMayBeLost, name.clone()]),
        ] {
            assert_eq!(effects_at(dialect, &api_user(), &renamed, &ExpiryEdit::Untouched), expected, "{dialect:?}");
            assert_eq!(effects_at(dialect, &api_user(), &draft(), &ExpiryEdit::Untouched), [], "{dialect:?}");
        }
    }

    #[test]
    fn an_end_in_the_past_is_a_danger_where_it_is_not_refused_z7() {
        let past = Timestamp::parse("2020-01-01T00:00:00Z").unwrap();
        let effects = effects_at(Dialect::ZStack, &api_user(), &draft(), &ExpiryEdit::At(past));
        assert_eq!(effects.first(), Some(&Consequence::ExpiryPast(past)));
        assert_eq!(effects.first().map(Consequence::level), Some(Level::Danger));
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
    fn a_range_of_any_address_is_a_danger_where_it_opens_something_ux47() {
        let any = |text: &str| CredentialDraft { addresses: vec![text.to_owned()], ..draft() };
        let opened = |text: &str, family| Consequence::AnyAddressAdded(text.to_owned(), family);
        for (before, added, expected) in [
            ("10.0.0.0/8", "0.0.0.0/0", opened("0.0.0.0/0", Family::V4)),
            ("10.0.0.0/8", "10.0.0.1/0", opened("10.0.0.1/0", Family::V4)),
            ("0.0.0.0/0", "::/0", opened("::/0", Family::V6)),
            ("1.2.3.4/0", "0.0.0.0/0", Consequence::AddressAdded("0.0.0.0/0".to_owned())),
        ] {
            let base = Credential { addresses: vec![before.to_owned()], ..api_user() };
            assert!(effects(&base, &any(added), &ExpiryEdit::Untouched).contains(&expected), "{before} {added}");
        }
        assert_eq!(opened("::/0", Family::V6).level(), Level::Danger);
    }

    #[test]
    fn from_an_empty_list_to_every_address_nothing_is_opened_or_restricted_ux47() {
        let open = Credential { addresses: vec![], ..api_user() };
        let added = |text: &str| Consequence::AddressAdded(text.to_owned());
        let to = |addresses: &[&str]| {
            let addresses = addresses.iter().copied().map(str::to_owned).collect();
            effects(&open, &CredentialDraft { addresses, ..draft() }, &ExpiryEdit::Untouched)
        };
        let both = to(&["0.0.0.0/0", "::/0"]);
        assert_eq!(both, [Consequence::SecretReplaced, added("0.0.0.0/0"), added("::/0")]);
        // IPv6 is kept out from now on.
        let one = to(&["0.0.0.0/0"]);
        assert_eq!(one, [Consequence::AddressesRestricted, Consequence::SecretReplaced, added("0.0.0.0/0")]);
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
