//! Why a read gave nothing, and what a server said.

use rekey_core::http::{BodyFault, Fault};
use rekey_core::outcome::ReadFailure;
use rekey_core::problem::ApiProblem;

use super::number::number;
use super::{Phrase, catalogue as text};

/// A reason in our words, and the server's own beside it.
pub struct Words {
    /// Ours.
    pub ours: Phrase,
    /// The server's, word for word; quoted and marked as theirs (P-07).
    pub theirs: Option<String>,
    /// The HTTP status, for the details.
    pub status: Option<u16>,
}

/// Why a read gave nothing. `place` is the connection's address or label.
pub fn read_failure(failure: &ReadFailure, place: &str) -> Words {
    let ours = match failure {
        ReadFailure::Fault(reason) => fault(reason, place),
        ReadFailure::Body(reason) => body(reason),
        ReadFailure::SignInRefused(_) => text::read_refused().into(),
        ReadFailure::Forbidden(_) => text::read_forbidden().into(),
        ReadFailure::RateLimited(problem) => match problem.retry_after {
            Some(seconds) => text::read_limited_for(&seconds.to_string()),
            None => text::read_limited().into(),
        },
        ReadFailure::Server(problem) => text::read_server(&problem.status.to_string()),
        ReadFailure::NotTheApi(problem) => text::read_not_the_api(&problem.status.to_string()),
        ReadFailure::Unreadable => text::read_unreadable().into(),
        ReadFailure::Address(_) => text::read_address().into(),
        ReadFailure::VersionGone => text::read_version_gone().into(),
    };
    match failure {
        ReadFailure::SignInRefused(problem)
        | ReadFailure::Forbidden(problem)
        | ReadFailure::RateLimited(problem)
        | ReadFailure::Server(problem)
        | ReadFailure::NotTheApi(problem) => Words { ours, theirs: said(problem), status: Some(problem.status) },
        ReadFailure::Fault(_)
        | ReadFailure::Body(_)
        | ReadFailure::Unreadable
        | ReadFailure::Address(_)
        | ReadFailure::VersionGone => Words { ours, theirs: None, status: None },
    }
}

/// Why there is no answer.
pub(super) fn fault(fault: &Fault, place: &str) -> Phrase {
    match fault {
        Fault::Offline => text::fault_offline().into(),
        Fault::BlockedByPolicy(origin) => text::fault_policy(origin),
        Fault::Unreachable => text::fault_unreachable(place),
        Fault::TimedOut => text::fault_timed_out().into(),
        Fault::Stopped => text::fault_stopped().into(),
        Fault::Withdrawn => text::fault_withdrawn().into(),
        Fault::Redirected => text::fault_redirected().into(),
    }
}

/// Why an answer was not read to its end.
pub(super) fn body(fault: &BodyFault) -> Phrase {
    match fault {
        BodyFault::Cut => text::body_cut().into(),
        BodyFault::Stalled => text::body_stalled().into(),
        BodyFault::TooLarge(limit) => text::body_too_large(&number(*limit)),
    }
}

/// The server's words: its sentence, else its code, else the title of the page that answered.
pub(super) fn said(problem: &ApiProblem) -> Option<String> {
    let title = || problem.page_title.as_deref().map(|title| text::read_page_title(title).text());
    let fields = problem.fields.iter().map(|(field, words)| match field.as_str() {
        "" => words.clone(),
        field => [field, ": ", words].concat(),
    });
    let sentence = problem.text.clone().or_else(|| problem.code.clone()).or_else(title);
    let all: Vec<String> = sentence.into_iter().chain(fields).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}
