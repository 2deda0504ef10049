//! Reading what a create or an update sends (sections 4, 5.2, 5.3), in the order of rows 1 to 4.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::credential::Credential;
use super::envelope::{Generation, Refusal};
use super::field_rules;
use super::messages::{self, undocumented};
use super::metadata::{self, MetadataEntry};

/// A full record with its new password.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) credential: Credential,
    pub(super) password: String,
}

/// What a body is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose<'stored> {
    /// Optional fields have their defaults.
    Create,
    /// Every field must be there; secret metadata not sent again stays as it is stored.
    Replace { stored_metadata: &'stored [MetadataEntry] },
}

/// The four fields with a text of their own when empty, checked before the record is looked up.
#[derive(Debug)]
pub(super) struct Essentials {
    pub(super) username: String,
    password: String,
    full_name: String,
    email: String,
}

impl Essentials {
    /// Takes the four fields out of the body; what is missing, `null` or empty is refused with its row.
    pub(super) fn take(body: &mut Map<String, Value>) -> Result<Self, Refusal> {
        Ok(Self {
            username: take_text(body, "username", messages::USERNAME_EMPTY)?,
            password: take_text(body, "password", messages::PASSWORD_EMPTY)?,
            full_name: take_text(body, "fullName", messages::FULL_NAME_EMPTY)?,
            email: take_text(body, "email", messages::EMAIL_EMPTY)?,
        })
    }

    /// Reads the rest of the body and checks every value but the roles, which only the database knows.
    pub(super) fn complete(
        self,
        mut body: Map<String, Value>,
        purpose: Purpose<'_>,
        generation: Generation,
    ) -> Result<Submission, Refusal> {
        let required = matches!(purpose, Purpose::Replace { .. });
        let mut rest = Rest { body: &mut body, required };
        let description = rest.take("description")?.unwrap_or_default();
        let role_name_list: Vec<String> = rest.take("roleNameList")?.unwrap_or_default();
        let enabled = rest.take("enabled")?.unwrap_or(true);
        let ip_list: Vec<String> = rest.take("ipList")?.unwrap_or_default();
        let expire_date: Option<String> = rest.take("expireDate")?;
        field_rules::email(&self.email)?;
        ip_list.iter().try_for_each(|address| field_rules::address(address))?;
        expire_date.iter().try_for_each(|date| field_rules::expire_date(date))?;
        let metadata = read_metadata(body.remove("metadata"), purpose, generation)?;
        let Self { username, password, full_name, email } = self;
        let credential = Credential {
            username,
            email,
            full_name,
            description,
            role_name_list,
            enabled,
            ip_list,
            expire_date,
            metadata,
        };
        Ok(Submission { credential, password })
    }
}

/// Takes a text that may not be empty.
pub(super) fn take_text(
    body: &mut Map<String, Value>,
    name: &'static str,
    text_if_empty: &str,
) -> Result<String, Refusal> {
    match body.remove(name) {
        None | Some(Value::Null) => Err(Refusal::bad_request(text_if_empty)),
        Some(Value::String(text)) if text.is_empty() => Err(Refusal::bad_request(text_if_empty)),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(Refusal::bad_request(undocumented::field_unreadable(name))),
    }
}

/// Generations A and L do not know metadata: it is neither read nor touched. B replaces all of it.
fn read_metadata(
    sent: Option<Value>,
    purpose: Purpose<'_>,
    generation: Generation,
) -> Result<Vec<MetadataEntry>, Refusal> {
    let stored = match purpose {
        Purpose::Create => &[],
        Purpose::Replace { stored_metadata } => stored_metadata,
    };
    match (generation, sent) {
        (Generation::A | Generation::L, _) => Ok(stored.to_vec()),
        (Generation::B, None | Some(Value::Null)) => Ok(Vec::new()),
        (Generation::B, Some(sent)) => metadata::read(sent, stored),
    }
}

/// The fields without a text of their own.
struct Rest<'body> {
    body: &'body mut Map<String, Value>,
    required: bool,
}

impl Rest<'_> {
    /// A field that may be `null` but, in an update, not absent.
    fn take<Field: DeserializeOwned>(&mut self, name: &'static str) -> Result<Option<Field>, Refusal> {
        match self.body.remove(name) {
            None if self.required => Err(Refusal::missing_field(name)),
            None => Ok(None),
            Some(value) => {
                serde_json::from_value(value).map_err(|_| Refusal::bad_request(undocumented::field_unreadable(name)))
            }
        }
    }
}
