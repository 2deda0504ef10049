//! Version 7: one object per record, `PUT`, HAL and RFC 9457 (contracts/thousandeyes.md 4).

use serde_json::Value;

use super::{body, capabilities, in_group, outcome, parts, record};
use crate::access::{Access, SignInMethod};
use crate::capabilities::{Capabilities, Untouched};
use crate::credential::{Credential, Scope, ScopeEntry};
use crate::dialect::Change;
use crate::dialect::answer;
use crate::dialect::json::member;
use crate::http::{Method, Reply, Request};
use crate::outcome::{Outcome, ReadFailure};
use crate::path::{Path, SegmentProblem};

/// Nothing is said of a `PUT` with one of the two fields (T3).
pub(in crate::dialect) const CAPABILITIES: Capabilities =
    capabilities(&[SignInMethod::AccessToken], Untouched::NotDocumented);

/// Successes exist as HAL alone, so a client that accepts plain JSON alone may be refused (T21).
const ACCEPT: &str = "application/hal+json, application/json, application/problem+json";

pub(in crate::dialect) fn account_groups(access: &Access) -> Request {
    hal(Request::read(access, Path::of("v7/account-groups")))
}

pub(in crate::dialect) fn interpret_account_groups(reply: Reply) -> Result<Vec<ScopeEntry>, ReadFailure> {
    record::groups(&answer::read(reply)?.value)
}

pub(in crate::dialect) fn list(access: &Access, scope: &Scope) -> Request {
    hal(Request::read(access, in_group(Path::of("v7/credentials"), scope)))
}

pub(in crate::dialect) fn around_list(reply: Reply) -> Result<Value, ReadFailure> {
    Ok(answer::read(reply)?.value)
}

/// A new secret goes with the name, which is known; a rename goes alone, because the secret is not (T3).
pub(in crate::dialect) fn write(
    access: &Access,
    scope: &Scope,
    credential: &Credential,
    change: &Change,
) -> Result<Request, SegmentProblem> {
    let path = Path::of("v7/credentials").value(&credential.id)?;
    let (edit, value) = parts(&change.what);
    let name = edit.map_or(credential.name.as_str(), |edit| &edit.name);
    Ok(hal(Request::write(access, Method::Put, in_group(path, scope), body(Some(name), value))))
}

pub(in crate::dialect) fn interpret_write(reply: Reply, id: &str) -> Outcome {
    outcome(reply, id, Value::take)
}

/// A problem document, or the other shape of 401 (4).
pub(in crate::dialect) fn is_refusal(body: &Value) -> bool {
    let has = |key: &str| member(body, key).is_string();
    has("error") && has("error_description") || has("title") || has("detail")
}

fn hal(request: Request) -> Request {
    Request { accept: ACCEPT, ..request }
}
