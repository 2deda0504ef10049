//! The audit log of the credentials (section 4.6).

mod entry;
mod filter;

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::Response;
use rusqlite::Connection;
use serde_json::json;

use super::answer::{Answer, Success};
use super::authorization::Caller;
use crate::application::Application;

pub(super) use entry::{Action, Entry, write};

type Shared = State<Arc<Application>>;

/// `GET /credential-audit`: what fits into a page, and how many match before it is cut.
pub(super) async fn list(_caller: Caller, State(application): Shared, RawQuery(query): RawQuery) -> Response {
    let settings = application.settings();
    let page = |connection: &Connection| -> Answer {
        let items = filter::matching(connection, query.as_deref())?;
        let total = items.len();
        let page: Vec<_> = items.into_iter().take(settings.zstack_limits.maximum).collect();
        Ok(Success::found(json!({ "items": page, "total": total })))
    };
    settings.zstack_errors.respond(application.database.read(page))
}

/// `GET /credential-audit/export`: everything that matches, without a total.
pub(super) async fn export(_caller: Caller, State(application): Shared, RawQuery(query): RawQuery) -> Response {
    let everything = |connection: &Connection| -> Answer {
        Ok(Success::found(json!({ "items": filter::matching(connection, query.as_deref())? })))
    };
    application.settings().zstack_errors.respond(application.database.read(everything))
}
