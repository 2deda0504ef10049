//! Projects (section 3.1), and what a missing one is called.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::authorization::Caller;
use super::envelope::{Answer, Generation, Refusal, Success};
use super::{messages, storage};
use crate::application::Application;
use crate::fingerprint;

/// The special project whose list holds the credentials of all projects.
pub(super) const ADMIN: &str = "admin";

/// `GET /apiops/projects/`: `status` is the flag of this list in all generations, even A.
pub(super) async fn list(_caller: Caller, State(application): State<Arc<Application>>) -> Response {
    let generation = application.settings().generation;
    let envelope = if generation == Generation::A { Generation::L } else { generation };
    envelope.respond(application.database.read(|connection| listing(connection, generation)))
}

fn listing(connection: &Connection, generation: Generation) -> Answer {
    let projects = storage::projects(connection)?;
    let describe = |(name, description): (String, String)| match generation {
        Generation::A | Generation::L => json!({ "name": name, "description": description }),
        Generation::B => json!({
            "id": identifier(&name), "name": name, "description": description,
            "relativePath": null, "enableRelativePath": false, "tags": [],
        }),
    };
    Ok(Success::list(projects.into_iter().map(describe).collect::<Vec<Value>>()))
}

/// Refuses a project that does not exist, as the credential endpoints do (rows 11 and 14).
pub(super) fn require(connection: &Connection, generation: Generation, project: &str) -> Result<(), Refusal> {
    if exists(connection, project)? {
        return Ok(());
    }
    Err(match generation {
        Generation::A => Refusal::new(StatusCode::NOT_FOUND, "not_found", messages::project_not_found_in_a(project)),
        Generation::B => Refusal::bad_request(messages::project_not_found_in_b(project)),
        Generation::L => Refusal::bad_request(messages::project_not_found_in_a(project)),
    })
}

/// Whether there is such a project; names are case-sensitive (section 1).
pub(super) fn exists(connection: &Connection, project: &str) -> rusqlite::Result<bool> {
    Ok(project == ADMIN || storage::project_exists(connection, project)?)
}

/// An id as opaque as the vendor's, the same on every run.
pub(super) fn identifier(name: &str) -> String {
    fingerprint::sha256(name).chars().take(24).collect()
}
