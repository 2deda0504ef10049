//! From what stands on the screen to what may be sent: parsed once, on submit.

use crate::address::{is_address_or_range, is_email};
use crate::capabilities::{Capabilities, ExpiryRules, Field};
use crate::credential::{Credential, Expiry};
use crate::issue::Issue;
use crate::merge::{Merge, Side};
use crate::timestamp::{LocalDateTime, Timestamp};

pub use expiry::{Moments, Pick};
pub use kept::KeptDraft;

/// The fields of the edit form as they stand on the screen. The secret is not among them: it lives in its own field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CredentialDraft {
    /// As typed.
    pub name: String,
    /// As typed.
    pub full_name: String,
    /// As typed.
    pub email: String,
    /// As typed.
    pub description: String,
    /// One entry per role.
    pub roles: Vec<String>,
    /// One entry per address or range.
    pub addresses: Vec<String>,
    /// The switch.
    pub enabled: bool,
    /// `YYYY-MM-DD`, or empty for never.
    pub expiry_date: String,
    /// `HH:mm`, or empty for the end of the day (UX-46).
    pub expiry_time: String,
}

/// What an edit sends for the expiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpiryEdit {
    /// As it was read, to the letter.
    Untouched,
    /// No end.
    Never,
    /// A new end.
    At(Timestamp),
}

/// A checked edit: every detail of the credential as it shall be. What a system does not have is as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialEdit {
    /// Not blank.
    pub name: String,
    /// Not blank.
    pub full_name: String,
    /// A mail address.
    pub email: String,
    /// May be empty.
    pub description: String,
    /// Not blank, each once.
    pub roles: Vec<String>,
    /// Addresses and ranges, each once.
    pub addresses: Vec<String>,
    /// The switch.
    pub enabled: bool,
    /// The end.
    pub expiry: ExpiryEdit,
}

impl CredentialEdit {
    /// A record as it is after this edit. An untouched end is the record's own.
    pub fn over(&self, base: &Credential) -> Credential {
        let expiry = match &self.expiry {
            ExpiryEdit::Untouched => base.expiry.clone(),
            ExpiryEdit::Never => Expiry::Never,
            ExpiryEdit::At(end) => Expiry::At(*end, String::new()),
        };
        Credential {
            name: self.name.clone(),
            full_name: self.full_name.clone(),
            email: self.email.clone(),
            description: self.description.clone(),
            roles: self.roles.clone(),
            addresses: self.addresses.clone(),
            enabled: self.enabled,
            expiry,
            ..base.clone()
        }
    }
}

/// What the browser knows of time: passed in, because the core reads no clock and no zone.
pub struct Clock<'a> {
    /// The present moment.
    pub now: Timestamp,
    /// The moment at which a clock in the person's zone shows a date and time.
    pub resolve: &'a dyn Fn(LocalDateTime) -> Option<Timestamp>,
    /// What a clock in the person's zone shows at a moment.
    pub local: &'a dyn Fn(Timestamp) -> LocalDateTime,
}

impl CredentialDraft {
    /// The draft that shows a record as it was read.
    pub fn of(credential: &Credential, clock: &Clock<'_>) -> Self {
        let (expiry_date, expiry_time) = match &credential.expiry {
            Expiry::At(end, _) => {
                let local = (clock.local)(*end);
                (local.date(), local.time())
            }
            Expiry::Never | Expiry::Unreadable(_) => Default::default(),
        };
        Self {
            name: credential.name.clone(),
            full_name: credential.full_name.clone(),
            email: credential.email.clone(),
            description: credential.description.clone(),
            roles: credential.roles.clone(),
            addresses: credential.addresses.clone(),
            enabled: credential.enabled,
            expiry_date,
            expiry_time,
        }
    }

    /// The same edits on top of a newer record: a field that was not touched follows the newer one (F-08).
    #[must_use]
    pub fn rebased(&self, from: &Credential, onto: &Credential, clock: &Clock<'_>) -> Self {
        let merge = Merge::of(from, onto, self, &Field::ALL, clock);
        merge.merged(|_| Some(Side::Mine)).unwrap_or_else(|_| self.clone())
    }

    /// Takes over what stands in a field of another draft.
    pub(crate) fn take(&mut self, field: Field, from: &Self) {
        match field {
            Field::Name => self.name.clone_from(&from.name),
            Field::FullName => self.full_name.clone_from(&from.full_name),
            Field::Email => self.email.clone_from(&from.email),
            Field::Description => self.description.clone_from(&from.description),
            Field::Roles => self.roles.clone_from(&from.roles),
            Field::Addresses => self.addresses.clone_from(&from.addresses),
            Field::Enabled => self.enabled = from.enabled,
            Field::Expiry => {
                self.expiry_date.clone_from(&from.expiry_date);
                self.expiry_time.clone_from(&from.expiry_time);
            }
        }
    }

    /// Puts entries into a field that is a list; any other stays as it is.
    pub(crate) fn set_list(&mut self, field: Field, entries: Vec<String>) {
        match field {
            Field::Roles => self.roles = entries,
            Field::Addresses => self.addresses = entries,
            Field::Name | Field::FullName | Field::Email | Field::Description | Field::Enabled | Field::Expiry => {}
        }
    }

    /// Parses the draft against the record it was made from.
    ///
    /// # Errors
    /// Every issue there is, in the order of the fields on screen.
    pub fn parse(
        &self,
        base: &Credential,
        capabilities: &Capabilities,
        clock: &Clock<'_>,
    ) -> Result<CredentialEdit, Vec<Issue>> {
        let mut issues = Vec::new();
        for field in capabilities.fields {
            match field {
                Field::Name if self.name.trim().is_empty() => issues.push(Issue::NameEmpty),
                Field::FullName if self.full_name.trim().is_empty() => issues.push(Issue::FullNameEmpty),
                Field::Email if self.email.trim().is_empty() => issues.push(Issue::EmailEmpty),
                Field::Email if self.email != base.email && !is_email(self.email.trim()) => {
                    issues.push(Issue::EmailInvalid);
                }
                Field::Roles if self.roles.iter().any(|role| role.trim().is_empty()) => issues.push(Issue::RoleEmpty),
                Field::Addresses => issues.extend(self.invalid_addresses(base).map(Issue::AddressInvalid)),
                Field::Name
                | Field::FullName
                | Field::Email
                | Field::Description
                | Field::Roles
                | Field::Enabled
                | Field::Expiry => {}
            }
        }
        let expiry = self.parse_expiry(base, clock);
        let expiry = expiry.and_then(|end| judge_expiry(end, capabilities.expiry, clock.now));
        let expiry = expiry.map_err(|issue| issues.push(issue));
        let (Ok(expiry), true) = (expiry, issues.is_empty()) else { return Err(issues) };
        Ok(CredentialEdit {
            name: self.name.clone(),
            full_name: self.full_name.clone(),
            email: if self.email == base.email { self.email.clone() } else { self.email.trim().to_owned() },
            description: self.description.clone(),
            roles: each_once(&self.roles),
            addresses: each_once(&self.addresses),
            enabled: self.enabled,
            expiry,
        })
    }

    /// What the end would be, for the line that shows it in UTC while one types.
    ///
    /// # Errors
    /// Why date and time do not make an end.
    pub fn parse_expiry(&self, base: &Credential, clock: &Clock<'_>) -> Result<ExpiryEdit, Issue> {
        let loaded = Self::of(base, clock);
        if (&self.expiry_date, &self.expiry_time) == (&loaded.expiry_date, &loaded.expiry_time) {
            return Ok(ExpiryEdit::Untouched);
        }
        if self.expiry_date.is_empty() {
            return if self.expiry_time.is_empty() { Ok(ExpiryEdit::Never) } else { Err(Issue::ExpiryDateMissing) };
        }
        let end_of_day = LocalDateTime::parse(&self.expiry_date, "23:59:59").ok_or(Issue::ExpiryDateInvalid)?;
        if self.expiry_time.is_empty() {
            // The day ends when the clock shows its last second for the last time.
            let end = clock.moments(end_of_day).last().ok_or(Issue::ExpiryDateInvalid)?;
            return Ok(ExpiryEdit::At(end));
        }
        let local = LocalDateTime::parse(&self.expiry_date, &self.expiry_time).ok_or(Issue::ExpiryTimeInvalid)?;
        match clock.moments(local) {
            Moments::Unknown => Err(Issue::ExpiryDateInvalid),
            Moments::None => Err(Issue::ExpiryTimeSkipped(self.expiry_time.clone())),
            Moments::One(end) | Moments::Two(end, _) => Ok(ExpiryEdit::At(end)),
        }
    }

    /// Addresses that cannot be read. One that the server already has is not for this form to judge.
    pub fn invalid_addresses<'a>(&'a self, base: &'a Credential) -> impl Iterator<Item = String> + 'a {
        self.addresses.iter().filter(|entry| !is_address_or_range(entry) && !base.addresses.contains(entry)).cloned()
    }
}

/// Whether a system takes an end: one in the past, and no end where there was one.
fn judge_expiry(expiry: ExpiryEdit, rules: ExpiryRules, now: Timestamp) -> Result<ExpiryEdit, Issue> {
    match expiry {
        ExpiryEdit::At(end) if rules.past_refused && end <= now => Err(Issue::ExpiryPast),
        ExpiryEdit::Never if !rules.removable => Err(Issue::ExpiryNotRemovable),
        ExpiryEdit::At(_) | ExpiryEdit::Never | ExpiryEdit::Untouched => Ok(expiry),
    }
}

fn each_once(values: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(values.len());
    for value in values {
        if !kept.contains(value) {
            kept.push(value.clone());
        }
    }
    kept
}

mod expiry;
mod kept;
#[cfg(test)]
pub(crate) mod tests;
