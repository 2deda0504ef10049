//! Version 7: resources and verbs, `application/hal+json` and `application/problem+json`, Bearer only.

mod address;
mod shape;
mod wording;

use std::sync::Arc;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use rusqlite::Connection;

use super::call::Call;
use super::caller::Caller;
use super::messages::undocumented;
use super::operations::{self, Change};
use super::refusal::Refusal;
use super::settings::OmittedField;
use super::success::{Answer, Success};
use super::{account_groups, media_type, storage};
use crate::application::Application;
use address::{Endpoint, Operation};

pub(super) use wording::refuse;

/// Every address.
pub(super) async fn answer(
    State(application): State<Arc<Application>>,
    Extension(caller): Extension<Caller>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let call = Call::new(caller, uri.query(), &headers, &body);
    let omitted = application.settings().thousand_eyes.v7_put;
    let answer = find(&method, &uri, &headers)
        .and_then(|operation| application.database.write(|transaction| play(transaction, &call, operation, omitted)));
    match answer {
        Ok(success) => success.into_response(shape::HAL),
        Err(refusal) => refuse(&refusal),
    }
}

/// The operation, if the address, the verb and the type accepted are right.
fn find<'uri>(method: &Method, uri: &'uri Uri, headers: &HeaderMap) -> Result<Operation<'uri>, Refusal> {
    let endpoint = Endpoint::parse(uri.path()).ok_or(Refusal::NoSuchAddress)?;
    let operation = endpoint.operation(method).ok_or(Refusal::WrongVerb { allow: endpoint.verbs() })?;
    // A deletion answers with nothing, which fits whatever is accepted; official clients accept errors only.
    let fits = matches!(operation, Operation::Delete(_))
        || media_type::names(headers, shape::HAL_TYPE)
        || media_type::leaves_open(headers);
    if fits { Ok(operation) } else { Err(Refusal::NotAcceptable(undocumented::ONLY_HAL)) }
}

fn play(connection: &Connection, call: &Call<'_>, operation: Operation<'_>, omitted: OmittedField) -> Answer {
    match operation {
        Operation::ListAccountGroups => {
            let groups = account_groups::list(connection, &call.caller)?;
            Ok(Success::read(shape::account_groups(&groups)))
        }
        Operation::List => {
            let credentials = storage::list(connection, call.readable_group(connection)?)?;
            Ok(Success::read(shape::credentials(&credentials, &call.caller)))
        }
        Operation::Read(id) => {
            let credential = operations::read(connection, call.readable_group(connection)?, id)?;
            Ok(Success::read(shape::with_value(&credential, &call.caller)))
        }
        Operation::Create => {
            let aid = call.writable_group(connection)?;
            let Change { credential, effects } = operations::create(connection, aid, call.submission()?)?;
            Ok(Success::created(shape::without_value(&credential), effects).at(shape::address_of(&credential)))
        }
        Operation::Update(id) => {
            let aid = call.writable_group(connection)?;
            let submission = call.submission()?;
            let credential = operations::read(connection, aid, id)?;
            let Change { credential, effects } = operations::update(connection, credential, submission, omitted)?;
            Ok(Success::updated(shape::without_value(&credential), effects))
        }
        Operation::Delete(id) => {
            let credential = operations::read(connection, call.writable_group(connection)?, id)?;
            Ok(Success::deleted(operations::delete(connection, credential)?.effects))
        }
    }
}
