//! Everything that keeps a secret from being sent: how it came into the field, and the rules of the configuration.

use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::issue::Issue;

use crate::common;
use crate::components::secret_field::SecretInput;
use crate::console::Console;
use crate::page::Place;

/// The issues of a secret. A password is decided here, so the policy applies to it; a value is the copy of a secret
/// that lives elsewhere, of which only an empty one is refused (design.md 3).
pub async fn issues(
    console: Console,
    secret: SecretInput,
    connection: &Connection,
    credential: &Credential,
    place: &Place,
) -> Vec<Issue> {
    if let Some(issue) = secret.issue() {
        return vec![issue];
    }
    match connection.dialect.capabilities().secret_noun {
        SecretNoun::Value => Vec::new(),
        SecretNoun::Password => {
            let policy = console.configuration(|configuration| configuration.password);
            common::load(console).await;
            let known = [credential.name.as_str(), place.scope.key()];
            // The console may have been taken away while the list was loaded.
            console.common.try_with_value(|common| policy.check(&secret.read(), &known, common)).unwrap_or_default()
        }
    }
}
