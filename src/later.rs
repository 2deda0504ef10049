//! The second part of the program: the pages behind the sign-in, and all that talks to the systems.
//!
//! It is a module of its own (`crates/xtask/src/assemble/parts.rs` splits it off). The element fetches it when
//! the first form is there, so that nobody who signs in waits for it; until it has come, nothing in it can be called.

mod boundary;

use std::cell::{Cell, OnceCell};

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::components::around::Around;
use crate::components::connection_check::ConnectionCheck;
use crate::components::host_sign_in::HostSignIn;
use crate::components::refusal::Refusal;
use crate::embed::Call;
use crate::exchange::{Exchange, Exchanging};
use crate::pages::signed_in::Wanted;
use crate::view::{self, View};

/// Why the second part did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It could not be fetched.
    Unreachable,
    /// What came is not what belongs to this page.
    Unverified,
}

/// Proof that the second part is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded(());

#[allow(clippy::unused_self, reason = "it is the proof without which there is nothing to call")]
impl Loaded {
    /// The proof, if it is there already.
    pub fn now() -> Option<Self> {
        IS_LOADED.get().then_some(Self(()))
    }

    /// The same, and again when it comes.
    pub fn tracked() -> Option<Self> {
        view::follow(&ARRIVAL);
        Self::now()
    }

    /// Makes a page.
    pub fn page(self, wanted: Wanted) -> View {
        boundary::page(wanted)
    }

    /// Signs in with what was entered.
    pub fn exchange(self, exchange: Exchange) -> Exchanging {
        boundary::exchange(exchange)
    }

    /// Shows the check of a connection.
    pub fn connection_check(self, check: ConnectionCheck) -> View {
        boundary::connection_check(check)
    }

    /// Makes what stands around the pages, besides the way to them.
    pub fn around(self, around: Around) -> View {
        boundary::around(around)
    }

    /// Shows the sign-in of a host.
    pub fn host_sign_in(self, sign_in: HostSignIn) -> View {
        boundary::host_sign_in(sign_in)
    }

    /// Does what the element asks of a console.
    pub fn call(self, call: Call) {
        boundary::call(call);
    }

    /// Says why a sign-in did not work.
    pub fn refusal(self, refusal: Refusal) -> View {
        boundary::refusal(refusal)
    }
}

thread_local! {
    static LOADER: OnceCell<Function> = const { OnceCell::new() };
    static IS_LOADED: Cell<bool> = const { Cell::new(false) };
    static ARRIVAL: ArcTrigger = ArcTrigger::new();
}

/// Says how to load it: a function whose promise brings nothing, or the code of a failure.
pub fn set_loader(loader: Function) {
    LOADER.with(|known| _ = known.set(loader));
}

/// Waits until it is there. A failure is not kept: the next call tries again.
pub async fn load() -> Result<Loaded, Missing> {
    load_when(false).await
}

/// The same for what can wait until the first form has been painted and nothing else is to do.
pub async fn load_when(idle: bool) -> Result<Loaded, Missing> {
    let promise = LOADER.with(|loader| loader.get().and_then(|loader| loader.call1(&JsValue::NULL, &idle.into()).ok()));
    let promise: Promise = promise.and_then(|promise| promise.dyn_into().ok()).ok_or(Missing::Unreachable)?;
    let failure = JsFuture::from(promise).await.map_err(|_| Missing::Unreachable)?;
    match failure.as_string().as_deref() {
        None => {
            if !IS_LOADED.replace(true) {
                ARRIVAL.with(Notify::notify);
            }
            Ok(Loaded(()))
        }
        Some("later-unreachable") => Err(Missing::Unreachable),
        Some(_) => Err(Missing::Unverified),
    }
}
