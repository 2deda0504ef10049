//! The truth: every request a vendor received, what was applied and what was answered.
//!
//! A browser test compares what the page claimed with these rows (invariants I1 to I11 of reliability.md 2.1). Secrets
//! stand in it as SHA-256 only.

mod redaction;

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::{fingerprint, timestamp};

/// A request as it came in.
#[derive(Debug)]
pub(crate) struct Arrival<'request> {
    pub(crate) connection: u64,
    pub(crate) method: &'request Method,
    /// The address with the vendor's prefix, still percent-encoded.
    pub(crate) address: &'request Uri,
    pub(crate) headers: &'request HeaderMap,
    pub(crate) body: &'request [u8],
    pub(crate) fault: Option<&'static str>,
}

/// One row of `GET /_sandbox/log`.
#[derive(Debug, Clone, Serialize)]
struct LogRow {
    sequence: u64,
    time: String,
    /// Counts connections: two rows with the same number shared one.
    connection: u64,
    method: String,
    path: String,
    query: Option<String>,
    headers: LoggedHeaders,
    /// The body with its secrets replaced by their SHA-256; `null` if there was none.
    body: Value,
    /// The top-level keys of the body in alphabetical order.
    keys: Vec<String>,
    /// Whether a record has changed; a fault may turn this true after the client has gone.
    applied: bool,
    /// What has changed, in the words of a vendor that tells more than that something has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    effects: Vec<&'static str>,
    /// The status handed to the connection; `null` as long as there is none, and for ever if the connection ended.
    answered: Option<u16>,
    fault: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct LoggedHeaders {
    /// All header names, so that a test can say which ones a page sends (N-07).
    names: Vec<String>,
    accept: Option<String>,
    content_type: Option<String>,
    authorization: Option<LoggedAuthorization>,
}

#[derive(Debug, Clone, Serialize)]
struct LoggedAuthorization {
    scheme: String,
    sha256: String,
}

/// The rows since the last reset.
#[derive(Debug, Default)]
pub(crate) struct TruthLog {
    pages: Mutex<Pages>,
}

#[derive(Debug, Default)]
struct Pages {
    rows: Vec<LogRow>,
    last_sequence: u64,
}

impl TruthLog {
    /// Writes a row and returns its number. Numbers go on over a reset, so that a late fault finds its own row or none.
    pub(crate) fn record(&self, arrival: &Arrival<'_>) -> u64 {
        let body = redaction::body(arrival.headers, arrival.body);
        let mut pages = self.pages();
        pages.last_sequence += 1;
        let sequence = pages.last_sequence;
        pages.rows.push(LogRow {
            sequence,
            time: timestamp::format(Timestamp::now()),
            connection: arrival.connection,
            method: arrival.method.to_string(),
            path: arrival.address.path().to_owned(),
            query: arrival.address.query().map(str::to_owned),
            headers: LoggedHeaders::of(arrival.headers),
            keys: body.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default(),
            body,
            applied: false,
            effects: Vec::new(),
            answered: None,
            fault: arrival.fault,
        });
        sequence
    }

    /// Notes that the request changed a record.
    pub(crate) fn applied(&self, sequence: u64) {
        self.change(sequence, |row| row.applied = true);
    }

    /// Notes what the request changed.
    pub(crate) fn effects(&self, sequence: u64, effects: &[&'static str]) {
        self.change(sequence, |row| effects.clone_into(&mut row.effects));
    }

    /// Notes what was answered.
    pub(crate) fn answered(&self, sequence: u64, status: StatusCode) {
        self.change(sequence, |row| row.answered = Some(status.as_u16()));
    }

    /// Whether a later request of the same method and address was answered.
    pub(crate) fn is_overtaken(&self, sequence: u64) -> bool {
        let pages = self.pages();
        let own = pages.rows.iter().find(|row| row.sequence == sequence);
        own.is_some_and(|own| {
            pages.rows.iter().any(|row| {
                row.sequence > sequence && row.answered.is_some() && row.method == own.method && row.path == own.path
            })
        })
    }

    /// Forgets all rows.
    pub(crate) fn clear(&self) {
        self.pages().rows.clear();
    }

    /// All rows as JSON, oldest first.
    pub(crate) fn to_json(&self) -> serde_json::Result<Value> {
        serde_json::to_value(&self.pages().rows)
    }

    fn change(&self, sequence: u64, change: impl FnOnce(&mut LogRow)) {
        if let Some(row) = self.pages().rows.iter_mut().find(|row| row.sequence == sequence) {
            change(row);
        }
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl LoggedHeaders {
    fn of(headers: &HeaderMap) -> Self {
        let text =
            |name: HeaderName| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Self {
            names: headers.keys().map(ToString::to_string).collect(),
            accept: text(header::ACCEPT),
            content_type: text(header::CONTENT_TYPE),
            authorization: text(header::AUTHORIZATION).map(|value| LoggedAuthorization::of(&value)),
        }
    }
}

impl LoggedAuthorization {
    fn of(value: &str) -> Self {
        // Without a blank the whole value may be the secret.
        let (scheme, secret) = value.split_once(' ').unwrap_or(("", value));
        Self { scheme: scheme.to_owned(), sha256: fingerprint::sha256(secret) }
    }
}
