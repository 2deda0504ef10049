//! The three documented envelopes around an answer (contracts/apinizer.md 0 and 7, Q1, Q23):
//! generation A has `success` or `error`, B `status` SUCCESS or FAILURE, the legacy edition a mixture.
//! The HTTP status is read before any flag.

use serde_json::Value;

use crate::dialect::answer::{self, Answer};
use crate::http::Reply;
use crate::outcome::{Doubt, Outcome, ReadFailure};

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
    let Answer { value, problem } = answer::read(reply)?;
    match flag(&value) {
        Flag::Success => Ok(value),
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
    let Answer { value, problem } = answer::accepted(reply)?;
    match flag(&value) {
        Flag::Success => Ok(value),
        Flag::Failure if problem.is_explained() => Err(Outcome::Rejected(problem)),
        Flag::Failure | Flag::Unclear => Err(Outcome::Unknown(Doubt::Server(problem))),
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
