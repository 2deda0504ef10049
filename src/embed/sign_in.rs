//! What a host is asked: a token. All of it is in the second part of the program.

use js_sys::Promise;
use leptos::prelude::*;
use rekey_core::host::{HostSignIn, Reason};
use rekey_core::secret::Secret;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Host;

impl Host {
    /// How its sign-in of a connection stands, and again when that changes.
    pub fn sign_in(self, connection: &str) -> HostSignIn {
        self.changes.track();
        let known = self.outside.try_with_value(|outside| {
            outside.sign_ins.iter().find(|(id, _)| id == connection).map(|(_, sign_in)| *sign_in)
        });
        known.flatten().unwrap_or_default()
    }

    /// Something has happened to it.
    pub fn change_sign_in<T>(self, connection: &str, change: impl FnOnce(&mut HostSignIn) -> T) -> T {
        let before = untrack(|| self.sign_in(connection));
        let mut sign_in = before;
        let result = change(&mut sign_in);
        if sign_in != before {
            self.outside.try_update_value(|outside| {
                outside.sign_ins.retain(|(id, _)| id != connection);
                outside.sign_ins.push((connection.to_owned(), sign_in));
            });
            self.changes.notify();
        }
        result
    }

    /// Asks the host for a token; nothing if it gives none.
    pub async fn token(self, connection: &str, reason: Reason) -> Option<Secret> {
        let (connection, reason) = (JsValue::from_str(connection), JsValue::from_str(reason.name()));
        let asked =
            self.outside.try_with_value(|outside| outside.token.call2(&JsValue::NULL, &connection, &reason).ok());
        let promise = asked.flatten()?.dyn_into::<Promise>().ok()?;
        JsFuture::from(promise).await.ok()?.as_string().map(Secret::new)
    }
}
