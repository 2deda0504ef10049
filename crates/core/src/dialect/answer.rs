//! What every answer over HTTP says before a dialect reads its body: the status is read first, then the kind of the
//! body, then the body (reliability.md 0.4 and 2.2).

use serde_json::Value;
use zeroize::Zeroize;

use crate::http::{BodyFault, MediaType, Reply, Response};
use crate::outcome::{Deployment, DetailsLost, Doubt, NotSent, Outcome, ReadFailure};
use crate::problem::ApiProblem;

/// An answer of success whose body is a JSON object.
pub(super) struct Answer {
    /// The object.
    pub(super) value: Value,
    /// What it says of itself, should a flag in it deny the success.
    pub(super) problem: ApiProblem,
}

/// An answer whose bytes are wiped when it has been read: a server may send a secret back (T6).
struct Wiped(Response);

impl Drop for Wiped {
    fn drop(&mut self) {
        if let Ok(bytes) = &mut self.0.body {
            bytes.zeroize();
        }
    }
}

/// The answer to a read.
///
/// # Errors
/// Why it is none.
pub(super) fn read(reply: Reply) -> Result<Answer, ReadFailure> {
    let wiped = Wiped(reply.map_err(ReadFailure::Fault)?);
    let response = &wiped.0;
    let problem = ApiProblem::read(response);
    if problem.is_rate_limit() {
        return Err(ReadFailure::RateLimited(problem));
    }
    match response.status {
        401 => return Err(ReadFailure::SignInRefused(problem)),
        403 => return Err(ReadFailure::Forbidden(problem)),
        300..=599 if !problem.is_explained() && response.media_type() == MediaType::Foreign => {
            return Err(ReadFailure::NotTheApi(problem));
        }
        _ if !response.is_success() => return Err(ReadFailure::Server(problem)),
        _ => {}
    }
    if response.media_type() != MediaType::Json {
        return Err(ReadFailure::NotTheApi(problem));
    }
    if let Err(fault) = &response.body {
        return Err(ReadFailure::Body(*fault));
    }
    let value = response.json().filter(Value::is_object).ok_or(ReadFailure::Unreadable)?;
    Ok(Answer { value, problem })
}

/// The answer to a write that HTTP calls a success, or the outcome that ends it here.
pub(super) fn accepted(reply: Reply) -> Result<Answer, Outcome> {
    let wiped = Wiped(reply.map_err(|fault| {
        if fault.never_sent() { Outcome::NotSent(NotSent::Fault(fault)) } else { Outcome::Unknown(Doubt::Fault(fault)) }
    })?);
    if wiped.0.is_success() { read_success(&wiped.0) } else { Err(refusal(&wiped.0)) }
}

fn read_success(response: &Response) -> Result<Answer, Outcome> {
    let lost = |details| Outcome::SavedDetailsLost(details);
    match response.media_type() {
        MediaType::Json => {}
        // 204 has no body and so no type; any other answer without a type is somebody else's (H-06).
        MediaType::Missing if response.status == 204 => {
            return Err(lost(DetailsLost::NotReported(Deployment::default())));
        }
        MediaType::Foreign | MediaType::Missing => {
            return Err(Outcome::Unknown(Doubt::NotTheApi(ApiProblem::read(response))));
        }
    }
    if let Err(fault @ (BodyFault::Cut | BodyFault::Stalled | BodyFault::TooLarge(_))) = response.body {
        return Err(lost(DetailsLost::Body(fault)));
    }
    let value = response.json().filter(Value::is_object).ok_or_else(|| lost(DetailsLost::Unreadable))?;
    Ok(Answer { value, problem: ApiProblem::read(response) })
}

/// A status other than 2xx. Only a refusal that an API would give proves that nothing changed.
fn refusal(response: &Response) -> Outcome {
    let problem = ApiProblem::read(response);
    match response.status {
        401 | 429 => Outcome::Rejected(problem),
        // Some endpoints answer 404 with nothing in it (contracts/apinizer.md 7.2).
        404 if response.is_empty() => Outcome::Rejected(problem),
        // 408: the server gave up waiting, perhaps after it had read enough.
        400..=499 if response.status != 408 && response.media_type() == MediaType::Json && problem.is_explained() => {
            Outcome::Rejected(problem)
        }
        _ if response.media_type() == MediaType::Foreign => Outcome::Unknown(Doubt::NotTheApi(problem)),
        _ => Outcome::Unknown(Doubt::Server(problem)),
    }
}
