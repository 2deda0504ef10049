//! Version 6: `.json` paths, verbs in the path, a list around every record (contracts/thousandeyes.md 2 and 3).

use serde_json::Value;

use super::{body, capabilities, in_group, outcome, parts, record};
use crate::access::{Access, SignInMethod};
use crate::capabilities::{Capabilities, Untouched};
use crate::credential::{Credential, Scope, ScopeEntry};
use crate::dialect::Change;
use crate::dialect::answer::{self, Answer};
use crate::dialect::json::member;
use crate::http::{Fault, Method, Reply, Request};
use crate::outcome::{Outcome, ReadFailure};
use crate::path::{Path, SegmentProblem};

/// An update sets only the fields that it carries (T2).
pub(in crate::dialect) const CAPABILITIES: Capabilities =
    capabilities(&[SignInMethod::AccessToken, SignInMethod::EmailAndApiToken], Untouched::Kept);

pub(in crate::dialect) fn account_groups(access: &Access) -> Request {
    Request::read(access, Path::of("v6/account-groups.json"))
}

pub(in crate::dialect) fn interpret_account_groups(reply: Reply) -> Result<Vec<ScopeEntry>, ReadFailure> {
    record::groups(&read(reply)?.value)
}

pub(in crate::dialect) fn list(access: &Access, scope: &Scope) -> Request {
    Request::read(access, in_group(Path::of("v6/credentials.json"), scope))
}

pub(in crate::dialect) fn around_list(reply: Reply) -> Result<Value, ReadFailure> {
    Ok(read(reply)?.value)
}

/// Sends what changed and nothing else: a rename without `value`, a new secret without `name` (T2).
pub(in crate::dialect) fn write(
    access: &Access,
    scope: &Scope,
    credential: &Credential,
    change: &Change,
) -> Result<Request, SegmentProblem> {
    let path = Path::of("v6/credentials").value(&credential.id)?.then("update.json");
    let (edit, value) = parts(&change.what);
    let name = edit.map(|edit| edit.name.as_str()).filter(|name| *name != credential.name || value.is_none());
    Ok(Request::write(access, Method::Post, in_group(path, scope), body(name, value)))
}

pub(in crate::dialect) fn interpret_write(reply: Reply, id: &str) -> Outcome {
    outcome(reply, id, |answer| answer.pointer_mut("/credentials/0").map(Value::take).unwrap_or_default())
}

/// A server that no longer offers this version answers a list with a redirect, 404 or 410; it is not followed (T1).
fn read(reply: Reply) -> Result<Answer, ReadFailure> {
    match &reply {
        Err(Fault::Redirected) => Err(ReadFailure::VersionGone),
        Ok(response) if matches!(response.status, 301 | 404 | 410) => Err(ReadFailure::VersionGone),
        Ok(_) | Err(_) => answer::read(reply),
    }
}

/// Only the vendor's own library says what a refusal is made of (2.4); one for a bad bearer token may be that of v7.
pub(in crate::dialect) fn is_refusal(body: &Value) -> bool {
    member(body, "errorMessage").is_string() || super::v7::is_refusal(body)
}
