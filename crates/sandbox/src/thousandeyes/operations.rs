//! What both versions do with a credential. The words in `effects` stand in the truth log.

use rusqlite::Connection;

use super::credential::Credential;
use super::refusal::Refusal;
use super::settings::OmittedField;
use super::storage;
use super::submission::{self, Submission};
use crate::password_hash;

/// A changed credential, and what has changed.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) credential: Credential,
    pub(super) effects: Vec<&'static str>,
}

/// One credential of an account group.
pub(super) fn read(connection: &Connection, aid: i64, id: &str) -> Result<Credential, Refusal> {
    let unknown = || Refusal::NoSuchCredential(id.to_owned());
    let number: i64 = id.parse().map_err(|_| unknown())?;
    // A number has one spelling: `0405` and `+405` are no ids.
    if number.to_string() != id {
        return Err(unknown());
    }
    storage::find(connection, aid, number)?.ok_or_else(unknown)
}

/// Stores a new credential. No page speaks of a name that is taken, so it may be taken.
pub(super) fn create(connection: &Connection, aid: i64, submission: Submission) -> Result<Change, Refusal> {
    let (name, value) = submission.complete()?;
    let credential = storage::insert(connection, aid, None, &name, &password_hash::hash(&value)?)?;
    Ok(Change { credential, effects: vec!["created"] })
}

/// Sets what was sent; `omitted` decides about the rest.
pub(super) fn update(
    connection: &Connection,
    credential: Credential,
    submission: Submission,
    omitted: OmittedField,
) -> Result<Change, Refusal> {
    let Credential { id, mut name, mut has_value } = credential;
    let mut effects = Vec::new();
    match (submission.name, omitted) {
        (Some(new), _) => {
            storage::set_name(connection, id, &new)?;
            name = new;
            effects.push("name-set");
        }
        (None, OmittedField::Keeps) => {}
        (None, OmittedField::Clears) => return Err(submission::missing("name")),
    }
    match (submission.value, omitted) {
        (Some(new), _) => {
            storage::set_value(connection, id, Some(&password_hash::hash(&new)?))?;
            has_value = true;
            effects.push("value-set");
        }
        (None, OmittedField::Keeps) => {}
        (None, OmittedField::Clears) => {
            storage::set_value(connection, id, None)?;
            has_value = false;
            effects.push("value-lost");
        }
    }
    Ok(Change { credential: Credential { id, name, has_value }, effects })
}

/// Removes a credential for good.
pub(super) fn delete(connection: &Connection, credential: Credential) -> Result<Change, Refusal> {
    storage::delete(connection, credential.id)?;
    Ok(Change { credential, effects: vec!["deleted"] })
}
