//! The credential as the API shows it (section 2).

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::health::Health;

/// A stored credential. Its value is not part of it: nobody can read it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Credential {
    pub(super) uuid: String,
    pub(super) name: String,
    pub(super) description: String,
    /// `type`: a member, or something as odd as the published example.
    pub(super) kind: Value,
    /// `healthStatus`, if it is not told from the expiry.
    pub(super) odd_health: Option<Value>,
    pub(super) expires_at: Option<String>,
    pub(super) created_by: String,
    pub(super) create_date: String,
    pub(super) last_op_date: Option<String>,
    /// The component it is bound to. It filters the list and stands in no answer.
    pub(super) component_uuid: Option<String>,
}

impl Credential {
    /// `healthStatus` at this moment.
    pub(super) fn health_status(&self, now: Timestamp) -> Value {
        self.odd_health.clone().unwrap_or_else(|| self.health(now).name().into())
    }

    /// What the health is counted as.
    pub(super) fn health(&self, now: Timestamp) -> Health {
        if self.odd_health.is_some() { Health::Unknown } else { Health::of(self.expires_at.as_deref(), now) }
    }

    /// The object of every answer; dates that are not there are left out.
    pub(super) fn shown(&self, now: Timestamp) -> Value {
        let texts = [
            ("uuid", Some(&self.uuid)),
            ("name", Some(&self.name)),
            ("description", Some(&self.description)),
            ("expiresAt", self.expires_at.as_ref()),
            ("createdBy", Some(&self.created_by)),
            ("createDate", Some(&self.create_date)),
            ("lastOpDate", self.last_op_date.as_ref()),
        ];
        let mut members: Map<String, Value> = texts
            .into_iter()
            .filter_map(|(name, text)| text.map(|text| (name.to_owned(), text.clone().into())))
            .collect();
        members.insert("type".to_owned(), self.kind.clone());
        members.insert("healthStatus".to_owned(), self.health_status(now));
        members.into()
    }
}
