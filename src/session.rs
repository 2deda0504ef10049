//! Who is signed in where. Tokens live here, in memory, and nowhere else (S-01).

use leptos::prelude::*;
use rekey_core::access::Access;
use rekey_core::configuration::{Auth, Connection};
use rekey_core::outcome::ReadFailure;

/// How a connection stands.
#[derive(Debug, Clone)]
pub enum Session {
    /// Nobody is signed in; why a sign-in ended, if it was the server that ended it.
    SignedOut(Option<ReadFailure>),
    /// Requests can be signed.
    SignedIn(Access),
    /// The server no longer accepts the token while a form is open: the form stays and asks in place (F-09).
    Expired,
}

/// The sessions by the connection's id. There are a handful of connections, for which a list is quick enough and small.
#[derive(Debug, Clone, Copy)]
pub struct Sessions {
    sessions: RwSignal<Vec<(String, Session)>>,
    started: StoredValue<u32>,
}

impl Sessions {
    /// Nobody is signed in, but where a proxy signs.
    pub fn new(connections: &[Connection]) -> Self {
        let proxied = connections.iter().filter(|connection| connection.auth == Auth::Proxy);
        let sessions = proxied.map(|connection| (connection.id.clone(), Session::SignedIn(Access::Proxy)));
        Self { sessions: RwSignal::new(sessions.collect()), started: StoredValue::new(0) }
    }

    /// A number that changes with every sign-in. What a request of an earlier session was refused for says nothing about
    /// this one.
    pub fn number(self) -> u32 {
        self.started.try_get_value().unwrap_or_default()
    }

    /// How a connection stands, and again when that changes.
    pub fn get(self, connection: &str) -> Session {
        self.sessions.with(|sessions| find(sessions, connection).cloned().unwrap_or(Session::SignedOut(None)))
    }

    /// What signs requests at this moment.
    pub fn access(self, connection: &str) -> Option<Access> {
        self.sessions.try_with_untracked(|sessions| match find(sessions, connection) {
            Some(Session::SignedIn(access)) => Some(access.clone()),
            Some(Session::SignedOut(_) | Session::Expired) | None => None,
        })?
    }

    /// Whether requests can be signed, and again when that changes.
    pub fn is_signed_in(self, connection: &str) -> bool {
        matches!(self.get(connection), Session::SignedIn(_))
    }

    /// A sign-in worked.
    pub fn start(self, connection: &str, access: Access) {
        self.started.try_update_value(|started| *started += 1);
        self.set(connection, Session::SignedIn(access));
    }

    /// The server refused the token; the page asks again.
    pub fn refuse(self, connection: &str, failure: ReadFailure) {
        self.set(connection, Session::SignedOut(Some(failure)));
    }

    /// The server refused the token while a form is open.
    pub fn expire(self, connection: &str) {
        self.set(connection, Session::Expired);
    }

    /// Signs out of one connection. The token is dropped, not revoked (S-15).
    pub fn end(self, connection: &str) {
        self.set(connection, Session::SignedOut(None));
    }

    /// Signs out everywhere; also when the page is put away, so that no restored page is signed in (S-03, M8).
    pub fn end_all(self) {
        self.sessions
            .try_update(|sessions| sessions.retain(|(_, session)| matches!(session, Session::SignedIn(Access::Proxy))));
    }

    fn set(self, connection: &str, session: Session) {
        self.sessions.try_update(|sessions| {
            sessions.retain(|(id, _)| id != connection);
            sessions.push((connection.to_owned(), session));
        });
    }
}

fn find<'a>(sessions: &'a [(String, Session)], connection: &str) -> Option<&'a Session> {
    sessions.iter().find(|(id, _)| id == connection).map(|(_, session)| session)
}
