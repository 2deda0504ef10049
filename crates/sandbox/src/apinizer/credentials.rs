//! The operations on credentials (section 5). Every one checks in the same order: token, project, permission, content
//! type, body, record.

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use rusqlite::Connection;

use super::authorization::Caller;
use super::deployment::{self, Action, Circumstances, DeploymentShape};
use super::envelope::{Answer, Generation, Refusal, Success};
use super::messages::undocumented;
use super::submission::{Essentials, Purpose, take_text};
use super::{content, messages, projects, storage};
use crate::application::Application;
use crate::exchange::DeploymentFault;
use crate::password_hash;
use crate::settings::Settings;

type Shared = State<Arc<Application>>;
type Scripted = Option<Extension<DeploymentFault>>;

/// A write with everything that decides its course.
struct Write {
    caller: Caller,
    settings: Settings,
    project: String,
    scripted: Scripted,
}

impl Write {
    /// Project and permission: what is checked before the body is looked at.
    fn admit(&self, connection: &Connection) -> Result<(), Refusal> {
        projects::require(connection, self.settings.generation, &self.project)?;
        self.caller.require_manage()
    }

    fn deploy(&self, connection: &Connection, action: Action, username: &str) -> Answer {
        let circumstances = Circumstances {
            shape: self.shape(action),
            permitted: self.caller.may_deploy(),
            fault: self.scripted.as_ref().map(|Extension(DeploymentFault(fault))| fault),
        };
        Ok(Success::saved(deployment::run(connection, action, username, &circumstances)?))
    }

    /// Generation B documents the pods shape for a deletion, whatever it uses elsewhere (section 6).
    fn shape(&self, action: Action) -> DeploymentShape {
        match (self.settings.generation, action) {
            (Generation::B, Action::Undeploy) => DeploymentShape::Pods,
            _ => self.settings.deployment_shape,
        }
    }
}

/// `GET …/credentials/`
pub(super) async fn list(_caller: Caller, State(application): Shared, Path(project): Path<String>) -> Response {
    let generation = application.settings().generation;
    generation.respond(application.database.read(|connection| {
        projects::require(connection, generation, &project)?;
        let credentials = storage::credentials(connection, &project)?;
        Ok(Success::list(credentials.iter().map(|credential| credential.listed(generation)).collect()))
    }))
}

/// `POST …/credentials/`
pub(super) async fn create(
    caller: Caller,
    State(application): Shared,
    Path(project): Path<String>,
    scripted: Scripted,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let settings = application.settings();
    let write = Write { caller, settings, project, scripted };
    settings.generation.respond(application.database.write(|transaction| {
        write.admit(transaction)?;
        let mut body = content::read_object(&headers, &body)?;
        let essentials = Essentials::take(&mut body)?;
        if storage::username_exists(transaction, &essentials.username)? {
            return Err(username_taken(settings.generation));
        }
        let submission = essentials.complete(body, Purpose::Create, settings.generation)?;
        require_roles(transaction, &submission.credential.role_name_list)?;
        let hash = password_hash::hash(&submission.password)?;
        storage::insert_credential(transaction, &write.project, &submission.credential, &hash)?;
        write.deploy(transaction, Action::Deploy, &submission.credential.username)
    }))
}

/// `PUT …/credentials/`: the username in the body selects the record, and every field is replaced.
pub(super) async fn update(
    caller: Caller,
    State(application): Shared,
    Path(project): Path<String>,
    scripted: Scripted,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let settings = application.settings();
    let write = Write { caller, settings, project, scripted };
    settings.generation.respond(application.database.write(|transaction| {
        write.admit(transaction)?;
        let mut body = content::read_object(&headers, &body)?;
        let essentials = Essentials::take(&mut body)?;
        let Some(stored) = storage::find_credential(transaction, &write.project, &essentials.username)? else {
            return Err(not_found(&essentials.username));
        };
        let purpose = Purpose::Replace { stored_metadata: &stored.metadata };
        let submission = essentials.complete(body, purpose, settings.generation)?;
        require_roles(transaction, &submission.credential.role_name_list)?;
        let hash = password_hash::hash(&submission.password)?;
        storage::replace_credential(transaction, &submission.credential, &hash)?;
        write.deploy(transaction, Action::Deploy, &submission.credential.username)
    }))
}

/// `PATCH …/credentials/{username}/`: only `password` is read, anything else is ignored.
pub(super) async fn change_password(
    caller: Caller,
    State(application): Shared,
    Path((project, username)): Path<(String, String)>,
    scripted: Scripted,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let settings = application.settings();
    let write = Write { caller, settings, project, scripted };
    settings.generation.respond(application.database.write(|transaction| {
        write.admit(transaction)?;
        let mut body = content::read_object(&headers, &body)?;
        let password = take_text(&mut body, "password", messages::PASSWORD_EMPTY)?;
        require_credential(transaction, &write.project, &username)?;
        storage::replace_password(transaction, &username, &password_hash::hash(&password)?)?;
        write.deploy(transaction, Action::Deploy, &username)
    }))
}

/// `DELETE …/credentials/{username}/`
pub(super) async fn delete(
    caller: Caller,
    State(application): Shared,
    Path((project, username)): Path<(String, String)>,
    scripted: Scripted,
) -> Response {
    let settings = application.settings();
    let write = Write { caller, settings, project, scripted };
    settings.generation.respond(application.database.write(|transaction| {
        write.admit(transaction)?;
        require_credential(transaction, &write.project, &username)?;
        storage::delete_credential(transaction, &username)?;
        write.deploy(transaction, Action::Undeploy, &username)
    }))
}

/// Any method on `/apiops/projects//credentials/` (row 15).
pub(super) async fn without_project(_caller: Caller, State(application): Shared) -> Response {
    application.settings().generation.respond(Err(Refusal::bad_request(messages::PROJECT_NAME_EMPTY)))
}

fn require_credential(connection: &Connection, project: &str, username: &str) -> Result<(), Refusal> {
    storage::find_credential(connection, project, username)?.map(drop).ok_or_else(|| not_found(username))
}

fn require_roles(connection: &Connection, roles: &[String]) -> Result<(), Refusal> {
    for role in roles {
        if !storage::role_exists(connection, role)? {
            return Err(Refusal::bad_request(undocumented::role_unknown(role)));
        }
    }
    Ok(())
}

fn not_found(username: &str) -> Refusal {
    Refusal::bad_request(messages::credential_not_found(username))
}

fn username_taken(generation: Generation) -> Refusal {
    Refusal::bad_request(match generation {
        Generation::A | Generation::L => messages::USERNAME_TAKEN,
        Generation::B => messages::USERNAME_TAKEN_IN_B,
    })
}
