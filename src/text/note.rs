//! What one may not have meant, and the words of the button that mends it.

use rekey_core::address::review::{Family, Finding, Mend};
use rekey_core::draft::Pick;

use rekey_core::operation::Found;
use rekey_core::visible::name::Disguise;

use super::{Phrase, catalogue as text};

/// What is odd about an entry.
pub fn finding(finding: &Finding) -> Phrase {
    match finding {
        Finding::AnyAddress { entry, family: Family::V4, .. } => text::any_ipv4(entry),
        Finding::AnyAddress { entry, family: Family::V6, .. } => text::any_ipv6(entry),
        Finding::HostBits { entry, range } => text::host_bits(entry, range),
        Finding::Mapped { entry, plain } => text::mapped_address(entry, plain),
        Finding::Duplicate { entry, first } => text::same_address(entry, first),
        Finding::Within { entry, range } => text::within_range(entry, range),
        Finding::VeryLarge { entry, family: Family::V4, parts } => text::large_ipv4(entry, &parts.to_string()),
        Finding::VeryLarge { entry, family: Family::V6, parts } => text::large_ipv6(entry, &parts.to_string()),
    }
}

/// Why a name may be taken for another one.
pub fn disguise(disguise: &Disguise) -> Phrase {
    match disguise {
        Disguise::Hidden => text::hidden_in_name().into(),
        Disguise::LooksLike(plain) => text::looks_like_name(plain),
        Disguise::Mixed => text::alphabets_in_name().into(),
        Disguise::Marks => text::marks_in_name().into(),
        Disguise::Blanks => text::blanks_in_name().into(),
    }
}

/// What one press does about it.
pub fn mend(mend: &Mend) -> Phrase {
    match mend {
        Mend::Use { instead, .. } => text::use_instead(instead),
        Mend::Remove(entry) => text::remove_entry(entry),
    }
}

/// A range that opens the credential to a whole family.
pub(super) fn any_address_added(entry: &str, family: Family) -> Phrase {
    match family {
        Family::V4 => text::any_ipv4_added(entry),
        Family::V6 => text::any_ipv6_added(entry),
    }
}

/// An end that one press picks.
pub fn pick(pick: Pick) -> Phrase {
    match pick {
        Pick::Days(days) => text::in_days(&days.to_string()),
        Pick::Year => text::in_a_year().into(),
    }
}

/// What a look at a record says of a write of which nothing was known (F-04).
pub fn found(found: &Found, noun: &str) -> Phrase {
    match found {
        Found::AsSent { with_secret: true } => text::found_as_sent(noun),
        Found::AsSent { with_secret: false } => text::found_arrived().into(),
        Found::Touched(when) => text::found_touched(noun, when),
        Found::NotYet => text::found_not_yet().into(),
        Found::Different => text::found_different().into(),
        Found::Silent => text::found_silent(noun),
        Found::Gone => text::found_gone().into(),
    }
}
