//! How a write ended, in the words of reliability.md 0.4: what is not known is its own outcome, never rounded.

use crate::credential::Credential;
use crate::http::{BodyFault, Fault};
use crate::path::SegmentProblem;
use crate::problem::ApiProblem;

/// The end of one write.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Provably never left the browser.
    NotSent(NotSent),
    /// The server refused; nothing changed.
    Rejected(ApiProblem),
    /// Accepted and, where the dialect deploys, deployed everywhere.
    Saved(Deployment),
    /// Accepted; at least one environment did not take it.
    SavedNotDeployed(Deployment),
    /// Accepted; what the server said about it is lost or was never given.
    SavedDetailsLost(DetailsLost),
    /// It may or may not have happened, now or later.
    Unknown(Doubt),
    /// The record is not what the form was loaded from; nothing was sent.
    Conflict(Conflict),
}

impl Outcome {
    /// The code on the result region (design.md 6).
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotSent(_) => "not-sent",
            Self::Rejected(_) => "rejected",
            Self::Saved(_) => "saved",
            Self::SavedNotDeployed(_) => "saved-not-deployed",
            Self::SavedDetailsLost(_) => "saved-details-lost",
            Self::Unknown(_) => "unknown",
            Self::Conflict(_) => "conflict",
        }
    }

    /// Whether the record and, if one was sent, the secret are certainly the new ones.
    pub fn is_saved(&self) -> bool {
        match self {
            Self::Saved(_) | Self::SavedNotDeployed(_) | Self::SavedDetailsLost(_) => true,
            Self::NotSent(_) | Self::Rejected(_) | Self::Unknown(_) | Self::Conflict(_) => false,
        }
    }

    /// Whether an earlier write of the same form may have been carried out, after this one: then finding its traces at
    /// the next comparing read is no conflict. A try that never got as far, or was refused, ends no doubt from `before`.
    pub fn doubt_after(&self, before: bool) -> bool {
        match self {
            Self::Unknown(_) | Self::SavedNotDeployed(_) | Self::SavedDetailsLost(_) => true,
            Self::NotSent(_) | Self::Rejected(_) | Self::Conflict(_) => before,
            Self::Saved(_) => false,
        }
    }

    /// Whether the server asks for a new sign-in (F-09).
    pub fn wants_sign_in(&self) -> bool {
        match self {
            Self::Rejected(problem) => problem.status == 401,
            Self::NotSent(NotSent::Compare(failure)) => failure.wants_sign_in(),
            _ => false,
        }
    }
}

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum NotSent {
    /// The browser held the request back.
    Fault(Fault),
    /// The record could not be read just before the write, so nobody can say what the write would overwrite.
    Compare(ReadFailure),
    /// The name of the record cannot be part of an address.
    Address(SegmentProblem),
}

/// Why it is unclear whether a write happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// The request began and no answer came.
    Fault(Fault),
    /// The server failed, or answered in a way that does not say (5xx; 4xx or a failure flag without a reason).
    Server(ApiProblem),
    /// The answer is about another record than the one that was written (X44).
    AnotherRecord,
    /// Something other than the API answered, with this status; its title is quoted if it has one (X21).
    NotTheApi(ApiProblem),
}

/// Why the details of a saved change are lost.
#[derive(Debug, Clone, PartialEq)]
pub enum DetailsLost {
    /// The answer broke off or was too large.
    Body(BodyFault),
    /// The answer was not what the API promises.
    Unreadable,
    /// The server did not say for every environment what became of it (Q6); what it did say, if anything.
    NotReported(Deployment),
}

/// What a server said of a deployment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deployment {
    /// One row per environment, in the server's order. Empty only where a dialect does not deploy.
    pub environments: Vec<Environment>,
    /// The server's words about the whole.
    pub message: Option<String>,
    /// The server's flag about the whole, where it gave one.
    pub success: Option<bool>,
}

/// What a server said of one environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its name; empty if the server named none.
    pub name: String,
    /// What became of it.
    pub state: EnvironmentState,
    /// The server's words; several pods may speak for one environment (Q7).
    pub messages: Vec<String>,
}

/// What became of one environment. The order is that of gravity: a group is as bad as its worst member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnvironmentState {
    /// The server said that it took the change.
    Deployed,
    /// The server named it and did not say.
    NotReported,
    /// The server said that it did not take the change.
    Failed,
}

impl EnvironmentState {
    /// Its name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Deployed => "deployed",
            Self::NotReported => "not-reported",
            Self::Failed => "failed",
        }
    }
}

/// Why a read gave no record.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadFailure {
    /// There was no answer.
    Fault(Fault),
    /// The list broke off; a part is never shown as the whole (X10).
    Body(BodyFault),
    /// 401: sign in again.
    SignInRefused(ApiProblem),
    /// 403, or a refusal that says so.
    Forbidden(ApiProblem),
    /// Too many requests (Q10).
    RateLimited(ApiProblem),
    /// Any other refusal or failure of the server.
    Server(ApiProblem),
    /// Something other than the API answered (X21).
    NotTheApi(ApiProblem),
    /// The answer was JSON and not what the API promises.
    Unreadable,
    /// The name cannot be part of an address.
    Address(SegmentProblem),
    /// The server no longer offers this version of its API (T1).
    VersionGone,
}

impl ReadFailure {
    /// Whether signing in again could help.
    pub fn wants_sign_in(&self) -> bool {
        matches!(self, Self::SignInRefused(_))
    }
}

/// What changed under the form.
#[derive(Debug, Clone, PartialEq)]
pub enum Conflict {
    /// The record is gone.
    Deleted,
    /// The record has other values than the form was loaded from.
    Changed {
        /// The record as it is now.
        theirs: Box<Credential>,
    },
}

/// What reading again after a write showed (X29).
#[derive(Debug, Clone, PartialEq)]
pub enum ReadBack {
    /// Every sent field reads back as sent. A secret cannot be read back.
    Confirmed,
    /// At least one field reads back with another value.
    Differs,
    /// The record could not be read.
    Unavailable,
}

#[cfg(test)]
mod tests {
    use super::{Conflict, Deployment, DetailsLost, Doubt, NotSent, Outcome, ReadFailure};
    use crate::http::Fault;
    use crate::problem::ApiProblem;

    fn problem(status: u16) -> ApiProblem {
        ApiProblem { status, ..ApiProblem::default() }
    }

    #[test]
    fn each_outcome_has_its_code_and_only_three_are_saved_f01() {
        for (outcome, code, is_saved) in [
            (Outcome::NotSent(NotSent::Fault(Fault::Offline)), "not-sent", false),
            (Outcome::Rejected(problem(400)), "rejected", false),
            (Outcome::Saved(Deployment::default()), "saved", true),
            (Outcome::SavedNotDeployed(Deployment::default()), "saved-not-deployed", true),
            (Outcome::SavedDetailsLost(DetailsLost::Unreadable), "saved-details-lost", true),
            (Outcome::Unknown(Doubt::AnotherRecord), "unknown", false),
            (Outcome::Conflict(Conflict::Deleted), "conflict", false),
        ] {
            assert_eq!((outcome.code(), outcome.is_saved()), (code, is_saved), "{outcome:?}");
        }
    }

    #[test]
    fn only_a_401_asks_for_a_new_sign_in_f09() {
        let compare = |failure| Outcome::NotSent(NotSent::Compare(failure));
        for (outcome, wants) in [
            (Outcome::Rejected(problem(401)), true),
            (Outcome::Rejected(problem(403)), false),
            (compare(ReadFailure::SignInRefused(problem(401))), true),
            (compare(ReadFailure::Forbidden(problem(403))), false),
            (Outcome::NotSent(NotSent::Fault(Fault::Offline)), false),
            (Outcome::Unknown(Doubt::Server(problem(401))), false),
            (Outcome::Saved(Deployment::default()), false),
        ] {
            assert_eq!(outcome.wants_sign_in(), wants, "{outcome:?}");
        }
    }

    #[test]
    fn a_doubt_stays_until_a_write_is_saved_x08() {
        let lost = Outcome::Unknown(Doubt::Fault(Fault::TimedOut));
        let offline = Outcome::NotSent(NotSent::Fault(Fault::Offline));
        let refused = Outcome::Rejected(ApiProblem::default());
        let saved = Outcome::Saved(Deployment::default());
        for (tries, doubt) in [
            (vec![&offline, &refused], false),
            (vec![&lost], true),
            (vec![&lost, &offline], true),
            (vec![&lost, &refused, &offline], true),
            (vec![&lost, &saved], false),
            (vec![&lost, &saved, &offline], false),
        ] {
            let after = tries.iter().fold(false, |before, outcome| outcome.doubt_after(before));
            assert_eq!(after, doubt, "{tries:?}");
        }
    }
}
