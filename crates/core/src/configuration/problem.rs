//! Why a configuration is refused.

use thiserror::Error;

use crate::base_url::BaseUrlProblem;

/// Why a configuration is refused. `at` is the path to the place, such as `connections[0].baseUrl`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigurationProblem {
    /// Not JSON; the parser's words.
    #[error("not valid JSON: {0}")]
    Syntax(String),
    /// A key that has no meaning here, perhaps a misspelling.
    #[error("{at} is not a known setting")]
    UnknownKey {
        /// The place.
        at: String,
    },
    /// A key that looks like a secret. It must never stand in a file that everybody can fetch.
    #[error("{at} looks like a secret; a configuration never holds one")]
    Secret {
        /// The place.
        at: String,
    },
    /// A required key is missing.
    #[error("{at} is missing")]
    Missing {
        /// The place.
        at: String,
    },
    /// The wrong type or a value outside the allowed ones.
    #[error("{at} must be {expected}")]
    Value {
        /// The place.
        at: String,
        /// What it must be.
        expected: &'static str,
    },
    /// A bad base address.
    #[error("{at} {problem}")]
    BaseUrl {
        /// The place.
        at: String,
        /// Why.
        problem: BaseUrlProblem,
    },
    /// The same id twice.
    #[error("{at} is used twice: {id}")]
    DuplicateId {
        /// The place of the second one.
        at: String,
        /// The id.
        id: String,
    },
    /// The element is confined to a connection that there is none of.
    #[error("the attribute connection names no connection of the configuration: {id}")]
    UnknownConnection {
        /// The id.
        id: String,
    },
}

impl ConfigurationProblem {
    /// Its name for a host.
    pub fn code(&self) -> &'static str {
        if matches!(self, Self::UnknownConnection { .. }) { "connection-unknown" } else { "configuration-wrong" }
    }
}
