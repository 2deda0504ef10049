//! Tokens: a person makes them in the account settings, sees them once, and can take them back.

use rusqlite::{Connection, params};

use crate::fingerprint;

/// How a token is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// The password of HTTP Basic, with the e-mail as the user; v6 only.
    Basic,
    /// OAuth, in v6 and v7.
    Bearer,
}

impl Scheme {
    /// The name in the token table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Bearer => "bearer",
        }
    }
}

/// Stores a token of `email`.
pub(super) fn insert(connection: &Connection, token: &str, scheme: Scheme, email: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO thousandeyes_token VALUES (?1, ?2, ?3)",
        params![fingerprint::sha256(token), scheme.name(), email],
    )?;
    Ok(())
}

/// Forgets a token of either scheme. The API has one answer for a token that is over and one that never was.
pub(crate) fn revoke(connection: &Connection, token: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM thousandeyes_token WHERE sha256 = ?1", [fingerprint::sha256(token)])?;
    Ok(())
}
