//! `GET /credentials/statistics` (section 4.5).

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::{Map, Value};

use super::answer::{Answer, Reason, Refusal, Success};
use super::authorization::Caller;
use super::conduct::StatisticsForm;
use super::health::Health;
use super::{messages, storage};
use crate::application::Application;

/// Counts the credentials by their health.
pub(super) async fn count(_caller: Caller, State(application): State<Arc<Application>>) -> Response {
    let settings = application.settings();
    let counters = application.database.read(|connection| counters(connection, settings.zstack_statistics));
    settings.zstack_errors.respond(counters)
}

fn counters(connection: &Connection, form: StatisticsForm) -> Answer {
    let now = Timestamp::now();
    let healths: Vec<Health> =
        storage::all(connection, None)?.iter().map(|credential| credential.health(now)).collect();
    let of = |wanted: Health| healths.iter().filter(|health| **health == wanted).count();
    let counts = [
        ("total", healths.len()),
        ("ok", of(Health::Ok)),
        ("expiring", of(Health::Expiring)),
        ("expired", of(Health::Expired)),
        ("unknown", of(Health::Unknown)),
    ];
    let tell: fn(usize) -> Value = match form {
        StatisticsForm::Numbers => Value::from,
        StatisticsForm::Strings => |count| count.to_string().into(),
        StatisticsForm::Off => return Err(Refusal::new(Reason::NotFound, messages::UNKNOWN_ADDRESS)),
    };
    let members: Map<String, Value> = counts.into_iter().map(|(name, count)| (name.to_owned(), tell(count))).collect();
    Ok(Success::found(members.into()))
}
