//! What every part of a running console shares: the configuration, the sessions, the records, where one is.

use leptos::prelude::*;
use rekey_core::access::Access;
use rekey_core::configuration::{Auth, Configuration, Connection};
use rekey_core::outcome::ReadFailure;
use rekey_core::password::CommonPasswords;

use crate::navigation::Navigation;
use crate::records::Records;
use crate::session::Sessions;

/// The shared parts, each a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    /// Where one is.
    pub navigation: Navigation,
    /// Who is signed in where.
    pub sessions: Sessions,
    /// What was read.
    pub records: Records,
    /// The passwords everybody tries first; empty until the first secret is typed.
    pub common: StoredValue<CommonPasswords>,
    /// How many forms are open. While there is one, a refused token expires the session instead of ending it.
    pub open_forms: StoredValue<u32>,
    configuration: StoredValue<Configuration>,
    assets: StoredValue<String>,
}

impl Console {
    /// A console for a configuration. `assets` is the address of the folder with the console's own files, and
    /// `addresses` whether the page's address follows.
    pub fn new(configuration: Configuration, assets: String, addresses: bool) -> Self {
        Self {
            navigation: Navigation::new(addresses),
            sessions: Sessions::new(&configuration.connections),
            records: Records::new(),
            common: StoredValue::new(CommonPasswords::default()),
            open_forms: StoredValue::new(0),
            configuration: StoredValue::new(configuration),
            assets: StoredValue::new(assets),
        }
    }

    /// The shared parts of the console that a view belongs to.
    ///
    /// # Panics
    /// Outside [`crate::app::App`], which provides them.
    pub fn here() -> Self {
        #[allow(clippy::expect_used, reason = "a view outside the console cannot be written without noticing")]
        use_context().expect("a console around this view")
    }

    /// The configuration.
    pub fn configuration<T>(self, read: impl FnOnce(&Configuration) -> T) -> T {
        self.configuration.with_value(read)
    }

    /// The address of one of the console's own files.
    pub fn asset(self, name: &str) -> String {
        self.assets.with_value(|folder| format!("{folder}{name}"))
    }

    /// A connection by its id.
    pub fn connection(self, id: &str) -> Option<Connection> {
        self.configuration.try_with_value(|configuration| configuration.connection(id).cloned())?
    }

    /// A connection that requests can be signed for.
    pub fn signed_in(self, id: &str) -> Option<(Connection, Access)> {
        Some((self.connection(id)?, self.sessions.access(id)?))
    }

    /// Ends a session if it was the session that a read failed of; says whether it did. An open form stays and asks for
    /// a new sign-in in place (F-09). What a request of an earlier session was refused for ends nothing: `session` is the
    /// number of its own. Behind a proxy there is nothing to sign in to: the failure is shown as any other.
    pub fn ends_session(self, id: &str, session: u32, failure: &ReadFailure) -> bool {
        let signs_in = self.connection(id).is_some_and(|connection| connection.auth == Auth::Token);
        let ends = signs_in && failure.wants_sign_in() && session == self.sessions.number();
        if ends && self.open_forms.try_get_value().unwrap_or_default() > 0 {
            self.sessions.expire(id);
        } else if ends {
            self.sessions.refuse(id, failure.clone());
        }
        ends
    }

    /// Signs out of a connection and forgets what was read with it.
    pub fn sign_out(self, id: &str) {
        self.sessions.end(id);
        self.records.forget(id);
    }

    /// Where a connection's requests go, for sentences.
    pub fn place_name(connection: &Connection) -> String {
        let base = connection.base_url.to_string();
        if base.is_empty() { connection.label.clone() } else { base }
    }
}
