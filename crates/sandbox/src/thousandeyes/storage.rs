//! Credentials in the database.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::credential::Credential;

/// The credentials of an account group, in the order they were made.
pub(super) fn list(connection: &Connection, aid: i64) -> rusqlite::Result<Vec<Credential>> {
    connection
        .prepare("SELECT id, name, value_hash IS NOT NULL FROM thousandeyes_credential WHERE aid = ?1 ORDER BY id")?
        .query_map([aid], read)?
        .collect()
}

/// One credential of an account group.
pub(super) fn find(connection: &Connection, aid: i64, id: i64) -> rusqlite::Result<Option<Credential>> {
    connection
        .prepare("SELECT id, name, value_hash IS NOT NULL FROM thousandeyes_credential WHERE aid = ?1 AND id = ?2")?
        .query_row([aid, id], read)
        .optional()
}

/// Stores a credential; without an id, under a new one.
pub(super) fn insert(
    connection: &Connection,
    aid: i64,
    id: Option<i64>,
    name: &str,
    value_hash: &str,
) -> rusqlite::Result<Credential> {
    connection
        .execute("INSERT INTO thousandeyes_credential VALUES (?1, ?2, ?3, ?4)", params![id, aid, name, value_hash])?;
    Ok(Credential { id: connection.last_insert_rowid(), name: name.to_owned(), has_value: true })
}

pub(super) fn set_name(connection: &Connection, id: i64, name: &str) -> rusqlite::Result<()> {
    connection.execute("UPDATE thousandeyes_credential SET name = ?2 WHERE id = ?1", params![id, name])?;
    Ok(())
}

/// Replaces the value; `None` loses it.
pub(super) fn set_value(connection: &Connection, id: i64, value_hash: Option<&str>) -> rusqlite::Result<()> {
    connection.execute("UPDATE thousandeyes_credential SET value_hash = ?2 WHERE id = ?1", params![id, value_hash])?;
    Ok(())
}

pub(super) fn delete(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM thousandeyes_credential WHERE id = ?1", [id])?;
    Ok(())
}

/// The hash of a stored value, whatever group has it: the proof of what has arrived.
pub(crate) fn value_hash(connection: &Connection, id: &str) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("SELECT value_hash FROM thousandeyes_credential WHERE CAST(id AS TEXT) = ?1", [id], |row| row.get(0))
        .optional()
        .map(Option::flatten)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Credential> {
    Ok(Credential { id: row.get(0)?, name: row.get(1)?, has_value: row.get(2)? })
}
