//! The one neutral record that every dialect reads into.

use serde_json::{Map, Value};

use crate::capabilities::{Field, ScopeKind};
use crate::timestamp::Timestamp;

/// Where credentials live inside one system.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// A project of an API gateway.
    Project(String),
    /// An account group of a monitoring service, by its id.
    AccountGroup(String),
    /// The system itself.
    System,
}

impl Scope {
    /// What the API finds it by; nothing for the system itself.
    pub fn key(&self) -> &str {
        match self {
            Self::Project(key) | Self::AccountGroup(key) => key,
            Self::System => "",
        }
    }

    /// Which kind it is.
    pub fn kind(&self) -> ScopeKind {
        match self {
            Self::Project(_) => ScopeKind::Project,
            Self::AccountGroup(_) => ScopeKind::AccountGroup,
            Self::System => ScopeKind::System,
        }
    }
}

/// A scope as the server lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeEntry {
    /// The scope.
    pub scope: Scope,
    /// What people call it.
    pub name: String,
    /// Whether it is the one that the server takes where none is named.
    pub is_default: bool,
}

impl ScopeEntry {
    /// A project, whose name is its key.
    pub fn project(name: &str) -> Self {
        Self { scope: Scope::Project(name.to_owned()), name: name.to_owned(), is_default: false }
    }

    /// An account group of which only the id is known.
    pub fn account_group(aid: &str) -> Self {
        Self { scope: Scope::AccountGroup(aid.to_owned()), name: aid.to_owned(), is_default: false }
    }

    /// The system itself.
    pub fn system() -> Self {
        Self { scope: Scope::System, name: String::new(), is_default: true }
    }
}

/// A word of the server's for the kind or the health of a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// The server has one and says that it is not set.
    NotSpecified,
    /// In lower case and without the vendor's prefix, or as it came.
    Words(String),
}

/// What a label of health means, as far as its words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// Nothing to do.
    Good,
    /// Soon.
    Attention,
    /// Now.
    Bad,
    /// The server does not know, or uses a word that this program does not.
    Unknown,
}

impl Label {
    /// What it means as a health. The vendor publishes no names, only the counters `ok`, `expiring`, `expired` and
    /// `unknown` (contracts/zstack.md 2.1).
    pub fn health(&self) -> Health {
        match self {
            Self::Words(words) if words == "ok" || words == "healthy" || words == "valid" => Health::Good,
            Self::Words(words) if words.starts_with("expiring") => Health::Attention,
            Self::Words(words) if words == "expired" => Health::Bad,
            Self::Words(_) | Self::NotSpecified => Health::Unknown,
        }
    }
}

/// When a credential stops being accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Expiry {
    /// Never.
    #[default]
    Never,
    /// At a moment; the text is kept as the server wrote it, so that an untouched date goes back as it came.
    At(Timestamp, String),
    /// The server's text could not be read; it is shown as it came (A6).
    Unreadable(String),
}

/// A stored credential as it was last read. The secret is never part of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Credential {
    /// What the API finds it by.
    pub id: String,
    /// What people call it; for Apinizer the username.
    pub name: String,
    /// The name of the person or system behind it.
    pub full_name: String,
    /// A mail address.
    pub email: String,
    /// Free text.
    pub description: String,
    /// Role names; the order has no meaning.
    pub roles: Vec<String>,
    /// Addresses and ranges that may use it; none means any. The order has no meaning.
    pub addresses: Vec<String>,
    /// Whether callers are let in.
    pub enabled: bool,
    /// When it ends.
    pub expiry: Expiry,
    /// What kind of secret it holds, where the server says so.
    pub kind: Option<Label>,
    /// How the server judges it, where it does.
    pub health: Option<Label>,
    /// When the server last changed it, as it came, where it says so (Z12). Compared, never shown as a date.
    pub touched: Option<String>,
    /// Members of the record that this program does not know or only carries. A full replace sends them back (N-08).
    pub carried: Map<String, Value>,
}

/// How a credential stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In use.
    Active,
    /// Ends within [`SOON`].
    ExpiresSoon,
    /// Has ended.
    Expired,
    /// Switched off.
    Disabled,
    /// The end is written in a form that could not be read.
    Unsure,
}

/// What counts as soon: 30 days, in milliseconds.
pub const SOON: i64 = 30 * 86_400_000;

impl Credential {
    /// The state at a moment, by the clock that was passed in.
    pub fn state(&self, now: Timestamp) -> State {
        match &self.expiry {
            _ if !self.enabled => State::Disabled,
            Expiry::Never => State::Active,
            Expiry::Unreadable(_) => State::Unsure,
            Expiry::At(end, _) if *end <= now => State::Expired,
            Expiry::At(end, _) if end.milliseconds() - now.milliseconds() <= SOON => State::ExpiresSoon,
            Expiry::At(..) => State::Active,
        }
    }

    /// Whether a field has the same value in another reading of the record (X28: the order of a list says nothing).
    pub fn same(&self, other: &Self, field: Field) -> bool {
        match field {
            Field::Name => self.name == other.name,
            Field::FullName => self.full_name == other.full_name,
            Field::Email => self.email == other.email,
            Field::Description => self.description == other.description,
            Field::Roles => same_set(&self.roles, &other.roles),
            Field::Addresses => same_set(&self.addresses, &other.addresses),
            Field::Enabled => self.enabled == other.enabled,
            Field::Expiry => match (&self.expiry, &other.expiry) {
                // The same moment, however it is written.
                (Expiry::At(mine, _), Expiry::At(theirs, _)) => mine == theirs,
                (mine, theirs) => mine == theirs,
            },
        }
    }
}

/// One entry of a list: a bad record does not take the good ones with it (H-08).
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "nearly every entry is readable; a box would cost each of them")]
pub enum Entry {
    /// A record.
    Readable(Credential),
    /// Something else, as the server wrote it, cut to a length that can be shown.
    Unreadable(String),
}

impl Entry {
    /// A record of a list by its id.
    pub fn find<'a>(entries: &'a [Self], id: &str) -> Option<&'a Credential> {
        entries.iter().find_map(|entry| match entry {
            Self::Readable(credential) if credential.id == id => Some(credential),
            Self::Readable(_) | Self::Unreadable(_) => None,
        })
    }
}

impl Credential {
    /// Whether its secret is likely to have several lines, by the words for its kind: a certificate or an SSH key.
    pub fn is_likely_multiline(&self) -> bool {
        let Some(Label::Words(words)) = &self.kind else { return false };
        ["cert", "ssh", "private key"].iter().any(|part| words.contains(part))
    }
}

/// The same values in any order, each as often (X28 e).
pub fn same_set(left: &[String], right: &[String]) -> bool {
    // Counted and not sorted: a sort weighs several kilobytes of the module, and these lists are short.
    let count = |values: &[String], wanted: &String| values.iter().filter(|value| *value == wanted).count();
    left.len() == right.len() && left.iter().all(|value| count(left, value) == count(right, value))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Credential, Expiry, SOON, State, same_set};
    use crate::timestamp::Timestamp;
    use proptest::prelude::*;

    pub(crate) fn api_user() -> Credential {
        Credential {
            id: "api-user".to_owned(),
            name: "api-user".to_owned(),
            full_name: "API service user".to_owned(),
            email: "ops@retail.example".to_owned(),
            description: "Used by the order service".to_owned(),
            roles: vec!["orders-read".to_owned(), "orders-write".to_owned()],
            addresses: vec!["10.20.0.0/16".to_owned()],
            enabled: true,
            expiry: at("2026-12-31T20:59:00.000Z"),
            ..Credential::default()
        }
    }

    pub(crate) fn at(text: &str) -> Expiry {
        Expiry::At(Timestamp::parse(text).unwrap(), text.to_owned())
    }

    #[test]
    fn the_state_follows_the_switch_and_the_end() {
        let now = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
        let end = |offset: i64| {
            let moment = Timestamp::from_milliseconds(now.milliseconds() + offset).unwrap();
            Expiry::At(moment, moment.to_string())
        };
        for (enabled, expiry, state) in [
            (true, Expiry::Never, State::Active),
            (false, Expiry::Never, State::Disabled),
            (false, end(-1), State::Disabled),
            (true, end(0), State::Expired),
            (true, end(1), State::ExpiresSoon),
            (true, end(SOON), State::ExpiresSoon),
            (true, end(SOON + 1), State::Active),
            (true, Expiry::Unreadable("example".to_owned()), State::Unsure),
        ] {
            let credential = Credential { enabled, expiry: expiry.clone(), ..api_user() };
            assert_eq!(credential.state(now), state, "{enabled} {expiry:?}");
        }
    }

    proptest! {
        #[test]
        fn order_has_no_meaning_in_a_set(mut values in prop::collection::vec("[a-c]{1,2}", 0..6)) {
            let before = values.clone();
            values.reverse();
            prop_assert!(same_set(&before, &values));
            values.push("d".to_owned());
            prop_assert!(!same_set(&before, &values));
        }

        #[test]
        fn how_often_a_value_stands_in_a_set_has_a_meaning(
            left in prop::collection::vec("[ab]", 0..5),
            right in prop::collection::vec("[ab]", 0..5),
        ) {
            let sorted = |values: &[String]| {
                let mut values = values.to_vec();
                values.sort();
                values
            };
            prop_assert_eq!(same_set(&left, &right), sorted(&left) == sorted(&right));
        }
    }
}
