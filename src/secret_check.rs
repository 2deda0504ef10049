//! Everything that keeps a secret from being sent: how it came into the field, and the rules of the configuration.

use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::issue::Issue;
use rekey_core::password::PasswordPolicy;

use crate::common;
use crate::components::secret_field::SecretInput;
use crate::console::Console;
use crate::page::Place;

/// The rules for a secret. A password is decided here, so the policy applies to it; a value is the copy of a secret that
/// lives elsewhere, of which only an empty one is refused (design.md 3).
pub fn policy(console: Console, noun: SecretNoun) -> Option<PasswordPolicy> {
    match noun {
        SecretNoun::Password => Some(console.configuration(|configuration| configuration.password)),
        SecretNoun::Value => None,
    }
}

/// The issues of a secret. Asking for them is the first thing that a submit does: it also hides the secret (UX-6) and
/// looks for what may not have been meant (UX-10), which keeps nothing from being sent.
pub async fn issues(
    console: Console,
    secret: SecretInput,
    connection: &Connection,
    credential: &Credential,
    place: &Place,
) -> Vec<Issue> {
    secret.show(false);
    secret.review();
    if let Some(issue) = secret.issue() {
        return vec![issue];
    }
    let Some(policy) = policy(console, connection.dialect.capabilities().secret_noun) else { return Vec::new() };
    common::load(console).await;
    // The names of the credential, of what holds it, and of the system (UX-13).
    let known = [credential.name.as_str(), place.scope.key(), &connection.label, connection.dialect.product()];
    // The console may have been taken away while the list was loaded.
    console.common.try_with_value(|common| policy.check(&secret.read(), &known, common)).unwrap_or_default()
}
