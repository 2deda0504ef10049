//! Apinizer's management API, below `/apiops` (contracts/apinizer.md).

mod deployment;
mod envelope;
mod record;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use crate::access::{Access, Granted, SignInMethod};
use crate::capabilities::{Capabilities, EditSecret, ExpiryRules, Field, ScopeKind, SecretNoun};
use crate::credential::{Credential, Scope, ScopeEntry};
use crate::dialect::json::member;
use crate::dialect::list_body::Records;
use crate::dialect::{Change, What};
use crate::http::{Body, JSON, Method, Patience, Reply, Request, wipe};
use crate::issue::Issue;
use crate::outcome::{Outcome, ReadFailure};
use crate::path::{Path, SegmentProblem};
use crate::secret::Secret;

/// `PUT` replaces the record and always sets the password (Q2); every write deploys to all environments.
pub(super) const CAPABILITIES: Capabilities = Capabilities {
    fields: &[
        Field::FullName,
        Field::Email,
        Field::Description,
        Field::Roles,
        Field::Addresses,
        Field::Enabled,
        Field::Expiry,
    ],
    edit_secret: EditSecret::Required,
    deploys: true,
    scope: ScopeKind::Project,
    secret_noun: SecretNoun::Password,
    sign_in: &[SignInMethod::AccessToken, SignInMethod::UserNameAndPassword],
    expiry: ExpiryRules { removable: true, past_refused: true },
    operator: false,
    found_by_name: false,
    secret_has_lines: false,
    health: false,
    statistics: false,
    requests_per_minute: None,
};

/// Rows 2 to 4 of section 9.
pub(super) fn documented_text(issue: &Issue) -> Option<&'static str> {
    match issue {
        Issue::SecretEmpty => Some("Credential password can not be empty!"),
        Issue::FullNameEmpty => Some("Credential full name can not be empty!"),
        Issue::EmailEmpty => Some("Credential email can not be empty!"),
        _ => None,
    }
}

/// Exchanges a user name and a password for a token (section 2).
pub(super) fn token_request(user_name: &str, password: &Secret) -> Request {
    Request {
        method: Method::Post,
        path: Path::of("apiops/auth/token"),
        accept: JSON,
        authorization: None,
        body: Some(Body::form(&[
            ("grant_type", "client_credentials"),
            ("client_id", user_name),
            ("client_secret", password.expose()),
        ])),
        patience: Patience::Exchange,
    }
}

pub(super) fn interpret_sign_in(reply: Reply) -> Result<Granted, ReadFailure> {
    let mut answer = envelope::read(reply)?;
    let granted = &answer;
    let token = Secret::new(granted["access_token"].as_str().unwrap_or_default().to_owned());
    let expires_in = granted["expires_in"].as_u64().and_then(|seconds| u32::try_from(seconds).ok());
    wipe(&mut answer);
    let access = Access::bearer(&token).map_err(|_| ReadFailure::Unreadable)?;
    Ok(Granted { access, expires_in })
}

pub(super) fn projects(access: &Access) -> Request {
    Request::read(access, Path::of("apiops/projects").slash())
}

pub(super) fn interpret_projects(reply: Reply) -> Result<Vec<ScopeEntry>, ReadFailure> {
    let answer = envelope::read(reply)?;
    let names = envelope::result_list(&answer)?.iter().filter_map(|project| project["name"].as_str());
    Ok(names.map(ScopeEntry::project).collect())
}

pub(super) fn list(access: &Access, scope: &Scope) -> Result<Request, SegmentProblem> {
    Ok(Request::read(access, credentials(scope)?.slash()))
}

/// The records of a list's answer.
pub(super) const RECORDS: Records = Records { member: "resultList", names: record::NAMES, read: record::read };

pub(super) fn around_list(reply: Reply) -> Result<Value, ReadFailure> {
    envelope::read(reply)
}

/// `PATCH` for the password alone, `PUT` for the whole record.
pub(super) fn write(
    access: &Access,
    scope: &Scope,
    credential: &Credential,
    change: &Change,
) -> Result<Request, SegmentProblem> {
    let collection = credentials(scope)?;
    let (method, path, record, password) = match &change.what {
        What::Secret(password) => {
            (Method::Patch, collection.value(&credential.id)?.slash(), Map::new(), Some(password))
        }
        What::Details { edit, secret } => {
            (Method::Put, collection.slash(), record::write(credential, edit), secret.as_ref())
        }
    };
    let body = Body::json(&record, password.map(|password| ("password", password)));
    Ok(Request::write(access, method, path, body))
}

pub(super) fn interpret_write(reply: Reply) -> Outcome {
    match envelope::accepted(reply) {
        Ok(answer) => deployment::outcome(answer.get("deploymentResult").unwrap_or(&Value::Null)),
        Err(outcome) => outcome,
    }
}

/// A refusal of any generation: `error` and `error_description`, or `status` and `resultMessage` (section 7).
pub(super) fn is_refusal(body: &Value) -> bool {
    let has = |key: &str| member(body, key).is_string();
    has("error") && has("error_description") || has("status") && has("resultMessage")
}

fn credentials(scope: &Scope) -> Result<Path, SegmentProblem> {
    Ok(Path::of("apiops/projects").value(scope.key())?.then("credentials"))
}
