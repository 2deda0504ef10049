//! Asks the questions of the connection check, by itself once for each connection and page load, and again when somebody
//! wants it (N-13); what follows from the answers is decided by [`rekey_core::diagnosis`].

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::Connection;
use rekey_core::diagnosis::{Evidence, Page, Permission, Probes, Report};
use rekey_core::http::Fault;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::{clock, dom, transport};

/// What is known of a connection.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Whether it is being asked.
    pub asking: bool,
    /// What was found last, and at which moment of [`clock::milliseconds`].
    pub found: Option<(Arc<Report>, f64)>,
}

/// The check of one connection, shared by everything that shows it.
#[derive(Debug, Clone)]
pub struct Checkup {
    connection: Connection,
    known: ArcRwSignal<Known>,
}

thread_local! {
    /// The checks since the page was loaded. What they say is about the page and a server, so consoles may share them.
    static CHECKUPS: RefCell<Vec<Checkup>> = const { RefCell::new(Vec::new()) };
}

impl Checkup {
    /// The check of a connection.
    pub fn of(connection: &Connection) -> Self {
        CHECKUPS.with_borrow_mut(|checkups| {
            if let Some(known) = checkups.iter().find(|known| known.connection == *connection) {
                return known.clone();
            }
            let new = Self { connection: connection.clone(), known: ArcRwSignal::new(Known::default()) };
            checkups.push(new.clone());
            new
        })
    }

    /// What is known, and again when that changes.
    pub fn known(&self) -> Known {
        self.known.get()
    }

    /// What is known at this moment.
    pub fn known_untracked(&self) -> Known {
        self.known.get_untracked()
    }

    /// The connection.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Asks, unless it was asked before.
    pub fn begin(&self) {
        if self.known.with_untracked(|known| known.found.is_none()) {
            self.again();
        }
    }

    /// Asks, unless it is being asked.
    pub fn again(&self) {
        if self.known.with_untracked(|known| known.asking) {
            return;
        }
        self.known.update(|known| known.asking = true);
        let own = self.clone();
        spawn_local(async move {
            let report = Arc::new(Report::of(evidence(&own.connection).await));
            own.known.set(Known { asking: false, found: Some((report, clock::milliseconds())) });
        });
    }
}

async fn evidence(connection: &Connection) -> Evidence {
    let (probes, isolated) = ask(connection).await;
    Evidence {
        dialect: connection.dialect,
        base: connection.base_url.clone(),
        auth: connection.auth,
        page: Page { origin: dom::origin(), framed: dom::is_framed(), isolated },
        online: transport::is_online(),
        local_network: local_network().await,
        clipboard: permission("clipboard-write").await,
        probes,
        now: clock::now().milliseconds(),
    }
}

/// The questions, each only where those before it leave something open, and whether the page is isolated, if that matters.
async fn ask(connection: &Connection) -> (Probes, bool) {
    if !transport::is_online() {
        return (Probes::none(), false);
    }
    let (base, question) = (&connection.base_url, Evidence::question(connection));
    let mut probes = Probes { plain: transport::probe(base, &question, false).await, opaque: None, preflighted: None };
    let mut isolated = false;
    match &probes.plain {
        // Within the page's own origin there is nothing to allow.
        _ if base.origin().is_none() => {}
        Ok(_) => probes.preflighted = Some(transport::probe(base, &question, true).await),
        Err(Fault::Unreachable) if transport::something_answers(base, &question).await => probes.opaque = Some(true),
        Err(Fault::Unreachable) => {
            isolated = transport::is_isolated().await;
            probes.opaque = (!isolated).then_some(false);
        }
        Err(_) => {}
    }
    (probes, isolated)
}

/// Whether this page may ask the local network. Browsers have split the permission in two, and know one, two or none of its
/// names (M12); the strictest counts.
async fn local_network() -> Permission {
    let mut strictest = Permission::NotKnown;
    for name in ["local-network-access", "local-network", "loopback-network"] {
        strictest = match (strictest, permission(name).await) {
            (Permission::Denied, _) | (_, Permission::Denied) => Permission::Denied,
            (Permission::Prompt, _) | (_, Permission::Prompt) => Permission::Prompt,
            (Permission::Granted, _) | (_, Permission::Granted) => Permission::Granted,
            (Permission::NotKnown, Permission::NotKnown) => Permission::NotKnown,
        };
    }
    strictest
}

/// What the browser says of a permission. One that it does not know it refuses to tell.
async fn permission(name: &str) -> Permission {
    let state = async {
        let wanted = Object::new();
        Reflect::set(&wanted, &"name".into(), &name.into()).ok()?;
        // By name: an import for each would be paid by the first form.
        let permissions = Reflect::get(&web_sys::window()?.navigator(), &"permissions".into()).ok()?;
        let query: Function = Reflect::get(&permissions, &"query".into()).ok()?.dyn_into().ok()?;
        let promise: Promise = query.call1(&permissions, &wanted).ok()?.dyn_into().ok()?;
        let status = JsFuture::from(promise).await.ok()?;
        Reflect::get(&status, &"state".into()).ok()?.as_string()
    };
    match state.await.as_deref() {
        Some("granted") => Permission::Granted,
        Some("prompt") => Permission::Prompt,
        Some("denied") => Permission::Denied,
        Some(_) | None => Permission::NotKnown,
    }
}
