//! Who is signed in where. Tokens live here, in memory, and nowhere else (S-01).

use leptos::prelude::*;
use rekey_core::access::{Access, Granted};
use rekey_core::configuration::{Auth, Connection};
use rekey_core::outcome::ReadFailure;
use rekey_core::session::SessionEnd;

use crate::clock;

/// Why nobody is signed in any more.
#[derive(Debug, Clone)]
pub enum Ended {
    /// The server refused it, or what was to become of it.
    Refused(ReadFailure),
    /// Somebody signed out in this tab.
    Here,
    /// It has come to its end on this side (S-14, S-17).
    Over(SessionEnd),
}

/// How a connection stands.
#[derive(Debug, Clone)]
pub enum Session {
    /// Nobody is signed in, and why not any more.
    SignedOut(Option<Ended>),
    /// Requests can be signed.
    SignedIn(Access),
    /// The server no longer accepts the token while a form is open: the form stays and asks in place (F-09).
    Expired,
}

/// The last sign-in to a connection.
#[derive(Debug)]
struct Begun {
    connection: String,
    /// The number of the session.
    number: u32,
    /// When it ends, where the server said so, in milliseconds of the page's clock.
    end: Option<f64>,
}

/// The sessions by the connection's id. There are a handful of connections, for which a list is quick enough and small.
#[derive(Debug, Clone, Copy)]
pub struct Sessions {
    states: RwSignal<Vec<(String, Session)>>,
    started: StoredValue<u32>,
    ended: StoredValue<u32>,
    begun: StoredValue<Vec<Begun>>,
    /// The number of the session whose coming end somebody has taken notice of.
    noticed: StoredValue<u32>,
}

impl Sessions {
    /// Nobody is signed in, but where a proxy signs.
    pub fn new(connections: &[Connection]) -> Self {
        let proxied = connections.iter().filter(|connection| connection.auth == Auth::Proxy);
        let sessions = proxied.map(|connection| (connection.id.clone(), Session::SignedIn(Access::Proxy)));
        Self {
            states: RwSignal::new(sessions.collect()),
            started: StoredValue::new(0),
            ended: StoredValue::new(0),
            begun: StoredValue::new(Vec::new()),
            noticed: StoredValue::new(0),
        }
    }

    /// A number that changes with every sign-in. What a request of an earlier session was refused for says nothing about
    /// this one.
    pub fn number(self) -> u32 {
        self.started.try_get_value().unwrap_or_default()
    }

    /// A number that changes with every end.
    pub fn ends(self) -> u32 {
        self.ended.try_get_value().unwrap_or_default()
    }

    /// How a connection stands, and again when that changes.
    pub fn get(self, connection: &str) -> Session {
        let known = self.states.try_with(|sessions| find(sessions, connection).cloned());
        known.flatten().unwrap_or(Session::SignedOut(None))
    }

    /// What signs requests at this moment.
    pub fn access(self, connection: &str) -> Option<Access> {
        self.states.try_with_untracked(|sessions| match find(sessions, connection) {
            Some(Session::SignedIn(access)) => Some(access.clone()),
            Some(Session::SignedOut(_) | Session::Expired) | None => None,
        })?
    }

    /// Whether requests can be signed, and again when that changes.
    pub fn is_signed_in(self, connection: &str) -> bool {
        matches!(self.get(connection), Session::SignedIn(_))
    }

    /// A sign-in worked.
    pub fn start(self, connection: &str, granted: Granted) {
        self.started.try_update_value(|started| *started += 1);
        let end = granted.expires_in.map(|seconds| clock::milliseconds() + f64::from(seconds) * 1000.0);
        self.begun.try_update_value(|begun| {
            begun.retain(|last| last.connection != connection);
            begun.push(Begun { connection: connection.to_owned(), number: self.number(), end });
        });
        self.set(connection, Session::SignedIn(granted.access));
    }

    /// The number of the last session of a connection, and when it ends, where the server said so (UX-41).
    pub fn begun(self, connection: &str) -> Option<(u32, Option<f64>)> {
        self.begun.try_with_value(|begun| {
            begun.iter().find(|last| last.connection == connection).map(|last| (last.number, last.end))
        })?
    }

    /// Whether somebody has taken notice of the coming end.
    pub fn is_end_noticed(self) -> bool {
        self.noticed.try_get_value() == Some(self.number())
    }

    /// Somebody has.
    pub fn notice_end(self) {
        self.noticed.set_value(self.number());
    }

    /// The server refused the token while a form is open.
    pub fn expire(self, connection: &str) {
        self.set(connection, Session::Expired);
    }

    /// Ends the session of one connection. The token is dropped, not revoked (S-15).
    pub fn end(self, connection: &str, ended: Ended) {
        self.ended.try_update_value(|ended| *ended += 1);
        self.set(connection, Session::SignedOut(Some(ended)));
    }

    /// Signs out everywhere; also when the page is put away, so that no restored page is signed in (S-03, M8).
    pub fn end_all(self) {
        self.states
            .try_update(|sessions| sessions.retain(|(_, session)| matches!(session, Session::SignedIn(Access::Proxy))));
    }

    fn set(self, connection: &str, session: Session) {
        self.states.try_update(|sessions| {
            sessions.retain(|(id, _)| id != connection);
            sessions.push((connection.to_owned(), session));
        });
    }
}

fn find<'a>(sessions: &'a [(String, Session)], connection: &str) -> Option<&'a Session> {
    sessions.iter().find(|(id, _)| id == connection).map(|(_, session)| session)
}
