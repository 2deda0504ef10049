//! The environments of a project (section 3.2): one address in generation A, another since B.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;
use serde_json::{Value, json};

use super::authorization::{Caller, Unauthorized};
use super::envelope::{Answer, Generation, Refusal, Success};
use super::{messages, projects};
use crate::application::Application;

/// The environments every project deploys to.
pub(crate) const ENVIRONMENTS: [&str; 3] = ["test", "staging", "production"];

type Visitor = Result<Caller, Unauthorized>;

/// `GET /apiops/environments/{projectName}`, without a slash at the end. Generation B does not have it (Q14).
pub(super) async fn list_as_in_a(
    caller: Visitor,
    State(application): State<Arc<Application>>,
    Path(project): Path<String>,
) -> Response {
    let generation = application.settings().generation;
    if generation == Generation::B {
        return StatusCode::NOT_FOUND.into_response();
    }
    list(caller, &application, generation, &project)
}

/// `GET /apiops/projects/{projectName}/environments/`. Only generation B has it (Q14).
pub(super) async fn list_as_in_b(
    caller: Visitor,
    State(application): State<Arc<Application>>,
    Path(project): Path<String>,
) -> Response {
    let generation = application.settings().generation;
    if generation != Generation::B {
        return StatusCode::NOT_FOUND.into_response();
    }
    list(caller, &application, generation, &project)
}

fn list(caller: Visitor, application: &Application, generation: Generation, project: &str) -> Response {
    match caller {
        Ok(_) => generation.respond(application.database.read(|connection| listing(connection, generation, project))),
        Err(unauthorized) => unauthorized.on_environments().into_response(),
    }
}

fn listing(connection: &Connection, generation: Generation, project: &str) -> Answer {
    if !projects::exists(connection, project)? {
        return Err(Refusal::bad_request(match generation {
            Generation::A | Generation::L => messages::project_of_environments_not_found_in_a(project),
            Generation::B => messages::project_of_environments_not_found_in_b(project),
        }));
    }
    Ok(Success::list(ENVIRONMENTS.iter().map(|name| describe(name, generation)).collect()))
}

fn describe(name: &str, generation: Generation) -> Value {
    let kind = match name {
        "production" => "PRODUCTION",
        "staging" => "SANDBOX",
        _ => "TEST",
    };
    let mut environment = json!({
        "name": name, "description": format!("Gateways of {name}"),
        "accessUrl": format!("https://{name}.gateway.example"),
        "type": kind, "status": "PUBLISHED", "deployed": true, "redeployRequired": false,
    });
    if generation == Generation::B
        && let Some(members) = environment.as_object_mut()
    {
        members.insert("id".to_owned(), projects::identifier(name).into());
    }
    environment
}
