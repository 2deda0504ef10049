//! Every sentence a person reads, in one catalogue (design.md 2, invariant 5).
//!
//! Each entry is a function, so that a missing sentence or a missing value does not compile. The words are data behind
//! it: English is part of the program, another language is a file in `languages/` with words for the same names, loaded
//! when it is wanted. `leptos_i18n` was tried first; the measurement is in docs/architecture.md.
//!
//! A view that lives on when the language changes says `{text::live(text::sign_in)}`, and so follows.

mod catalogue;
mod collation;
mod diagnosis;
mod issue;
#[cfg(test)]
mod languages;
mod note;
mod number;
mod outcome;
mod phrase;
mod problem;
mod receipt;
mod session;

pub use catalogue::*;
pub use collation::rank;
pub use diagnosis::{cause, check, check_state, connection_report, exchanges};
pub use issue::{consequence, issue};
pub use note::{disguise, finding, found, mend, pick};
pub use outcome::{Subject, explanation, title};
pub use phrase::{Phrase, lower, shown, visible, visible_start};
pub use problem::read_failure;
pub use receipt::{TOOL, changed_what, outcome_word, receipt};
pub use session::session_over;

use self::number::{is_one, number};

use rekey_core::access::SignInMethod;
use rekey_core::capabilities::{Capabilities, Field, ScopeKind, SecretNoun};
use rekey_core::configuration::Connection;
use rekey_core::credential::{Label, Scope, State};
use rekey_core::outcome::EnvironmentState;
use rekey_core::password::{Class, PasswordPolicy};

/// An entry whose words follow the language for as long as their view lives. As a pointer: a view compiles each function
/// that it is given by itself.
pub fn live(entry: fn() -> &'static str) -> fn() -> &'static str {
    entry
}

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
        Field::Name => name(),
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
        SignInMethod::EmailAndApiToken => email_and_api_token(),
    }
}

/// The heading over what holds the credentials.
pub fn scopes(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Project => projects(),
        ScopeKind::AccountGroup => account_groups(),
        ScopeKind::System => credentials(),
    }
}

/// That there is nothing that holds credentials.
pub fn no_scopes(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Project => no_projects(),
        ScopeKind::AccountGroup | ScopeKind::System => no_account_groups(),
    }
}

/// What that means.
pub fn no_scopes_explained(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Project => no_projects_explained(),
        ScopeKind::AccountGroup | ScopeKind::System => no_account_groups_explained(),
    }
}

/// Where a list stands and what a change there does. `name` is what people call the scope.
pub fn list_place(kind: ScopeKind, name: &str, deploys: bool) -> Phrase {
    match (kind, deploys) {
        (ScopeKind::Project, true) => project_that_deploys(name),
        (ScopeKind::Project, false) => project_place(name),
        (ScopeKind::AccountGroup, _) => account_group_place(name),
        (ScopeKind::System, _) => system_place(name),
    }
}

/// The kind of a scope as a label beside its name; nothing for the system itself.
pub fn scope_label(scope: &Scope) -> Option<&'static str> {
    match scope {
        Scope::Project(_) => Some(project()),
        Scope::AccountGroup(_) => Some(account_group()),
        Scope::System => None,
    }
}

/// A word of the server's for a kind or a health.
pub fn label(label: &Label) -> String {
    match label {
        Label::NotSpecified => not_specified().to_owned(),
        Label::Words(words) => visible_start(words),
    }
}

/// The heading over the names of a list.
pub fn name_of_record(capabilities: &Capabilities) -> &'static str {
    if capabilities.has(Field::Name) { name() } else { username() }
}

/// What the filter looks at, in the filter itself.
pub fn filter_hint(capabilities: &Capabilities) -> &'static str {
    match (capabilities.has(Field::FullName), capabilities.has(Field::Description)) {
        (true, _) => filter_hint_people(),
        (false, true) => filter_hint_description(),
        (false, false) => filter_hint_name(),
    }
}

/// What the filter looks at, where it found nothing.
pub fn no_match_explained(capabilities: &Capabilities) -> &'static str {
    match (capabilities.has(Field::FullName), capabilities.has(Field::Description)) {
        (true, _) => searched_people(),
        (false, true) => searched_description(),
        (false, false) => searched_name(),
    }
}

/// What stands under the label of a new secret: the rules for a password, or that a value is taken as it is.
pub fn secret_help(noun: SecretNoun, policy: PasswordPolicy) -> String {
    match noun {
        SecretNoun::Password => {
            let rules = secret_rules(&policy.minimum_length.to_string()).text();
            let wanted = policy.classes.iter().map(one_of_class).collect::<Vec<_>>().join(", ");
            if wanted.is_empty() { rules } else { [rules, secret_wants(&wanted).text()].join(" ") }
        }
        SecretNoun::Value => value_rules().to_owned(),
    }
}

/// A character of a class.
pub(crate) fn one_of_class(class: Class) -> &'static str {
    match class {
        Class::Upper => one_upper(),
        Class::Lower => one_lower(),
        Class::Digit => one_digit(),
        Class::Sign => one_sign(),
    }
}

/// The name under which a password manager may keep a new secret; nothing for a value, which is no login (UX-4).
pub fn login_name(noun: SecretNoun, name: &str) -> Option<String> {
    match noun {
        SecretNoun::Password => Some(name.to_owned()),
        SecretNoun::Value => None,
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
        (shown, all) if shown != all => credentials_shown(&number(shown), &number(all)).text(),
        (_, all) if is_one(all) => one_credential(&number(all)).text(),
        (_, all) => credentials_count(&number(all)).text(),
    }
}

/// How many suggestions there are, for whoever does not see them (UX-48).
pub fn suggestions(count: usize) -> String {
    match count {
        0 => no_suggestions().to_owned(),
        count if is_one(count) => one_suggestion(&number(count)).text(),
        count => suggestions_count(&number(count)).text(),
    }
}

/// What a list no longer has: the first few by name, and how many more (X15).
pub fn gone(names: &[String]) -> Option<Phrase> {
    const NAMED: usize = 3;
    let (some, more) = names.split_at(names.len().min(NAMED));
    match (some, more.len()) {
        ([], _) => None,
        (some, 0) => Some(gone_since(&some.join(", "))),
        (some, more) => Some(gone_and_more(&some.join(", "), &number(more))),
    }
}
