//! Why a document cannot be used.

use thiserror::Error;

/// Why a document cannot be used. All of these are faults of the document, never of an exchange.
#[derive(Debug, Error)]
pub enum DocumentProblem {
    /// It is not JSON.
    #[error("the document is not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    /// It is another version of `OpenAPI`, or none.
    #[error("`openapi` must begin with 3.1")]
    OtherVersion,
    /// A `$ref` that leads nowhere, or out of the document.
    #[error("there is no `{0}` in the document")]
    DanglingReference(String),
    /// A schema that is none.
    #[error("{place}: {problem}")]
    Schema {
        /// Where it stands.
        place: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Something valid that this checker does not know, and must not pass over in silence.
    #[error("{place}: {what} is not supported")]
    Unsupported {
        /// Where it stands.
        place: String,
        /// What it is.
        what: String,
    },
}
