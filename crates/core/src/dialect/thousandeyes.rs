//! ThousandEyes (contracts/thousandeyes.md): two versions of one API, which share what a credential is and differ in
//! how it is carried.

mod record;
#[cfg(test)]
mod tests;
pub(super) mod v6;
pub(super) mod v7;

use serde_json::{Map, Value};

use crate::access::SignInMethod;
use crate::capabilities::{Capabilities, EditSecret, ExpiryRules, Field, ScopeKind, SecretNoun, Untouched};
use crate::credential::{Entry, Scope};
use crate::dialect::What;
use crate::dialect::json::text;
use crate::dialect::list_body::Records;
use crate::draft::CredentialEdit;
use crate::http::{Body, Reply};
use crate::outcome::{Deployment, DetailsLost, Doubt, Outcome};
use crate::path::Path;
use crate::secret::Secret;

/// What both versions can do; each says for itself how one signs in and what an edit leaves alone.
const fn capabilities(sign_in: &'static [SignInMethod], untouched: Untouched) -> Capabilities {
    Capabilities {
        fields: &[Field::Name],
        edit_secret: EditSecret::Optional(untouched),
        deploys: false,
        scope: ScopeKind::AccountGroup,
        secret_noun: SecretNoun::Value,
        sign_in,
        expiry: ExpiryRules { removable: true, past_refused: true },
        operator: false,
        found_by_name: true,
        secret_has_lines: false,
        health: false,
        statistics: false,
        // Half of what the organisation is allowed (2.2): other programs of it use the same window.
        requests_per_minute: Some(120),
    }
}

/// The records of a list's answer.
pub(super) const RECORDS: Records = Records { member: "credentials", names: record::NAMES, read: record::read };

/// Every call on credentials names its account group (T16).
fn in_group(path: Path, scope: &Scope) -> Path {
    path.query("aid", scope.key())
}

/// The name and the new secret of a change.
fn parts(what: &What) -> (Option<&CredentialEdit>, Option<&Secret>) {
    match what {
        What::Secret(secret) => (None, Some(secret)),
        What::Details { edit, secret } => (Some(edit), secret.as_ref()),
    }
}

/// A body of a name and a value, each where it is sent.
fn body(name: Option<&str>, value: Option<&Secret>) -> Body {
    let mut members = Map::new();
    if let Some(name) = name {
        members.insert("name".to_owned(), text(name));
    }
    Body::json(&members, value.map(|value| ("value", value)))
}

/// What came of a write: accepted only if the answer names the record that was written (T19); one that names another
/// record proves nothing about ours (X44). `record` finds it in the body.
fn outcome(reply: Reply, id: &str, record: fn(&mut Value) -> Value) -> Outcome {
    match super::answer::accepted(reply) {
        Err(outcome) => outcome,
        Ok(mut answer) => match RECORDS.entry(record(&mut answer.value)) {
            Entry::Readable(stored) if stored.id == id => Outcome::Saved(Deployment::default()),
            Entry::Readable(_) => Outcome::Unknown(Doubt::AnotherRecord),
            Entry::Unreadable(_) => Outcome::SavedDetailsLost(DetailsLost::Unreadable),
        },
    }
}
