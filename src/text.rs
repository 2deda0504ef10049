//! Every sentence a person reads, in one catalogue (design.md 2, invariant 5).
//!
//! Each entry is a function, so that a missing sentence or a missing value does not compile. The words are data behind
//! it: another language is another table for the same keys, loaded when it is chosen. `leptos_i18n` was tried first;
//! the measurement is in docs/architecture.md.

mod catalogue;
mod issue;
mod outcome;
mod phrase;
mod problem;

pub use catalogue::*;
pub use issue::{consequence, issue};
pub use outcome::{Subject, explanation, title};
pub use phrase::{Phrase, lower, shown, visible};
pub use problem::read_failure;

use rekey_core::access::SignInMethod;
use rekey_core::capabilities::{Field, ScopeKind, SecretNoun};
use rekey_core::configuration::Connection;
use rekey_core::credential::{Scope, State};
use rekey_core::outcome::EnvironmentState;

/// What the secret is called.
pub fn noun(noun: SecretNoun) -> &'static str {
    match noun {
        SecretNoun::Password => password(),
        SecretNoun::Value => value(),
    }
}

/// The label of a field.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::FullName => full_name(),
        Field::Email => email(),
        Field::Description => description(),
        Field::Roles => roles(),
        Field::Addresses => allowed_addresses(),
        Field::Enabled => enabled(),
        Field::Expiry => expiry(),
    }
}

/// The word for a state.
pub fn state(state: State) -> &'static str {
    match state {
        State::Active => active(),
        State::ExpiresSoon => expires_soon(),
        State::Expired => expired(),
        State::Disabled => disabled(),
        State::Unsure => end_unreadable(),
    }
}

/// The word for what became of an environment.
pub fn environment_state(state: EnvironmentState) -> &'static str {
    match state {
        EnvironmentState::Deployed => deployed(),
        EnvironmentState::Failed => failed(),
        EnvironmentState::NotReported => not_known(),
    }
}

/// A way to sign in.
pub fn sign_in_method(method: SignInMethod) -> &'static str {
    match method {
        SignInMethod::AccessToken => access_token(),
        SignInMethod::UserNameAndPassword => user_name_and_password(),
    }
}

/// The heading over what holds the credentials.
pub fn scopes(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Project => projects(),
    }
}

/// Where a list stands and what a change there does.
pub fn list_place(scope: &Scope, deploys: bool) -> Phrase {
    match (scope, deploys) {
        (Scope::Project(name), true) => project_that_deploys(name),
        (Scope::Project(name), false) => project_place(name),
    }
}

/// The kind of a scope as a label beside its name.
pub fn scope_label(scope: &Scope) -> &'static str {
    match scope {
        Scope::Project(_) => project(),
    }
}

/// Whose API a connection is, and where it stands.
pub fn product_at(connection: &Connection) -> Phrase {
    let base = connection.base_url.to_string();
    if base.is_empty() {
        product_here(connection.dialect.product())
    } else {
        product_there(connection.dialect.product(), &base)
    }
}

/// How many credentials there are, or how many of them are shown.
pub fn count(shown: usize, all: usize) -> String {
    match (shown, all) {
        (1, 1) => one_credential().to_owned(),
        (shown, all) if shown == all => credentials_count(&all.to_string()).text(),
        (shown, all) => credentials_shown(&shown.to_string(), &all.to_string()).text(),
    }
}
