//! The credentials of ZStack Cloud, below `/api/v1` (contracts/zstack.md).

mod record;
#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::access::{Access, SignInMethod};
use crate::capabilities::{Capabilities, EditSecret, ExpiryRules, Field, ScopeKind, SecretNoun, Untouched};
use crate::credential::{Credential, Entry};
use crate::dialect::json::{member, plain};
use crate::dialect::list_body::Records;
use crate::dialect::{Change, What, answer};
use crate::http::{Body, MediaType, Method, Reply, Request};
use crate::outcome::{Deployment, DetailsLost, Doubt, Outcome, ReadFailure};
use crate::path::{Path, SegmentProblem};
use crate::statistics::Statistics;

/// `PUT` changes the metadata or the value (3); that an omitted value stays is implied and not said (Z2).
pub(super) const CAPABILITIES: Capabilities = Capabilities {
    fields: &[Field::Name, Field::Description, Field::Expiry],
    edit_secret: EditSecret::Optional(Untouched::NotDocumented),
    deploys: false,
    scope: ScopeKind::System,
    secret_noun: SecretNoun::Value,
    sign_in: &[SignInMethod::AccessToken],
    expiry: ExpiryRules { removable: false, past_refused: false },
    operator: true,
    found_by_name: false,
    secret_has_lines: true,
    health: true,
    statistics: true,
    requests_per_minute: None,
};

/// How many records one answer is asked for (Z10).
const LIMIT: usize = 100;

/// A list longer than this is broken off: a server that never ends it must not fill the memory.
const LONGEST_LIST: usize = 100_000;

pub(super) fn list(access: &Access, skip: usize) -> Request {
    let path = Path::of("api/v1/credentials").query("limit", &LIMIT.to_string());
    Request::read(access, path.query("offset", &skip.to_string()))
}

/// The list ends at its `total` where there is one, else with an answer that holds nothing. The contract takes fewer
/// records than asked for as the end (Z10), but the largest `limit` is not documented either: a server that gives 50
/// at most would then seem to have no more than 50.
pub(super) fn next(around: &Value, skip: usize, count: usize) -> Option<usize> {
    let total = plain(member(around, "total")).and_then(|total| total.parse::<usize>().ok());
    let next = skip + count;
    let is_end = count == 0 || next >= total.unwrap_or(LONGEST_LIST);
    (!is_end).then_some(next)
}

/// The records of a list's answer.
pub(super) const RECORDS: Records = Records { member: "items", names: record::NAMES, read: record::read };

pub(super) fn around_list(reply: Reply) -> Result<Value, ReadFailure> {
    Ok(answer::read(reply)?.value)
}

pub(super) fn look(access: &Access, id: &str) -> Result<Request, SegmentProblem> {
    Ok(Request::read(access, address(id)?))
}

/// 404 in the API's own words means that it is gone; a page that says 404 does not.
pub(super) fn interpret_look(reply: Reply, id: &str) -> Result<Option<Credential>, ReadFailure> {
    let is_gone = |status, kind, empty| status == 404 && (kind == MediaType::Json || empty);
    if let Ok(response) = &reply
        && is_gone(response.status, response.media_type(), response.is_empty())
    {
        return Ok(None);
    }
    match RECORDS.entry(answer::read(reply)?.value) {
        Entry::Readable(credential) if credential.id == id => Ok(Some(credential)),
        Entry::Readable(_) | Entry::Unreadable(_) => Err(ReadFailure::Unreadable),
    }
}

/// The four readable fields always, `value` only when one was typed (3.2).
pub(super) fn write(access: &Access, credential: &Credential, change: &Change) -> Result<Request, SegmentProblem> {
    let (edit, value) = match &change.what {
        What::Secret(value) => (None, Some(value)),
        What::Details { edit, secret } => (Some(edit), secret.as_ref()),
    };
    let members = record::write(credential, edit, change.operator.as_deref());
    let body = Body::json(&members, value.map(|value| ("value", value)));
    Ok(Request::write(access, Method::Put, address(&credential.id)?, body))
}

/// Synchronous: 200 with the record is the result (1).
pub(super) fn interpret_write(reply: Reply, id: &str) -> Outcome {
    match answer::accepted(reply) {
        Err(outcome) => outcome,
        Ok(answer) => match RECORDS.entry(answer.value) {
            Entry::Readable(stored) if stored.id == id => Outcome::Saved(Deployment::default()),
            // Another record proves nothing about ours (X44).
            Entry::Readable(_) => Outcome::Unknown(Doubt::AnotherRecord),
            Entry::Unreadable(_) => Outcome::SavedDetailsLost(DetailsLost::Unreadable),
        },
    }
}

pub(super) fn statistics(access: &Access) -> Request {
    Request::read(access, Path::of("api/v1/credentials/statistics"))
}

/// A server without counters, or with other ones, is no failure: the list stands without them.
pub(super) fn interpret_statistics(reply: Reply) -> Option<Statistics> {
    let answer = answer::read(reply).ok()?;
    let count = |key: &str| {
        plain(member(&answer.value, key))
            .filter(|count| count.len() <= 12 && count.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let statistics = Statistics {
        total: count("total"),
        ok: count("ok"),
        expiring: count("expiring"),
        expired: count("expired"),
        unknown: count("unknown"),
    };
    (statistics != Statistics::default()).then_some(statistics)
}

/// One record at most: a proxy may sign what the page does not.
pub(super) fn probe() -> Request {
    Request::read(&Access::Proxy, Path::of("api/v1/credentials").query("limit", "1"))
}

/// `error` as an object or a text, or the shape of a gRPC gateway (5).
pub(super) fn is_refusal(body: &Value) -> bool {
    let error = member(body, "error");
    let gateway = member(body, "code").is_number() && member(body, "message").is_string();
    gateway || error.is_object() || error.is_string() && member(body, "error_description").is_null()
}

/// `statistics` stands where an id stands and is no credential (Z19).
fn address(id: &str) -> Result<Path, SegmentProblem> {
    if id == "statistics" { Err(SegmentProblem::Reserved) } else { Path::of("api/v1/credentials").value(id) }
}
