//! What is left of a change to put into a ticket (ux.md 3 K): what, where, when and how it ended. No secret is part of
//! it, and no hash of one.

use serde_json::{Map, Value};

use crate::capabilities::{Field, SecretNoun};
use crate::configuration::Connection;
use crate::credential::Credential;
use crate::dialect::{Change, What};
use crate::outcome::{Deployment, DetailsLost, Doubt, Environment, Outcome};
use crate::problem::ApiProblem;
use crate::timestamp::Timestamp;

/// The receipt of one write.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// When it ended, by this computer's clock.
    pub when: Timestamp,
    /// Whose API it was.
    pub system: &'static str,
    /// What people call the connection.
    pub connection: String,
    /// Where it stands; empty on the page's own origin.
    pub address: String,
    /// What people call the scope; empty for the system itself.
    pub scope: String,
    /// The credential's name before the change.
    pub credential: String,
    /// What the API finds it by.
    pub id: String,
    /// What was sent with another value than was read, and the secret if one was sent.
    pub changed: Vec<Changed>,
    /// Who did it, where the API wants to know.
    pub operator: Option<String>,
    /// How it ended, without a record in it.
    pub outcome: &'static str,
    /// What the server said of each environment.
    pub environments: Vec<Environment>,
    /// The HTTP status of a refusal or a doubt.
    pub status: Option<u16>,
    /// The server's words about it.
    pub said: Option<String>,
}

/// One thing that a write changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// A detail.
    Field(Field),
    /// The secret.
    Secret(SecretNoun),
}

impl Receipt {
    /// The receipt of a write that was sent; nothing for one that never was.
    pub fn of(
        connection: &Connection,
        scope: &str,
        base: &Credential,
        change: &Change,
        outcome: &Outcome,
        when: Timestamp,
    ) -> Option<Self> {
        let (environments, problem) = match outcome {
            Outcome::NotSent(_) | Outcome::Conflict(_) => return None,
            Outcome::Saved(deployment)
            | Outcome::SavedNotDeployed(deployment)
            | Outcome::SavedDetailsLost(DetailsLost::NotReported(deployment)) => {
                (deployment.environments.clone(), deployment.message.clone().map(said))
            }
            Outcome::SavedDetailsLost(DetailsLost::Body(_) | DetailsLost::Unreadable)
            | Outcome::Unknown(Doubt::Fault(_) | Doubt::AnotherRecord) => (Vec::new(), None),
            Outcome::Rejected(problem) | Outcome::Unknown(Doubt::Server(problem) | Doubt::NotTheApi(problem)) => {
                (Vec::new(), Some(problem.clone()))
            }
        };
        Some(Self {
            when,
            system: connection.dialect.product(),
            connection: connection.label.clone(),
            address: connection.base_url.to_string(),
            scope: scope.to_owned(),
            credential: base.name.clone(),
            id: base.id.clone(),
            changed: changed(connection, base, change),
            operator: change.operator.clone(),
            outcome: outcome.code(),
            environments,
            status: problem.as_ref().map(|problem| problem.status).filter(|status| *status > 0),
            said: problem.and_then(|problem| problem.text.or(problem.code)),
        })
    }

    /// The receipt of the same write, once a look has proved that it was carried out.
    #[must_use]
    pub fn proved(self, when: Timestamp) -> Self {
        let outcome = Outcome::Saved(Deployment::default()).code();
        Self { when, outcome, status: None, said: None, ..self }
    }

    /// For programs. `tool` names this program and its version.
    pub fn json(&self, tool: &str) -> String {
        let mut record = Map::new();
        let mut set = |key: &str, value: Value| drop(record.insert(key.to_owned(), value));
        let text = |text: &str| Value::String(text.to_owned());
        set("tool", text(tool));
        set("when", Value::String(self.when.to_string()));
        set("system", text(self.system));
        set("connection", text(&self.connection));
        set("address", text(&self.address));
        set("scope", text(&self.scope));
        set("credential", text(&self.credential));
        set("id", text(&self.id));
        set("changed", Value::Array(self.changed.iter().map(|changed| text(changed.key())).collect()));
        set("operator", self.operator.as_deref().map_or(Value::Null, text));
        set("outcome", text(self.outcome));
        set("environments", Value::Array(self.environments.iter().map(environment).collect()));
        set("status", self.status.map_or(Value::Null, Value::from));
        set("said", self.said.as_deref().map_or(Value::Null, text));
        serde_json::to_string(&record).unwrap_or_default()
    }
}

impl Changed {
    /// Its name for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Field(Field::Name) => "name",
            Self::Field(Field::FullName) => "fullName",
            Self::Field(Field::Email) => "email",
            Self::Field(Field::Description) => "description",
            Self::Field(Field::Roles) => "roles",
            Self::Field(Field::Addresses) => "allowedAddresses",
            Self::Field(Field::Enabled) => "enabled",
            Self::Field(Field::Expiry) => "expiry",
            Self::Secret(SecretNoun::Password) => "password",
            Self::Secret(SecretNoun::Value) => "value",
        }
    }
}

/// The server's words about a whole deployment, in the shape of its other words.
fn said(words: String) -> ApiProblem {
    ApiProblem { text: Some(words), ..ApiProblem::default() }
}

fn changed(connection: &Connection, base: &Credential, change: &Change) -> Vec<Changed> {
    let capabilities = connection.dialect.capabilities();
    let details = match &change.what {
        What::Secret(_) => Vec::new(),
        What::Details { edit, .. } => {
            let after = edit.over(base);
            capabilities.fields.iter().copied().filter(|field| !base.same(&after, *field)).collect()
        }
    };
    let secret = change.has_secret().then_some(Changed::Secret(capabilities.secret_noun));
    details.into_iter().map(Changed::Field).chain(secret).collect()
}

fn environment(environment: &Environment) -> Value {
    let mut record = Map::new();
    record.insert("name".to_owned(), Value::String(environment.name.clone()));
    record.insert("state".to_owned(), Value::String(environment.state.code().to_owned()));
    let messages = environment.messages.iter().cloned().map(Value::String);
    record.insert("messages".to_owned(), Value::Array(messages.collect()));
    Value::Object(record)
}

#[cfg(test)]
mod tests;
