//! Access tokens. How one is issued is not published (section 4.7), so there are only those of the demo data.

use rusqlite::{Connection, OptionalExtension, params};

use crate::fingerprint;

/// A token the server knows.
#[derive(Debug)]
pub(super) struct KnownToken {
    /// Who acts with it: `createdBy` of what they create.
    pub(super) principal: String,
    pub(super) may_write: bool,
    pub(super) is_expired: bool,
}

/// Stores a token.
pub(super) fn insert(connection: &Connection, token: &str, principal: &str, may_write: bool) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO zstack_token VALUES (?1, ?2, ?3, FALSE)",
        params![fingerprint::sha256(token), principal, may_write],
    )?;
    Ok(())
}

/// Finds a token, expired ones included.
pub(super) fn find(connection: &Connection, token: &str) -> rusqlite::Result<Option<KnownToken>> {
    connection
        .query_row(
            "SELECT principal, may_write, is_expired FROM zstack_token WHERE sha256 = ?1",
            [fingerprint::sha256(token)],
            |row| Ok(KnownToken { principal: row.get(0)?, may_write: row.get(1)?, is_expired: row.get(2)? }),
        )
        .optional()
}

/// Forgets a token, as its owner may do in the vendor's console.
pub(crate) fn revoke(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM zstack_token WHERE sha256 = ?1", [fingerprint::sha256(token)])?;
    Ok(())
}

/// Lets a token's time be over.
pub(crate) fn expire(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    connection.execute("UPDATE zstack_token SET is_expired = TRUE WHERE sha256 = ?1", [fingerprint::sha256(token)])?;
    Ok(())
}
