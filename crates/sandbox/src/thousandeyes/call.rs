//! One call, whatever the version: who calls, for which account group, with which body.

use axum::http::HeaderMap;
use rusqlite::Connection;

use super::account_groups;
use super::caller::Caller;
use super::refusal::Refusal;
use super::submission::Submission;

/// Everything that decides the course of a call. Each is checked in the same order: token, rate, address, verb, type
/// accepted, permission, account group, content type, body, record.
#[derive(Debug)]
pub(super) struct Call<'request> {
    pub(super) caller: Caller,
    /// The query parameter `aid`.
    pub(super) aid: Option<String>,
    pub(super) headers: &'request HeaderMap,
    pub(super) body: &'request [u8],
}

impl<'request> Call<'request> {
    /// Puts a call together.
    pub(super) fn new(caller: Caller, query: Option<&str>, headers: &'request HeaderMap, body: &'request [u8]) -> Self {
        Self { caller, aid: parameter(query, "aid"), headers, body }
    }

    /// The account group to read from.
    pub(super) fn readable_group(&self, connection: &Connection) -> Result<i64, Refusal> {
        account_groups::resolve(connection, &self.caller, self.aid.as_deref())
    }

    /// The account group to write to, if the caller may write at all.
    pub(super) fn writable_group(&self, connection: &Connection) -> Result<i64, Refusal> {
        if !self.caller.may_write {
            return Err(Refusal::Forbidden);
        }
        self.readable_group(connection)
    }

    /// What the body asks for.
    pub(super) fn submission(&self) -> Result<Submission, Refusal> {
        Submission::read(self.headers, self.body)
    }
}

/// The first query parameter of this name, decoded.
pub(super) fn parameter(query: Option<&str>, wanted: &str) -> Option<String> {
    let mut parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    parameters.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}
