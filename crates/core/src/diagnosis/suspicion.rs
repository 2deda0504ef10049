//! Which results of other requests are a reason to look at the connection itself.

use crate::http::Fault;
use crate::outcome::{Doubt, NotSent, Outcome, ReadFailure};

/// Whether the connection is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// At once: the browser hides what it was (M6).
    Look,
    /// When somebody wants it: what it was is told, and what to change may not be.
    Offer,
}

impl Fault {
    fn suspicion(&self) -> Option<Suspicion> {
        match self {
            Self::Unreachable => Some(Suspicion::Look),
            Self::Offline | Self::BlockedByPolicy(_) | Self::TimedOut | Self::Redirected => Some(Suspicion::Offer),
            Self::Withdrawn | Self::Stopped => None,
        }
    }
}

impl ReadFailure {
    /// What a read that gave nothing says of the connection.
    pub fn suspicion(&self) -> Option<Suspicion> {
        match self {
            Self::Fault(fault) => fault.suspicion(),
            Self::NotTheApi(_) | Self::VersionGone => Some(Suspicion::Offer),
            Self::Body(_)
            | Self::SignInRefused(_)
            | Self::Forbidden(_)
            | Self::RateLimited(_)
            | Self::Server(_)
            | Self::Unreadable
            | Self::Address(_) => None,
        }
    }
}

impl Outcome {
    /// What the end of a write says of the connection.
    pub fn suspicion(&self) -> Option<Suspicion> {
        match self {
            Self::Unknown(Doubt::Fault(fault)) | Self::NotSent(NotSent::Fault(fault)) => fault.suspicion(),
            Self::NotSent(NotSent::Compare(failure)) => failure.suspicion(),
            Self::Unknown(Doubt::NotTheApi(_)) => Some(Suspicion::Offer),
            Self::Unknown(Doubt::Server(_) | Doubt::AnotherRecord)
            | Self::NotSent(NotSent::Address(_))
            | Self::Rejected(_)
            | Self::Saved(_)
            | Self::SavedNotDeployed(_)
            | Self::SavedDetailsLost(_)
            | Self::Conflict(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Suspicion;
    use crate::http::Fault;
    use crate::outcome::{Deployment, Doubt, NotSent, Outcome, ReadFailure};
    use crate::problem::ApiProblem;

    #[test]
    fn a_connection_is_looked_at_where_the_browser_hides_what_it_was_x01() {
        let unreachable = || ReadFailure::Fault(Fault::Unreachable);
        assert_eq!(unreachable().suspicion(), Some(Suspicion::Look));
        for (outcome, suspicion) in [
            (Outcome::Unknown(Doubt::Fault(Fault::Unreachable)), Some(Suspicion::Look)),
            (Outcome::NotSent(NotSent::Compare(unreachable())), Some(Suspicion::Look)),
            (Outcome::NotSent(NotSent::Fault(Fault::BlockedByPolicy(String::new()))), Some(Suspicion::Offer)),
            (Outcome::Unknown(Doubt::NotTheApi(ApiProblem::default())), Some(Suspicion::Offer)),
            (Outcome::Unknown(Doubt::Fault(Fault::Stopped)), None),
            (Outcome::Rejected(ApiProblem::default()), None),
            (Outcome::Saved(Deployment::default()), None),
        ] {
            assert_eq!(outcome.suspicion(), suspicion, "{outcome:?}");
        }
        assert_eq!(ReadFailure::SignInRefused(ApiProblem::default()).suspicion(), None);
    }
}
