//! Reading what an update (section 3) or a create (section 4.1) sends.

use axum::http::HeaderMap;
use jiff::Timestamp;

use super::answer::Refusal;
use super::conduct::Presence;
use super::credential::Credential;
use super::fields::Fields;
use super::{identifier, instant, kind, messages};
use crate::settings::Settings;

/// What an update changes. What is absent stays as it is.
#[derive(Debug)]
pub(super) struct Update {
    pub(super) name: String,
    description: String,
    expires_at: Option<Timestamp>,
    pub(super) value: Option<String>,
    pub(super) operator: String,
}

impl Update {
    const FIELDS: [&str; 5] = ["name", "description", "value", "expiresAt", "operator"];

    pub(super) fn read(headers: &HeaderMap, body: &[u8], settings: Settings) -> Result<Self, Refusal> {
        let mut fields = Fields::read(headers, body, &Self::FIELDS)?;
        let update = Self {
            name: fields.required_words("name")?,
            description: fields.required_text("description")?,
            value: fields.secret("value")?,
            expires_at: fields.instant("expiresAt")?,
            operator: fields.required_words("operator")?,
        };
        require("value", update.value.is_some(), settings.zstack_value)?;
        require("expiresAt", update.expires_at.is_some(), settings.zstack_expires_at)?;
        Ok(update)
    }

    /// Makes the change, but for the value.
    pub(super) fn apply(&self, credential: &mut Credential, now: Timestamp) {
        credential.name.clone_from(&self.name);
        credential.description.clone_from(&self.description);
        if let Some(expires_at) = self.expires_at {
            credential.expires_at = Some(instant::format(expires_at));
        }
        credential.last_op_date = Some(instant::format(instant::after(credential.last_op_date.as_deref(), now)));
    }
}

/// A new credential with its value.
#[derive(Debug)]
pub(super) struct Creation {
    pub(super) credential: Credential,
    pub(super) value: String,
}

impl Creation {
    const FIELDS: [&str; 5] = ["name", "description", "type", "value", "expiresAt"];

    pub(super) fn read(headers: &HeaderMap, body: &[u8], principal: &str, now: Timestamp) -> Result<Self, Refusal> {
        let mut fields = Fields::read(headers, body, &Self::FIELDS)?;
        let name = fields.required_words("name")?;
        let description = fields.required_text("description")?;
        let kind = fields.required_words("type")?;
        let value = fields.secret("value")?.ok_or_else(|| missing("value"))?;
        let expires_at = fields.instant("expiresAt")?.ok_or_else(|| missing("expiresAt"))?;
        if !kind::is_known(&kind) {
            return Err(Refusal::invalid(messages::unknown_member("type")));
        }
        let credential = Credential {
            uuid: identifier::random("cred"),
            name,
            description,
            kind: kind.into(),
            odd_health: None,
            expires_at: Some(instant::format(expires_at)),
            created_by: principal.to_owned(),
            create_date: instant::format(now),
            last_op_date: Some(instant::format(now)),
            component_uuid: None,
        };
        Ok(Self { credential, value })
    }
}

fn require(name: &str, is_there: bool, presence: Presence) -> Result<(), Refusal> {
    if is_there || presence == Presence::Optional { Ok(()) } else { Err(missing(name)) }
}

fn missing(name: &str) -> Refusal {
    Refusal::invalid(messages::field_missing(name))
}
