//! The three documented envelopes around an answer (contracts/apinizer.md 0 and 7, Q1, Q23):
//! generation A has `success` or `error`, B `status` SUCCESS or FAILURE, the legacy edition a mixture.
//! The HTTP status is read before any flag.

use serde_json::Value;

use crate::http::{BodyFault, MediaType, Reply, Response};
use crate::outcome::{Deployment, DetailsLost, Doubt, NotSent, Outcome, ReadFailure};
use crate::problem::ApiProblem;

/// What the flags of an answer say.
enum Flag {
    /// Nothing against it.
    Success,
    /// `"success": false` or `"status": "FAILURE"`.
    Failure,
    /// A flag with a value that nobody documented.
    Unclear,
}

/// The answer to a read.
///
/// # Errors
/// Why it is none.
pub(super) fn read(reply: Reply) -> Result<Value, ReadFailure> {
    let response = reply.map_err(ReadFailure::Fault)?;
    let problem = ApiProblem::read(&response);
    if is_rate_limit(&problem) {
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
    if let Err(fault) = response.body {
        return Err(ReadFailure::Body(fault));
    }
    let answer = response.json().filter(Value::is_object).ok_or(ReadFailure::Unreadable)?;
    match flag(&answer) {
        Flag::Success => Ok(answer),
        Flag::Failure => Err(ReadFailure::Server(problem)),
        Flag::Unclear => Err(ReadFailure::Unreadable),
    }
}

/// The list of an answer; a missing list is not an empty one.
pub(super) fn result_list(answer: &Value) -> Result<&Vec<Value>, ReadFailure> {
    answer["resultList"].as_array().ok_or(ReadFailure::Unreadable)
}

/// The answer to a write that was certainly accepted, or the outcome that ends it here (reliability.md 0.4, 2.2).
pub(super) fn accepted(reply: Reply) -> Result<Value, Outcome> {
    let response = reply.map_err(|fault| {
        if fault.never_sent() { Outcome::NotSent(NotSent::Fault(fault)) } else { Outcome::Unknown(Doubt::Fault(fault)) }
    })?;
    if response.is_success() { read_success(&response) } else { Err(refusal(&response)) }
}

fn read_success(response: &Response) -> Result<Value, Outcome> {
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
    let answer = response.json().filter(Value::is_object).ok_or_else(|| lost(DetailsLost::Unreadable))?;
    let problem = ApiProblem::read(response);
    match flag(&answer) {
        Flag::Success => Ok(answer),
        Flag::Failure if problem.is_explained() => Err(Outcome::Rejected(problem)),
        Flag::Failure | Flag::Unclear => Err(Outcome::Unknown(Doubt::Server(problem))),
    }
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

fn flag(answer: &Value) -> Flag {
    let success = match &answer["success"] {
        Value::Null => None,
        Value::Bool(success) => Some(Some(*success)),
        _ => Some(None),
    };
    let status = match &answer["status"] {
        Value::Null => None,
        Value::String(status) if status.eq_ignore_ascii_case("SUCCESS") => Some(Some(true)),
        Value::String(status) if status.eq_ignore_ascii_case("FAILURE") => Some(Some(false)),
        _ => Some(None),
    };
    match (success, status) {
        (Some(Some(false)), _) | (_, Some(Some(false))) => Flag::Failure,
        (Some(None), _) | (_, Some(None)) => Flag::Unclear,
        (None | Some(Some(true)), None | Some(Some(true))) => Flag::Success,
    }
}

/// No HTTP status is documented for the rate limit, only its code (Q10).
fn is_rate_limit(problem: &ApiProblem) -> bool {
    problem.status == 429 || problem.code.as_deref() == Some("rate_limit_exceeded")
}
