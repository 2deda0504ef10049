//! Access tokens (section 2.2): a token carries the permissions of its owner, and some expire.

use argon2::password_hash::rand_core::{OsRng, RngCore};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use crate::fingerprint;

/// `expires_in` of the token endpoint, in seconds (section 2.1).
pub(super) const LIFETIME_SECONDS: i64 = 3600;

/// What the owner of a token may do beyond reading (section 2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Permissions {
    /// `IDENTITY` + `MANAGE`.
    pub(super) manage: bool,
    /// `IDENTITY` + `DEPLOY_UNDEPLOY`.
    pub(super) deploy: bool,
}

impl Permissions {
    pub(super) const ALL: Self = Self { manage: true, deploy: true };
}

/// A token the server knows.
#[derive(Debug)]
pub(super) struct KnownToken {
    pub(super) permissions: Permissions,
    expires_at: Option<i64>,
}

impl KnownToken {
    pub(super) fn is_expired_at(&self, now: Timestamp) -> bool {
        self.expires_at.is_some_and(|instant| instant <= now.as_millisecond())
    }
}

/// Makes a token with all permissions that lives [`LIFETIME_SECONDS`].
pub(super) fn issue(connection: &Connection, now: Timestamp) -> rusqlite::Result<String> {
    let mut bytes = [0; 32];
    OsRng.fill_bytes(&mut bytes);
    let token = fingerprint::hexadecimal(&bytes);
    let expires_at = now.saturating_add(SignedDuration::from_secs(LIFETIME_SECONDS)).unwrap_or(now);
    insert(connection, &token, Permissions::ALL, Some(expires_at.as_millisecond()))?;
    Ok(token)
}

/// Stores a token; without an instant it never expires.
pub(super) fn insert(
    connection: &Connection,
    token: &str,
    permissions: Permissions,
    expires_at: Option<i64>,
) -> rusqlite::Result<()> {
    let Permissions { manage, deploy } = permissions;
    connection.execute(
        "INSERT INTO apinizer_token VALUES (?1, ?2, ?3, ?4)",
        params![fingerprint::sha256(token), manage, deploy, expires_at],
    )?;
    Ok(())
}

/// Finds a token, expired ones included.
pub(super) fn find(connection: &Connection, token: &str) -> rusqlite::Result<Option<KnownToken>> {
    connection
        .query_row(
            "SELECT may_manage, may_deploy, expires_at FROM apinizer_token WHERE sha256 = ?1",
            [fingerprint::sha256(token)],
            |row| {
                let permissions = Permissions { manage: row.get(0)?, deploy: row.get(1)? };
                Ok(KnownToken { permissions, expires_at: row.get(2)? })
            },
        )
        .optional()
}

/// Forgets a token, as its owner may do in the vendor's console.
pub(crate) fn revoke(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM apinizer_token WHERE sha256 = ?1", [fingerprint::sha256(token)])?;
    Ok(())
}

/// Lets a token's hour be over.
pub(crate) fn expire(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    connection.execute("UPDATE apinizer_token SET expires_at = 0 WHERE sha256 = ?1", [fingerprint::sha256(token)])?;
    Ok(())
}
