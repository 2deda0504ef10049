//! Who is asking (contract, 2.1), and when an account is locked.

use axum::http::{HeaderMap, header};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::settings::Settings;
use super::token::Scheme;
use super::version::Version;
use crate::{basic_authentication, fingerprint};

/// Somebody with a valid token.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) email: String,
    /// Create, update and delete credentials.
    pub(super) may_write: bool,
    /// `View sensitive data in web transaction scripts`.
    pub(super) may_see_values: bool,
}

/// Finds who sends these headers. A wrong password is counted against its account, so this also writes.
pub(super) fn identify(
    connection: &Connection,
    version: Version,
    settings: Settings,
    headers: &HeaderMap,
) -> rusqlite::Result<Option<Caller>> {
    if let Some(token) = bearer(headers) {
        return find(connection, Scheme::Bearer, token, None, settings.lock_after);
    }
    match (version, basic_authentication::read(headers)) {
        (Version::Six, Some((email, token))) => sign_in(connection, &email, &token, settings.lock_after),
        _ => Ok(None),
    }
}

fn sign_in(connection: &Connection, email: &str, token: &str, lock_after: u32) -> rusqlite::Result<Option<Caller>> {
    let caller = find(connection, Scheme::Basic, token, Some(email), lock_after)?;
    // A locked account keeps its count: the right token does not open it again.
    let count = match caller {
        Some(_) => "UPDATE thousandeyes_account SET failed_sign_ins = 0 WHERE email = ?1 AND failed_sign_ins > 0",
        None => "UPDATE thousandeyes_account SET failed_sign_ins = failed_sign_ins + 1 WHERE email = ?1",
    };
    connection.execute(count, params![email])?;
    Ok(caller)
}

/// The owner of a token, unless the account is locked. A lock concerns the account, hence all its tokens.
fn find(
    connection: &Connection,
    scheme: Scheme,
    token: &str,
    email: Option<&str>,
    lock_after: u32,
) -> rusqlite::Result<Option<Caller>> {
    connection
        .query_row(
            "SELECT email, may_write, may_see_values FROM thousandeyes_account JOIN thousandeyes_token USING (email)
             WHERE sha256 = :sha256 AND scheme = :scheme AND email = coalesce(:email, email)
                 AND failed_sign_ins < :lock_after",
            named_params! {
                ":sha256": fingerprint::sha256(token), ":scheme": scheme.name(), ":email": email,
                ":lock_after": lock_after,
            },
            read,
        )
        .optional()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Caller> {
    Ok(Caller { email: row.get(0)?, may_write: row.get(1)?, may_see_values: row.get(2)? })
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
