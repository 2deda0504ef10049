//! Credentials in the database.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde_json::Value;

use super::credential::Credential;

/// The credentials, all or those of a component, in the order they were made.
pub(super) fn all(connection: &Connection, component_uuid: Option<&str>) -> rusqlite::Result<Vec<Credential>> {
    connection
        .prepare("SELECT * FROM zstack_credential WHERE ?1 IS NULL OR component_uuid = ?1 ORDER BY number")?
        .query_map([component_uuid], read)?
        .collect()
}

/// One credential.
pub(super) fn find(connection: &Connection, uuid: &str) -> rusqlite::Result<Option<Credential>> {
    connection.prepare("SELECT * FROM zstack_credential WHERE uuid = ?1")?.query_row([uuid], read).optional()
}

/// The hash of a stored value, for the proof that it arrived.
pub(crate) fn stored_hash(connection: &Connection, uuid: &str) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("SELECT value_hash FROM zstack_credential WHERE uuid = ?1", [uuid], |row| row.get(0))
        .optional()
}

/// Whether a credential other than `uuid` has this name.
pub(super) fn is_name_taken(connection: &Connection, name: &str, uuid: &str) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM zstack_credential WHERE name = ?1 AND uuid <> ?2)",
        [name, uuid],
        |row| row.get(0),
    )
}

/// Stores a new credential.
pub(super) fn insert(connection: &Connection, credential: &Credential, value_hash: &str) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO zstack_credential (uuid, name, description, kind, odd_health, expires_at, created_by,
             create_date, last_op_date, component_uuid, value_hash)
         VALUES (:uuid, :name, :description, :kind, :odd_health, :expires_at, :created_by,
             :create_date, :last_op_date, :component_uuid, :value_hash)",
        named_params! {
            ":uuid": credential.uuid,
            ":name": credential.name,
            ":description": credential.description,
            ":kind": credential.kind.to_string(),
            ":odd_health": credential.odd_health.as_ref().map(Value::to_string),
            ":expires_at": credential.expires_at,
            ":created_by": credential.created_by,
            ":create_date": credential.create_date,
            ":last_op_date": credential.last_op_date,
            ":component_uuid": credential.component_uuid,
            ":value_hash": value_hash,
        },
    )?;
    Ok(())
}

/// Replaces what an update may change, but for the value.
pub(super) fn replace(connection: &Connection, credential: &Credential) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE zstack_credential SET name = :name, description = :description, expires_at = :expires_at,
             last_op_date = :last_op_date
         WHERE uuid = :uuid",
        named_params! {
            ":uuid": credential.uuid,
            ":name": credential.name,
            ":description": credential.description,
            ":expires_at": credential.expires_at,
            ":last_op_date": credential.last_op_date,
        },
    )?;
    Ok(())
}

/// Replaces the value and nothing else.
pub(super) fn replace_value(connection: &Connection, uuid: &str, value_hash: &str) -> rusqlite::Result<()> {
    connection.execute("UPDATE zstack_credential SET value_hash = ?2 WHERE uuid = ?1", [uuid, value_hash])?;
    Ok(())
}

/// Removes a credential for good.
pub(super) fn delete(connection: &Connection, uuid: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM zstack_credential WHERE uuid = ?1", [uuid])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Credential> {
    let odd_health: Option<String> = row.get("odd_health")?;
    Ok(Credential {
        uuid: row.get("uuid")?,
        name: row.get("name")?,
        description: row.get("description")?,
        kind: read_json(&row.get::<_, String>("kind")?)?,
        odd_health: odd_health.as_deref().map(read_json).transpose()?,
        expires_at: row.get("expires_at")?,
        created_by: row.get("created_by")?,
        create_date: row.get("create_date")?,
        last_op_date: row.get("last_op_date")?,
        component_uuid: row.get("component_uuid")?,
    })
}

fn read_json(text: &str) -> rusqlite::Result<Value> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
