//! What every part of a running console shares: the configuration, the sessions, the records, where one is.

use leptos::prelude::*;
use rekey_core::access::{Access, SignInMethod};
use rekey_core::configuration::{Auth, Configuration, Connection};
use rekey_core::host::{Entrance, Situation, Vacancy};
use rekey_core::operation::Pace;
use rekey_core::outcome::ReadFailure;
use rekey_core::password::CommonPasswords;
use rekey_core::receipt::Receipt;

use crate::browsing::Browsing;
use crate::display::Displaying;
use crate::drafts::Drafts;
use crate::embed::Host;
use crate::navigation::Navigation;
use crate::page::{Page, Place};
use crate::records::Records;
use crate::scopes::Scopes;
use crate::session::{Ended, Session, Sessions};
use crate::transport::Stop;

/// The shared parts, each a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    /// The page around it.
    pub host: Host,
    /// How all of it looks and listens.
    pub display: Displaying,
    /// Where one is.
    pub navigation: Navigation,
    /// Who is signed in where.
    pub sessions: Sessions,
    /// What holds the credentials.
    pub scopes: Scopes,
    /// What was read.
    pub records: Records,
    /// How one looks through it.
    pub browsing: Browsing,
    /// What is changed and not saved.
    pub drafts: Drafts,
    /// The passwords everybody tries first; empty until the first secret is typed.
    pub common: StoredValue<CommonPasswords>,
    /// How many forms are open. While there is one, a refused token expires the session instead of ending it.
    pub open_forms: StoredValue<u32>,
    /// How many writes are on their way. While there is one, no session ends by itself (S-14).
    pub writing: StoredValue<u32>,
    /// Who did the last change of a connection, where its API wants to know (Z4).
    operators: StoredValue<Vec<(String, String)>>,
    paces: StoredValue<Vec<(String, Pace)>>,
    /// How somebody last signed in to a connection, and by which name; never with what.
    entered: StoredValue<Vec<(String, SignInMethod, String)>>,
    /// The reads on their way, by the connection's id.
    reads: StoredValue<Vec<(String, Stop)>, LocalStorage>,
    /// The writes on their way.
    writes: StoredValue<Vec<Stop>, LocalStorage>,
    /// What was changed since the tab was opened, in that order, by the connection's id.
    pub receipts: RwSignal<Vec<(String, Receipt)>>,
    configuration: StoredValue<Configuration>,
    assets: StoredValue<String>,
}

impl Console {
    /// A console for a configuration. `assets` is the address of the folder with the console's own files, and `first` the
    /// page that it begins with; nothing where the page's own address says so, and follows.
    pub fn new(configuration: Configuration, assets: String, host: Host, first: Option<Page>) -> Self {
        let pace = |connection: &Connection| {
            (connection.id.clone(), Pace::new(connection.dialect.capabilities().requests_per_minute))
        };
        let (sessions, drafts) = (Sessions::new(&configuration.connections), Drafts::new());
        let reads = StoredValue::new_local(Vec::<(String, Stop)>::new());
        let writes = StoredValue::new_local(Vec::<Stop>::new());
        // The end of the console ends what waits for an answer, and with it the last hold on a secret (E-06).
        on_cleanup(move || {
            reads.try_with_value(|reads| reads.iter().for_each(|(_, stop)| stop.stop()));
            writes.try_with_value(|writes| writes.iter().for_each(Stop::stop));
        });
        Self {
            host,
            writes,
            display: Displaying::new(configuration.display, host),
            scopes: Scopes::new(&configuration.connections),
            operators: StoredValue::new(Vec::new()),
            entered: StoredValue::new(Vec::new()),
            reads,
            receipts: RwSignal::new(Vec::new()),
            paces: StoredValue::new(configuration.connections.iter().map(pace).collect()),
            navigation: Navigation::new(first, drafts),
            sessions,
            drafts,
            records: Records::new(),
            browsing: Browsing::new(),
            common: StoredValue::new(CommonPasswords::default()),
            open_forms: StoredValue::new(0),
            writing: StoredValue::new(0),
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

    /// The current page, and again when it changes. With a single connection the list of connections says nothing:
    /// straight to it.
    pub fn page(self) -> Page {
        let only = self.configuration(|configuration| match configuration.connections.as_slice() {
            [only] => Some(only.id.clone()),
            _ => None,
        });
        match (self.navigation.page(), only) {
            (Page::Connections, Some(id)) => Page::Connection { id },
            (page, _) => page,
        }
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

    /// How a connection stands, for the sign-in of its host; and again when that changes.
    pub fn situation(self, id: &str) -> Situation {
        let vacancy = match self.sessions.get(id) {
            Session::SignedIn(_) => Vacancy::Filled,
            Session::SignedOut(None) => Vacancy::Untouched,
            Session::SignedOut(Some(Ended::Refused(_))) | Session::Expired => Vacancy::Refused,
            Session::SignedOut(Some(Ended::Here | Ended::Over(_))) => Vacancy::Ended,
        };
        let session = self.sessions.begun(id).map(|(number, _)| number);
        Situation { vacancy, session, ends: self.sessions.ends() }
    }

    /// Whether the host is asked for another token when the server refuses this one.
    fn is_renewed(self, id: &str) -> bool {
        untrack(|| {
            let refused = Situation { vacancy: Vacancy::Refused, ..self.situation(id) };
            let entrance = self.host.sign_in(id).entrance(refused);
            self.host.gives_tokens() && matches!(entrance, Entrance::Ask(_) | Entrance::Wait)
        })
    }

    /// A connection that requests can be signed for.
    pub fn signed_in(self, id: &str) -> Option<(Connection, Access)> {
        Some((self.connection(id)?, self.sessions.access(id)?))
    }

    /// Asks the rhythm of a connection, or tells it something.
    pub fn paced(self, id: &str, ask: impl FnOnce(&mut Pace) -> f64) -> f64 {
        let wait =
            self.paces.try_update_value(|paces| paces.iter_mut().find(|(own, _)| own == id).map(|(_, pace)| ask(pace)));
        wait.flatten().unwrap_or_default()
    }

    /// Who is doing the changes: the last one named in this session, else the one of the configuration (Z4).
    pub fn operator(self, connection: &Connection) -> String {
        let last = self.operators.with_value(|operators| {
            operators.iter().find(|(id, _)| *id == connection.id).map(|(_, operator)| operator.clone())
        });
        last.or_else(|| connection.operator.clone()).unwrap_or_default()
    }

    /// Remembers who did a change until the tab is closed.
    pub fn remember_operator(self, connection: &str, operator: &str) {
        self.operators.update_value(|operators| {
            operators.retain(|(id, _)| id != connection);
            operators.push((connection.to_owned(), operator.to_owned()));
        });
    }

    /// How somebody last signed in to a connection, and by which name.
    pub fn entered(self, id: &str) -> Option<(SignInMethod, String)> {
        self.entered.with_value(|entered| {
            entered.iter().find(|(own, ..)| own == id).map(|(_, method, name)| (*method, name.clone()))
        })
    }

    /// Remembers that until the tab is closed, so that nobody types a token into the field of another kind.
    pub fn remember_entered(self, id: &str, method: SignInMethod, name: String) {
        self.entered.update_value(|entered| {
            entered.retain(|(own, ..)| own != id);
            entered.push((id.to_owned(), method, name));
        });
    }

    /// What people call a record, as far as that is known, and again when that changes; else its id.
    pub fn record_name(self, place: &Place, id: &str) -> String {
        let record = self.records.listing(place).with(|listing| listing.find(id));
        record.map_or_else(|| id.to_owned(), |record| record.name)
    }

    /// What people call the scope of a place.
    pub fn scope_name(self, place: &Place) -> String {
        let label = self.connection(&place.connection).map(|connection| connection.label);
        self.scopes.name(place, &label.unwrap_or_default())
    }

    /// Ends a session if it was the session that a read failed of; says whether it did. An open form stays and asks for
    /// a new sign-in in place (F-09); a host that can sign in is asked again, and then the page reads again. What a
    /// request of an earlier session was refused for ends nothing: `session` is the number of its own. Behind a proxy
    /// there is nothing to sign in to: the failure is shown as any other.
    pub fn ends_session(self, id: &str, session: u32, failure: &ReadFailure) -> bool {
        let signs_in = self.connection(id).is_some_and(|connection| connection.auth == Auth::Token);
        let ends = signs_in && failure.wants_sign_in() && session == self.sessions.number();
        if ends && (self.has_open_forms() || self.is_renewed(id)) {
            self.sessions.expire(id);
        } else if ends {
            self.sessions.end(id, Ended::Refused(failure.clone()));
        }
        ends
    }

    /// Whether a form is open, which a refused token does not close.
    pub fn has_open_forms(self) -> bool {
        self.open_forms.try_get_value().unwrap_or_default() > 0
    }

    /// A read of a connection begins, which its sign-out stops.
    pub fn begin_read(self, id: &str) -> Stop {
        let stop = Stop::default();
        self.reads.try_update_value(|reads| {
            reads.retain(|(_, stop)| stop.is_in_use());
            reads.push((id.to_owned(), stop.clone()));
        });
        stop
    }

    /// A write begins, which the end of the console stops.
    pub fn begin_write(self) -> Stop {
        let stop = Stop::default();
        self.writes.try_update_value(|writes| {
            writes.retain(Stop::is_in_use);
            writes.push(stop.clone());
        });
        stop
    }

    /// Ends the session of a connection and forgets what was read with it. What is being read is stopped: a request on
    /// its way holds the token (S-03).
    pub fn end_session(self, id: &str, ended: Ended) {
        self.sessions.end(id, ended);
        let reads = self.reads.try_update_value(std::mem::take).unwrap_or_default();
        for (_, stop) in reads.iter().filter(|(connection, _)| connection == id) {
            stop.stop();
        }
        self.reads.try_set_value(reads);
        self.records.forget(id);
        self.browsing.forget(id);
        if let Some(connection) = self.connection(id) {
            self.scopes.forget(&connection);
        }
    }

    /// Ends every session that can be ended; nobody is asked.
    pub fn end_sessions(self) {
        let with_token = |configuration: &Configuration| {
            let connections = configuration.connections.iter().filter(|connection| connection.auth == Auth::Token);
            connections.map(|connection| connection.id.clone()).collect::<Vec<_>>()
        };
        for id in self.configuration(with_token) {
            self.end_session(&id, Ended::Here);
        }
    }

    /// Where a connection's requests go, for sentences.
    pub fn place_name(connection: &Connection) -> String {
        let base = connection.base_url.to_string();
        if base.is_empty() { connection.label.clone() } else { base }
    }
}
