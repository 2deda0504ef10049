//! What a host is told. Identifiers and codes, and never a secret: a detail has no place for one.

use crate::outcome::{Deployment, DetailsLost, Outcome};
use crate::page::{Page, Place};

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The name of the event.
    pub name: &'static str,
    /// What it tells.
    pub detail: Detail,
}

/// The members of an object, in their order.
pub type Detail = Vec<(&'static str, Member)>;

/// The value of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// There is none; `null`.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A text.
    Text(String),
    /// Several objects.
    List(Vec<Detail>),
}

/// Which form wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// The edit form, with or without a secret.
    Edit,
    /// The form that changes the secret alone.
    Secret,
}

/// What a write is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Which form it is of.
    pub operation: Operation,
    /// Where the credential is.
    pub place: Place,
    /// Its id.
    pub id: String,
}

impl Event {
    /// The console is there, with all of its parts.
    pub fn ready(version: &str) -> Self {
        Self { name: "rekey-ready", detail: vec![("version", text(version))] }
    }

    /// It shows another page.
    pub fn navigate(page: &Page) -> Self {
        let connection = page.connection().map_or(Member::Nothing, text);
        Self { name: "rekey-navigate", detail: vec![("page", Member::Text(page.path())), ("connection", connection)] }
    }

    /// Whether leaving would lose something that was typed.
    pub fn dirty(is_dirty: bool) -> Self {
        Self { name: "rekey-dirty", detail: vec![("dirty", Member::Flag(is_dirty))] }
    }

    /// A write ended.
    pub fn outcome(written: &Written, outcome: &Outcome) -> Self {
        let deployment = match outcome {
            Outcome::Saved(deployment)
            | Outcome::SavedNotDeployed(deployment)
            | Outcome::SavedDetailsLost(DetailsLost::NotReported(deployment)) => Some(deployment),
            Outcome::SavedDetailsLost(DetailsLost::Body(_) | DetailsLost::Unreadable)
            | Outcome::NotSent(_)
            | Outcome::Rejected(_)
            | Outcome::Unknown(_)
            | Outcome::Conflict(_) => None,
        };
        Self::ended(written, outcome.code(), deployment)
    }

    /// The console is taken away before the end of a write. What was sent may still be carried out; what was not is sent
    /// no more (E-06).
    pub fn interrupted(written: &Written, was_sent: bool) -> Self {
        Self::ended(written, if was_sent { "unknown" } else { "not-sent" }, None)
    }

    fn ended(written: &Written, code: &str, deployment: Option<&Deployment>) -> Self {
        let Written { operation, place, id } = written;
        let operation = match operation {
            Operation::Edit => "edit",
            Operation::Secret => "password",
        };
        let scope = if place.scope.key().is_empty() { Member::Nothing } else { text(place.scope.key()) };
        let mut detail = vec![
            ("operation", text(operation)),
            ("outcome", text(code)),
            ("connection", text(&place.connection)),
            ("scope", scope),
            ("credential", text(id)),
        ];
        let environments = deployment.map(|deployment| deployment.environments.as_slice()).unwrap_or_default();
        if !environments.is_empty() {
            let rows =
                environments.iter().map(|row| vec![("name", text(&row.name)), ("state", text(row.state.code()))]);
            detail.push(("environments", Member::List(rows.collect())));
        }
        Self { name: "rekey-outcome", detail }
    }
}

fn text(text: &str) -> Member {
    Member::Text(text.to_owned())
}
