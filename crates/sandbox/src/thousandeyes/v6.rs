//! Version 6: actions as path suffixes, only `GET` and `POST`, JSON by suffix, `Accept` or `format`.

mod address;
mod format;
mod shape;
mod wording;

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::json;

use super::call::Call;
use super::caller::Caller;
use super::messages::undocumented;
use super::operations::{self, Change};
use super::refusal::Refusal;
use super::settings::OmittedField;
use super::success::{Answer, Success};
use super::{account_groups, media_type, storage};
use crate::application::Application;
use address::{Address, Endpoint};

pub(super) use wording::{error, refuse};

/// `GET /v6/status.json`: the one call that needs no token.
pub(super) async fn status(method: Method) -> Response {
    match require_verb(&method, "GET") {
        Ok(()) => Success::read(json!({ "timestamp": Timestamp::now().as_millisecond() })).into_response(shape::JSON),
        Err(refusal) => refuse(&refusal),
    }
}

/// Every other address.
pub(super) async fn answer(
    State(application): State<Arc<Application>>,
    Extension(caller): Extension<Caller>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let call = Call::new(caller, uri.query(), &headers, &body);
    let answer = find(&method, &uri, &headers)
        .and_then(|endpoint| application.database.write(|transaction| play(transaction, &call, endpoint)));
    match answer {
        Ok(success) => success.into_response(shape::JSON),
        Err(refusal) => refuse(&refusal),
    }
}

/// The endpoint, if the address, the verb and the format are right.
fn find<'uri>(method: &Method, uri: &'uri Uri, headers: &HeaderMap) -> Result<Endpoint<'uri>, Refusal> {
    let Address { endpoint, suffix } = Address::parse(uri.path()).ok_or(Refusal::NoSuchAddress)?;
    require_verb(method, endpoint.verb())?;
    format::require_json(suffix, headers, uri.query())?;
    Ok(endpoint)
}

fn require_verb(method: &Method, wanted: &'static str) -> Result<(), Refusal> {
    if method.as_str() == wanted { Ok(()) } else { Err(Refusal::WrongVerb { allow: wanted }) }
}

fn play(connection: &Connection, call: &Call<'_>, endpoint: Endpoint<'_>) -> Answer {
    match endpoint {
        Endpoint::AccountGroups => {
            let current = call.readable_group(connection)?;
            let groups = account_groups::list(connection, &call.caller)?;
            Ok(Success::read(shape::account_groups(&groups, current)))
        }
        Endpoint::Credentials => {
            let credentials = storage::list(connection, call.readable_group(connection)?)?;
            Ok(Success::read(shape::credentials(&credentials, |credential| credential.value_for(&call.caller))))
        }
        Endpoint::Credential(id) => {
            let credential = operations::read(connection, call.readable_group(connection)?, id)?;
            Ok(Success::read(shape::credentials(&[credential], |credential| credential.value_for(&call.caller))))
        }
        Endpoint::New => {
            let aid = call.writable_group(connection)?;
            let Change { credential, effects } = operations::create(connection, aid, call.submission()?)?;
            Ok(Success::created(shape::credentials(&[credential], |_| None), effects))
        }
        Endpoint::Update(id) => {
            let aid = call.writable_group(connection)?;
            let submission = call.submission()?;
            let credential = operations::read(connection, aid, id)?;
            let Change { credential, effects } =
                operations::update(connection, credential, submission, OmittedField::Keeps)?;
            Ok(Success::updated(shape::credentials(&[credential], |_| None), effects))
        }
        Endpoint::Delete(id) => {
            let aid = call.writable_group(connection)?;
            require_empty_body(call)?;
            let credential = operations::read(connection, aid, id)?;
            Ok(Success::deleted(operations::delete(connection, credential)?.effects))
        }
    }
}

/// A deletion is declared as JSON and has nothing in it.
fn require_empty_body(call: &Call<'_>) -> Result<(), Refusal> {
    media_type::require_json_body(call.headers)?;
    if call.body.is_empty() { Ok(()) } else { Err(Refusal::WrongBody(undocumented::BODY_NOT_EMPTY)) }
}
