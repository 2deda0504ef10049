//! One entry of the audit log.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::zstack::credential::Credential;
use crate::zstack::identifier;

/// What was done to a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::zstack) enum Action {
    Create,
    Update,
    Delete,
    /// Nobody can do it here, as the operation is not published; the demo data tell of one.
    Reveal,
}

impl Action {
    const ALL: [Self; 4] = [Self::Create, Self::Update, Self::Delete, Self::Reveal];

    /// As it is told.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Create => "CREATE",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
            Self::Reveal => "REVEAL",
        }
    }

    /// Whether `text` is a member.
    pub(super) fn is_known(text: &str) -> bool {
        Self::ALL.iter().any(|action| action.name() == text)
    }
}

/// What is written down.
#[derive(Debug)]
pub(in crate::zstack) struct Entry<'event> {
    credential_uuid: &'event str,
    /// The name at that time.
    credential_name: &'event str,
    action: Action,
    operator: &'event str,
    details: &'event str,
}

impl<'event> Entry<'event> {
    /// What `operator` did to `credential`.
    pub(in crate::zstack) fn of(
        credential: &'event Credential,
        action: Action,
        operator: &'event str,
        details: &'event str,
    ) -> Self {
        Self { credential_uuid: &credential.uuid, credential_name: &credential.name, action, operator, details }
    }
}

/// Writes an entry down.
pub(in crate::zstack) fn write(connection: &Connection, entry: &Entry<'_>, at: Timestamp) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO zstack_audit (uuid, credential_uuid, credential_name, action, operator, details, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            identifier::random("log"),
            entry.credential_uuid,
            entry.credential_name,
            entry.action.name(),
            entry.operator,
            entry.details,
            at.as_second(),
        ],
    )?;
    Ok(())
}
