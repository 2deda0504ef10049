//! Everything that keeps a secret from being sent: how it came into the field, and the rules of the configuration.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::SecretNoun;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::issue::Issue;
use rekey_core::password::{CommonPasswords, PasswordPolicy, guessable};

use crate::common;
use crate::components::secret_field::SecretInput;
use crate::console::Console;
use crate::page::Place;

/// Who judges the secret of one credential; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct SecretCheck {
    console: Console,
    secret: SecretInput,
    policy: Option<PasswordPolicy>,
    /// The names of the credential, of what holds it, and of the system (UX-13).
    known: StoredValue<[String; 4]>,
}

impl SecretCheck {
    /// For the field of a form. A password is decided here, so the policy applies to it; a value is the copy of a secret
    /// that lives elsewhere, of which only an empty one is refused (design.md 3).
    pub fn new(
        console: Console,
        secret: SecretInput,
        connection: &Connection,
        credential: &Credential,
        place: &Place,
    ) -> Self {
        let policy = match connection.dialect.capabilities().secret_noun {
            SecretNoun::Password => Some(console.configuration(|configuration| configuration.password)),
            SecretNoun::Value => None,
        };
        let product = connection.dialect.product();
        let known = [credential.name.as_str(), place.scope.key(), &connection.label, product].map(str::to_owned);
        Self { console, secret, policy, known: StoredValue::new(known) }
    }

    /// The rules, if it is decided here.
    pub fn policy(self) -> Option<PasswordPolicy> {
        self.policy
    }

    /// What is wrong with the secret. Asking for it is the first thing that a submit does: it also hides the secret
    /// (UX-6) and looks for what may not have been meant (UX-10), which keeps nothing from being sent and has time until
    /// the request has left.
    pub async fn issues(self) -> Vec<Issue> {
        let secret = self.secret;
        secret.show(false);
        spawn_local(async move { secret.review() });
        if let Some(issue) = secret.issue() {
            return vec![issue];
        }
        let Some(policy) = self.policy else { return Vec::new() };
        self.judge(|known, common| policy.check(&secret.read(), known, common)).await
    }

    /// The field was left: says beside it whether what was typed is easy to guess (UX-14). It is told on submit as well.
    pub async fn tell(self) {
        let secret = self.secret;
        if self.policy.is_some() && !secret.is_empty() && !secret.is_generated() {
            let found = self.judge(|known, common| guessable(&secret.read(), known, common)).await;
            secret.tell(found);
        }
    }

    async fn judge(self, check: impl FnOnce(&[&str], &CommonPasswords) -> Vec<Issue>) -> Vec<Issue> {
        common::load(self.console).await;
        // The form or the console may have been taken away while the list was loaded.
        let judged = self.known.try_with_value(|known| {
            let known = known.each_ref().map(String::as_str);
            self.console.common.try_with_value(|common| check(&known, common))
        });
        judged.flatten().unwrap_or_default()
    }
}
