//! Projects, roles and credentials in the database.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::credential::Credential;
use super::projects::ADMIN;

/// Name and description of every project.
pub(super) fn projects(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare("SELECT name, description FROM apinizer_project ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

pub(super) fn project_exists(connection: &Connection, project: &str) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM apinizer_project WHERE name = ?1)", [project], |row| row.get(0))
}

pub(super) fn role_exists(connection: &Connection, role: &str) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM apinizer_role WHERE name = ?1)", [role], |row| row.get(0))
}

/// Whether any project has a credential of this name: usernames are unique across all of them.
pub(super) fn username_exists(connection: &Connection, username: &str) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM apinizer_credential WHERE username = ?1)", [username], |row| {
        row.get(0)
    })
}

/// The credentials of a project, disabled and expired ones included; of all projects for [`ADMIN`].
pub(super) fn credentials(connection: &Connection, project: &str) -> rusqlite::Result<Vec<Credential>> {
    connection
        .prepare("SELECT * FROM apinizer_credential WHERE project = ?1 OR ?1 = ?2 ORDER BY username")?
        .query_map([project, ADMIN], read_credential)?
        .collect()
}

/// One credential of a project.
pub(super) fn find_credential(
    connection: &Connection,
    project: &str,
    username: &str,
) -> rusqlite::Result<Option<Credential>> {
    connection
        .prepare("SELECT * FROM apinizer_credential WHERE username = ?1 AND (project = ?2 OR ?2 = ?3)")?
        .query_row([username, project, ADMIN], read_credential)
        .optional()
}

/// Stores a new credential.
pub(super) fn insert_credential(
    connection: &Connection,
    project: &str,
    credential: &Credential,
    password_hash: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO apinizer_credential (username, project, password_hash, email, full_name, description,
             role_name_list, enabled, ip_list, expire_date, metadata)
         VALUES (:username, :project, '', '', '', '', '[]', 0, '[]', NULL, '[]')",
        named_params! { ":username": credential.username, ":project": project },
    )?;
    replace_credential(connection, credential, password_hash)
}

/// Replaces everything but the username and the project.
pub(super) fn replace_credential(
    connection: &Connection,
    credential: &Credential,
    password_hash: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE apinizer_credential SET password_hash = :password_hash, email = :email, full_name = :full_name,
             description = :description, role_name_list = :role_name_list, enabled = :enabled, ip_list = :ip_list,
             expire_date = :expire_date, metadata = :metadata
         WHERE username = :username",
        named_params! {
            ":username": credential.username,
            ":password_hash": password_hash,
            ":email": credential.email,
            ":full_name": credential.full_name,
            ":description": credential.description,
            ":role_name_list": json!(credential.role_name_list).to_string(),
            ":enabled": credential.enabled,
            ":ip_list": json!(credential.ip_list).to_string(),
            ":expire_date": credential.expire_date,
            ":metadata": json!(credential.metadata).to_string(),
        },
    )?;
    Ok(())
}

/// Replaces the password and nothing else.
pub(super) fn replace_password(connection: &Connection, username: &str, password_hash: &str) -> rusqlite::Result<()> {
    connection
        .execute("UPDATE apinizer_credential SET password_hash = ?2 WHERE username = ?1", [username, password_hash])?;
    Ok(())
}

/// Removes a credential for good.
pub(super) fn delete_credential(connection: &Connection, username: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM apinizer_credential WHERE username = ?1", [username])?;
    Ok(())
}

/// A list of texts kept as JSON.
pub(super) fn text_list(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<String>> {
    read_json(column, &row.get::<_, String>(column)?)
}

fn read_credential(row: &Row<'_>) -> rusqlite::Result<Credential> {
    Ok(Credential {
        username: row.get("username")?,
        email: row.get("email")?,
        full_name: row.get("full_name")?,
        description: row.get("description")?,
        role_name_list: read_column(row, "role_name_list")?,
        enabled: row.get("enabled")?,
        ip_list: read_column(row, "ip_list")?,
        expire_date: row.get("expire_date")?,
        metadata: read_column(row, "metadata")?,
    })
}

fn read_column<Value: DeserializeOwned>(row: &Row<'_>, name: &str) -> rusqlite::Result<Value> {
    read_json(row.as_ref().column_index(name)?, &row.get::<_, String>(name)?)
}

fn read_json<Value: DeserializeOwned>(column: usize, text: &str) -> rusqlite::Result<Value> {
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}
