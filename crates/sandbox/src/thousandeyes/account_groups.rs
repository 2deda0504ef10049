//! Account groups: the part of an organisation a request speaks of (contract, 2, 3.1).

use rusqlite::{Connection, OptionalExtension, params};

use super::caller::Caller;
use super::refusal::Refusal;

/// An account group the caller is assigned to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AccountGroup {
    pub(super) aid: i64,
    pub(super) name: String,
    /// The group a request without `aid` speaks of.
    pub(super) is_default: bool,
}

/// The groups of the caller.
pub(super) fn list(connection: &Connection, caller: &Caller) -> rusqlite::Result<Vec<AccountGroup>> {
    connection
        .prepare(
            "SELECT aid, name, is_default FROM thousandeyes_account_group JOIN thousandeyes_membership USING (aid)
             WHERE email = ?1 ORDER BY aid",
        )?
        .query_map([&caller.email], |row| {
            Ok(AccountGroup { aid: row.get(0)?, name: row.get(1)?, is_default: row.get(2)? })
        })?
        .collect()
}

/// The group a request speaks of: the one it names, or else the caller's own.
pub(super) fn resolve(connection: &Connection, caller: &Caller, aid: Option<&str>) -> Result<i64, Refusal> {
    let Some(named) = aid else { return Ok(default_of(connection, caller)?) };
    // v7 declares `aid` as a text, so one that is no number is merely unknown.
    let aid: i64 = named.parse().map_err(|_| Refusal::UnknownGroup)?;
    let assigned: Option<bool> = connection
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM thousandeyes_membership WHERE email = ?1 AND aid = ?2)
             FROM thousandeyes_account_group WHERE aid = ?2",
            params![caller.email, aid],
            |row| row.get(0),
        )
        .optional()?;
    match assigned {
        Some(true) => Ok(aid),
        Some(false) => Err(Refusal::ForeignGroup),
        None => Err(Refusal::UnknownGroup),
    }
}

fn default_of(connection: &Connection, caller: &Caller) -> rusqlite::Result<i64> {
    connection.query_row(
        "SELECT aid FROM thousandeyes_membership WHERE email = ?1 AND is_default",
        [&caller.email],
        |row| row.get(0),
    )
}
