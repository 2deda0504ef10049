//! What holds the credentials of each connection, as the server lists it or the configuration names it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::ScopeKind;
use rekey_core::configuration::Connection;
use rekey_core::credential::{Scope, ScopeEntry};
use rekey_core::outcome::ReadFailure;

use crate::console::Console;
use crate::page::Place;
use crate::runner;

/// What is known of the scopes of one connection.
#[derive(Debug, Clone, Default)]
pub struct ScopeList {
    /// The scopes, in the server's order.
    pub entries: Option<Vec<ScopeEntry>>,
    /// Why the last read gave none.
    pub failure: Option<ReadFailure>,
    /// Whether the server has listed them.
    is_listed: bool,
    busy: bool,
}

impl ScopeList {
    /// The scope that opens without being asked for: the only one of the configuration, or of account groups the server's
    /// default (T16).
    pub fn opens_with(&self, connection: &Connection) -> Option<&ScopeEntry> {
        let entries = self.entries.as_deref()?;
        match (connection.dialect.capabilities().scope, entries) {
            (_, [only]) if connection.scopes.is_some() => Some(only),
            (ScopeKind::AccountGroup, [first, ..]) => {
                Some(entries.iter().find(|entry| entry.is_default).unwrap_or(first))
            }
            (ScopeKind::Project | ScopeKind::System | ScopeKind::AccountGroup, _) => None,
        }
    }
}

/// The scopes of every connection; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Scopes(StoredValue<Vec<(String, ArcRwSignal<ScopeList>)>>);

impl Scopes {
    /// What the configuration names.
    pub fn new(connections: &[Connection]) -> Self {
        let list = |connection: &Connection| (connection.id.clone(), ArcRwSignal::new(configured(connection)));
        Self(StoredValue::new(connections.iter().map(list).collect()))
    }

    /// What is known of a connection's scopes, and again when that changes.
    pub fn get(self, connection: &str) -> ScopeList {
        self.list(connection).map(|list| list.get()).unwrap_or_default()
    }

    /// What people call a scope: the name the server gives it, else its key, else the connection's label.
    pub fn name(self, place: &Place, label: &str) -> String {
        if place.scope == Scope::System {
            return label.to_owned();
        }
        let entries = self.get(&place.connection).entries.unwrap_or_default();
        let known = entries.into_iter().find(|entry| entry.scope == place.scope);
        known.map_or_else(|| place.scope.key().to_owned(), |entry| entry.name)
    }

    /// Asks the server for the names of scopes that an address knows by their key alone. A project is its name: nothing is
    /// asked for it, so that a form asks for its record and for nothing else.
    pub fn load_names(self, console: Console, connection: &Connection) {
        if connection.dialect.capabilities().scope == ScopeKind::AccountGroup {
            self.load(console, connection);
        }
    }

    /// Asks the server, where there is something to ask and it was not asked yet. A configured account group is known by
    /// its id alone, and gets its name; other configured scopes are known.
    pub fn load(self, console: Console, connection: &Connection) {
        let Some(list) = self.list(&connection.id) else { return };
        let lacks_names = connection.dialect.capabilities().scope == ScopeKind::AccountGroup;
        let wanted =
            list.with_untracked(|list| !list.busy && !list.is_listed && (lacks_names || list.entries.is_none()));
        let request = console.sessions.access(&connection.id).and_then(|access| connection.dialect.scopes(&access));
        let (Some(request), true) = (request, wanted) else { return };
        list.update(|list| (list.busy, list.failure) = (true, None));
        let connection = connection.clone();
        spawn_local(async move {
            let session = console.sessions.number();
            let reply = runner::read(console, &connection, request).await;
            let answer = connection.dialect.interpret_scopes(reply);
            let failure = answer.as_ref().err();
            let ended = failure.is_some_and(|failure| console.ends_session(&connection.id, session, failure));
            list.update(|list| {
                list.busy = false;
                match answer {
                    Ok(entries) => (list.entries, list.is_listed) = (Some(offered(&connection, entries)), true),
                    // A name that could not be read is no reason to hide a list whose id is known.
                    Err(failure) if !ended && list.entries.is_none() => list.failure = Some(failure),
                    Err(_) => {}
                }
            });
        });
    }

    /// Forgets what the server said after a sign-out.
    pub fn forget(self, connection: &Connection) {
        if let Some(list) = self.list(&connection.id) {
            list.set(configured(connection));
        }
    }

    fn list(self, connection: &str) -> Option<ArcRwSignal<ScopeList>> {
        self.0.try_with_value(|lists| lists.iter().find(|(id, _)| id == connection).map(|(_, list)| list.clone()))?
    }
}

/// What the configuration names.
fn configured(connection: &Connection) -> ScopeList {
    ScopeList { entries: connection.scopes.clone(), ..ScopeList::default() }
}

/// Of what the server lists, what the configuration allows; a configured scope that it does not list stays.
fn offered(connection: &Connection, listed: Vec<ScopeEntry>) -> Vec<ScopeEntry> {
    let Some(configured) = &connection.scopes else { return listed };
    let named = |entry: &ScopeEntry| {
        let known = listed.iter().find(|other| other.scope == entry.scope).cloned();
        known.unwrap_or_else(|| entry.clone())
    };
    configured.iter().map(named).collect()
}
