//! What the gateways know: a copy of each credential per environment, as the last deployment it took left it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::projects::ADMIN;
use super::storage::text_list;
use crate::timestamp;

/// A credential in one environment.
#[derive(Debug)]
pub(crate) struct LiveCredential {
    pub(crate) password_hash: String,
    enabled: bool,
    pub(crate) ip_list: Vec<String>,
    pub(crate) expire_date: Option<Timestamp>,
}

impl LiveCredential {
    /// Disabled and expired credentials cannot authenticate (section 4).
    pub(crate) fn is_usable_at(&self, now: Timestamp) -> bool {
        self.enabled && self.expire_date.is_none_or(|expires| now < expires)
    }
}

/// The copy of a credential in an environment.
pub(crate) fn find(
    connection: &Connection,
    environment: &str,
    username: &str,
) -> rusqlite::Result<Option<LiveCredential>> {
    connection
        .query_row(
            "SELECT password_hash, enabled, ip_list, expire_date FROM apinizer_live
             WHERE environment = ?1 AND username = ?2",
            [environment, username],
            |row| {
                let expire_date: Option<String> = row.get(3)?;
                Ok(LiveCredential {
                    password_hash: row.get(0)?,
                    enabled: row.get(1)?,
                    ip_list: text_list(row, 2)?,
                    expire_date: expire_date.as_deref().and_then(timestamp::parse),
                })
            },
        )
        .optional()
}

/// Copies the stored record into an environment.
pub(super) fn deploy(connection: &Connection, environment: &str, username: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO apinizer_live
         SELECT ?1, username, password_hash, enabled, ip_list, expire_date FROM apinizer_credential WHERE username = ?2",
        params![environment, username],
    )?;
    Ok(())
}

/// Copies every stored record of a project into an environment; those of all projects for [`ADMIN`].
pub(super) fn deploy_project(connection: &Connection, environment: &str, project: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO apinizer_live
         SELECT ?1, username, password_hash, enabled, ip_list, expire_date FROM apinizer_credential
         WHERE project = ?2 OR ?2 = ?3",
        [environment, project, ADMIN],
    )?;
    Ok(())
}

/// Removes the copy from an environment.
pub(super) fn undeploy(connection: &Connection, environment: &str, username: &str) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM apinizer_live WHERE environment = ?1 AND username = ?2", [environment, username])?;
    Ok(())
}
