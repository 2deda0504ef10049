//! Ends sessions that nobody uses, that have lasted as long as they may, or that somebody signed out of in another tab
//! (S-14, S-17). It begins with the first page behind a sign-in and lives as long as the console, so all of it is in
//! the second part of the program.

mod channel;
mod presence;

use std::time::Duration;

use leptos::prelude::*;
use rekey_core::access::{Identity, OwnEnd};
use rekey_core::configuration::Auth;
use rekey_core::host::Reason;
use rekey_core::session::{SessionAge, SessionEnd, SessionLimits, Standing};

use self::channel::Channel;
use crate::console::Console;
use crate::session::{Ended, Session};
use crate::{clock, dom, random};

/// One session with a token.
#[derive(Debug)]
struct Watched {
    connection: String,
    /// The number of the session.
    number: u32,
    age: SessionAge,
    /// When it ends by what is known from its beginning, in milliseconds of the page's clock, and who says so.
    end: f64,
    ended_by: EndedBy,
}

/// Who ends a session at a moment that is known before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndedBy {
    /// The server, as it said or as the token says itself.
    Server,
    /// The console, after the longest time that a session may last.
    Lifetime,
}

/// The watch over all sessions of a console; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct SessionWatch {
    console: Console,
    limits: SessionLimits,
    watched: StoredValue<Vec<Watched>>,
    /// Who made the changes that are not saved, by the connection's id.
    owners: StoredValue<Vec<(String, Identity)>>,
    /// Tells tokens from each other, and nothing else.
    key: [u8; 16],
    /// Seconds until a session ends because nobody uses the tab, once that is near.
    idle_left: RwSignal<Option<u32>>,
    /// The connections whose token has no end of its own, until somebody has taken notice.
    endless: RwSignal<Vec<String>>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
}

impl SessionWatch {
    /// The watch of a console, which begins when it is first asked for.
    pub fn of(console: Console) -> Self {
        // Of the whole console, because a page goes and the session stays.
        let begin = || {
            use_context::<Self>().unwrap_or_else(|| {
                let watch = Self::new(console);
                provide_context(watch);
                watch.begin();
                watch
            })
        };
        console.host.for_all(begin).unwrap_or_else(|| Self::new(console))
    }

    fn new(console: Console) -> Self {
        let mut key = [0; 16];
        // Without a random source tokens are told apart all the same.
        random::fill(&mut key);
        Self {
            console,
            limits: console.configuration(|configuration| configuration.session),
            watched: StoredValue::new(Vec::new()),
            owners: StoredValue::new(Vec::new()),
            key,
            idle_left: RwSignal::new(None),
            endless: RwSignal::new(Vec::new()),
            channel: StoredValue::new_local(None),
        }
    }

    fn begin(self) {
        let connections = self.console.configuration(|configuration| {
            let with_token = configuration.connections.iter().filter(|connection| connection.auth == Auth::Token);
            with_token.map(|connection| connection.id.clone()).collect::<Vec<_>>()
        });
        Effect::new(move |_| {
            for connection in &connections {
                match self.console.sessions.get(connection) {
                    Session::SignedIn(_) => self.arrive(connection),
                    // Whoever is there may sign in again in place (F-09). For as long as nobody does, they are watched.
                    Session::Expired => {}
                    Session::SignedOut(ended) => self.leave(connection, ended),
                }
            }
        });
        if let Ok(ticks) = set_interval_with_handle(move || self.check(), Duration::from_secs(1)) {
            on_cleanup(move || ticks.clear());
        }
        presence::listen(self);
        let channel = Channel::open(move |connection| {
            self.each(|watched| {
                if watched.connection == connection {
                    watched.age.end_elsewhere();
                }
            });
            self.check();
        });
        self.channel.set_value(channel);
        on_cleanup(move || _ = self.channel.try_update_value(|channel| channel.take().map(Channel::close)));
    }

    /// Somebody has signed in. Changes of somebody else are not shown to them: after an end that nobody need have seen,
    /// only the same name or the same token gets them back. Who signs in again in place has been there all the time.
    pub fn arrive(self, connection: &str) {
        let sessions = self.console.sessions;
        let (Some((number, server)), Some(access)) = (sessions.begun(connection), sessions.access(connection)) else {
            return;
        };
        let known = self.watched.with_value(|watched| {
            watched.iter().find(|watched| watched.connection == connection).map(|watched| watched.number)
        });
        if known == Some(number) {
            return;
        }
        let by_host = untrack(|| self.console.host.sign_in(connection)).gave(number);
        if known.is_some() && by_host == Some(Reason::Refused) {
            // The host's next token goes on with the same session: it becomes no longer by that.
            self.each(|watched| {
                if watched.connection == connection {
                    watched.number = number;
                }
            });
            return;
        }
        let entered = self.console.entered(connection);
        let who = entered.and_then(|(method, name)| Identity::of(method, &name, &access, self.key));
        let owner = self.owners.try_update_value(|owners| {
            let owner = owners.iter().position(|(id, _)| id == connection).map(|at| owners.swap_remove(at).1);
            owners.extend(who.clone().map(|who| (connection.to_owned(), who)));
            owner
        });
        if known.is_none() && owner.flatten().is_some_and(|owner| Some(owner) != who) {
            self.console.drafts.forget(connection);
        }
        let now = clock::moment();
        // When a token of the host ends, the host gives another one.
        let own_end = if by_host.is_some() { OwnEnd::Unknown } else { access.own_end() };
        #[allow(clippy::cast_precision_loss, reason = "the years 1 to 9999 fit into 53 bits of milliseconds")]
        let told = match own_end {
            OwnEnd::At(end) => Some(end.milliseconds() as f64),
            OwnEnd::Never | OwnEnd::Unknown => None,
        };
        let lifetime = now.wall + self.limits.lifetime.as_secs_f64() * 1000.0;
        let (end, ended_by) = match server.or(told) {
            Some(end) if end < lifetime => (end, EndedBy::Server),
            _ => (lifetime, EndedBy::Lifetime),
        };
        self.watched.update_value(|watched| {
            watched.retain(|watched| watched.connection != connection);
            let connection = connection.to_owned();
            watched.push(Watched { connection, number, age: SessionAge::new(now), end, ended_by });
        });
        if own_end == OwnEnd::Never {
            self.endless.update(|endless| endless.push(connection.to_owned()));
        }
    }

    /// A session is over. Other tabs hear of it where somebody wanted it.
    fn leave(self, connection: &str, ended: Option<Ended>) {
        let was_watched = self.forget(connection);
        let is_kept = matches!(&ended, Some(Ended::Over(end)) if end.keeps_changes());
        if !is_kept {
            self.console.drafts.forget(connection);
            self.owners.try_update_value(|owners| owners.retain(|(id, _)| id != connection));
        }
        if was_watched && matches!(ended, Some(Ended::Here)) {
            self.channel.with_value(|channel| {
                if let Some(channel) = channel {
                    channel.tell(connection);
                }
            });
        }
    }

    /// Watches a session no longer; says whether it did.
    fn forget(self, connection: &str) -> bool {
        let _ = self.endless.try_update(|endless| endless.retain(|id| id != connection));
        let forgotten = self.watched.try_update_value(|watched| {
            let before = watched.len();
            watched.retain(|watched| watched.connection != connection);
            watched.len() < before
        });
        forgotten.unwrap_or_default()
    }

    fn each(self, change: impl FnMut(&mut Watched)) {
        self.watched.try_update_value(|watched| watched.iter_mut().for_each(change));
    }

    /// Somebody uses the tab.
    fn used(self) {
        let now = clock::moment();
        self.each(|watched| watched.age.use_now(self.limits, now));
        self.check();
    }

    /// Ends what is over, and says how near that is.
    fn check(self) {
        let now = clock::moment();
        let is_writing = self.console.writing.try_get_value().unwrap_or_default() > 0;
        let (mut over, mut left) = (Vec::new(), None);
        self.each(|watched| {
            if is_writing {
                watched.age.write(now);
            }
            match watched.age.standing(self.limits, now) {
                Standing::Going => {}
                Standing::Idling { left: milliseconds } => left = Some(seconds(milliseconds)),
                Standing::Over(end) => over.push((watched.connection.clone(), end)),
            }
        });
        for (connection, end) in over {
            self.forget(&connection);
            // Also a token that somebody has begun to type elsewhere in the console.
            if let (SessionEnd::Idle, Some(root)) = (end, self.console.display.root()) {
                dom::wipe_secrets(&root);
            }
            self.console.end_session(&connection, Ended::Over(end));
        }
        if self.idle_left.try_get_untracked().is_some_and(|known| known != left) {
            self.idle_left.set(left);
        }
    }

    /// Seconds until a session ends because nobody uses the tab, once that is near; and again when that changes.
    pub fn idle_left(self) -> Option<u32> {
        self.idle_left.get()
    }

    /// When the session of a connection ends however much it is used, in milliseconds of the page's clock (UX-41).
    pub fn end(self, connection: &str) -> Option<(f64, EndedBy)> {
        self.watched.try_with_value(|watched| {
            let own = watched.iter().find(|watched| watched.connection == connection);
            own.map(|watched| (watched.end, watched.ended_by))
        })?
    }

    /// Whether the token of a connection has no end of its own and nobody has taken notice of that (S-16).
    pub fn is_endless(self, connection: &str) -> bool {
        self.endless.with(|endless| endless.iter().any(|id| id == connection))
    }

    /// Somebody has.
    pub fn notice_endless(self, connection: &str) {
        self.endless.update(|endless| endless.retain(|id| id != connection));
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the seconds of a warning")]
fn seconds(milliseconds: f64) -> u32 {
    (milliseconds / 1000.0).ceil() as u32
}
