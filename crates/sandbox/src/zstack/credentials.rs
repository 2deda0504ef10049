//! The operations on credentials (sections 3 and 4). Every one checks in the same order: token, permission, content
//! type, body or query, record.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::answer::{Answer, Reason, Refusal, Success};
use super::audit::{self, Action, Entry};
use super::authorization::Caller;
use super::conduct::TotalForm;
use super::credential::Credential;
use super::query::Query;
use super::submission::{Creation, Update};
use super::{health, kind, messages, storage};
use crate::application::Application;
use crate::password_hash;
use crate::settings::Settings;

type Shared = State<Arc<Application>>;

const LIST_PARAMETERS: [&str; 5] = ["type", "healthStatus", "limit", "offset", "componentUuid"];
const DELETE_PARAMETERS: [&str; 5] = [
    "operator",
    "options.propagationPolicy",
    "options.force",
    "options.gracePeriodSeconds",
    "options.revokeRemoteCredentials",
];
const PROPAGATION_POLICIES: [&str; 5] = ["Restrict", "Foreground", "Background", "Orphan", "SoftDelete"];

/// `GET /credentials`
pub(super) async fn list(_caller: Caller, State(application): Shared, RawQuery(query): RawQuery) -> Response {
    let settings = application.settings();
    let page = application.database.read(|connection| page(connection, query.as_deref(), settings));
    settings.zstack_errors.respond(page)
}

fn page(connection: &Connection, query: Option<&str>, settings: Settings) -> Answer {
    let query = Query::read(query, &LIST_PARAMETERS)?;
    let kind = query.member("type", kind::is_known, kind::UNSPECIFIED)?;
    let health = query.member("healthStatus", health::is_known, health::UNSPECIFIED)?;
    let length = settings.zstack_limits.length(query.count("limit")?);
    let offset = query.count("offset")?.unwrap_or_default();
    let now = Timestamp::now();
    let found: Vec<Credential> = storage::all(connection, query.text("componentUuid"))?
        .into_iter()
        .filter(|credential| kind.is_none_or(|kind| credential.kind == kind))
        .filter(|credential| health.is_none_or(|health| credential.health_status(now) == health))
        .collect();
    let items: Vec<Value> = found.iter().skip(offset).take(length).map(|credential| credential.shown(now)).collect();
    Ok(Success::found(match settings.zstack_total {
        TotalForm::Absent => json!({ "items": items }),
        TotalForm::Present => json!({ "items": items, "total": found.len() }),
    }))
}

/// `GET /credentials/{uuid}`
pub(super) async fn read(_caller: Caller, State(application): Shared, Path(uuid): Path<String>) -> Response {
    application.settings().zstack_errors.respond(application.database.read(|connection| {
        let credential = find(connection, &uuid)?;
        Ok(Success::found(credential.shown(Timestamp::now())))
    }))
}

/// `POST /credentials`
pub(super) async fn create(caller: Caller, State(application): Shared, headers: HeaderMap, body: Bytes) -> Response {
    application.settings().zstack_errors.respond(application.database.write(|transaction| {
        caller.require_write()?;
        let now = Timestamp::now();
        let Creation { credential, value } = Creation::read(&headers, &body, &caller.principal, now)?;
        require_free_name(transaction, &credential)?;
        storage::insert(transaction, &credential, &password_hash::hash(&value)?)?;
        let entry = Entry::of(&credential, Action::Create, &caller.principal, "Created");
        audit::write(transaction, &entry, now)?;
        Ok(Success::changed(credential.shown(now)))
    }))
}

/// `PUT /credentials/{uuid}`
pub(super) async fn update(
    caller: Caller,
    State(application): Shared,
    Path(uuid): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let settings = application.settings();
    settings.zstack_errors.respond(application.database.write(|transaction| {
        caller.require_write()?;
        let now = Timestamp::now();
        let update = Update::read(&headers, &body, settings)?;
        let mut credential = find(transaction, &uuid)?;
        update.apply(&mut credential, now);
        require_free_name(transaction, &credential)?;
        storage::replace(transaction, &credential)?;
        let details = match &update.value {
            Some(value) => {
                storage::replace_value(transaction, &uuid, &password_hash::hash(value)?)?;
                "Metadata updated and value rotated"
            }
            None => "Metadata updated",
        };
        audit::write(transaction, &Entry::of(&credential, Action::Update, &update.operator, details), now)?;
        Ok(Success::changed(credential.shown(now)))
    }))
}

/// `DELETE /credentials/{uuid}`
pub(super) async fn delete(
    caller: Caller,
    State(application): Shared,
    Path(uuid): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    application.settings().zstack_errors.respond(application.database.write(|transaction| {
        caller.require_write()?;
        let query = Query::read(query.as_deref(), &DELETE_PARAMETERS)?;
        check_options(&query)?;
        let credential = find(transaction, &uuid)?;
        storage::delete(transaction, &uuid)?;
        let operator = query.text("operator").unwrap_or(&caller.principal);
        audit::write(transaction, &Entry::of(&credential, Action::Delete, operator, "Deleted"), Timestamp::now())?;
        Ok(Success::changed(json!({})))
    }))
}

fn check_options(query: &Query) -> Result<(), Refusal> {
    query.member("options.propagationPolicy", |policy| PROPAGATION_POLICIES.contains(&policy), "")?;
    query.count("options.gracePeriodSeconds")?;
    query.flag("options.revokeRemoteCredentials")?;
    if query.flag("options.force")? == Some(true) {
        return Err(Refusal::new(Reason::PermissionDenied, messages::FORCE_DENIED));
    }
    Ok(())
}

fn find(connection: &Connection, uuid: &str) -> Result<Credential, Refusal> {
    storage::find(connection, uuid)?.ok_or_else(|| Refusal::new(Reason::NotFound, messages::credential_not_found(uuid)))
}

fn require_free_name(connection: &Connection, credential: &Credential) -> Result<(), Refusal> {
    if storage::is_name_taken(connection, &credential.name, &credential.uuid)? {
        return Err(Refusal::new(Reason::AlreadyExists, messages::name_taken(&credential.name)));
    }
    Ok(())
}
