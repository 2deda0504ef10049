//! The two versions of the API that exist.

use axum::response::Response;

use super::refusal::Refusal;
use super::{v6, v7};

/// A version of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Deprecated, and perhaps gone.
    Six,
    /// Current.
    Seven,
}

impl Version {
    /// Tells a refusal as this version does.
    pub(super) fn refuse(self, refusal: &Refusal) -> Response {
        match self {
            Self::Six => v6::refuse(refusal),
            Self::Seven => v7::refuse(refusal),
        }
    }
}
