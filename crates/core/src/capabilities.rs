//! What a system can do. Views ask these questions and never which vendor they show (design.md 2, invariant 4).

use crate::access::SignInMethod;
use crate::problem::ApiProblem;

/// A field of a credential that a person may edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What people call it, where that is not what the API finds it by.
    Name,
    /// The name of the person or system behind it.
    FullName,
    /// A mail address.
    Email,
    /// Free text.
    Description,
    /// Role names.
    Roles,
    /// Addresses and ranges.
    Addresses,
    /// Whether callers are let in.
    Enabled,
    /// When it ends.
    Expiry,
}

impl Field {
    /// All of them, in their order on screen.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::FullName,
        Self::Email,
        Self::Description,
        Self::Roles,
        Self::Addresses,
        Self::Enabled,
        Self::Expiry,
    ];
}

/// Whether an edit of the details carries the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditSecret {
    /// The API replaces the whole record, and a new secret is part of it (A1, Q2).
    Required,
    /// The secret may be left out.
    Optional(Untouched),
}

/// What becomes of a secret that an edit leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untouched {
    /// The API documents that only what is sent is changed (T2).
    Kept,
    /// Nothing says outright that it stays (T3, Z2): the person is told so.
    NotDocumented,
}

/// What people call the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretNoun {
    /// Decided here: the password rules apply.
    Password,
    /// The copy of a secret that lives elsewhere.
    Value,
}

/// What holds the credentials of a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeKind {
    /// Projects, listed by the server or named in the configuration.
    Project,
    /// Account groups, listed by the server, one of which opens by default (T16).
    AccountGroup,
    /// Nothing: the system itself holds them.
    System,
}

/// What the API takes for an end of the credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpiryRules {
    /// Whether an end can be taken away again (Z3).
    pub removable: bool,
    /// Whether an end in the past is refused here; otherwise it is a consequence to confirm (Z7).
    pub past_refused: bool,
}

/// One table of facts per dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "a table of questions that are answered with yes or no")]
pub struct Capabilities {
    /// The fields that can be edited, in their order on screen.
    pub fields: &'static [Field],
    /// Whether an edit must carry the secret.
    pub edit_secret: EditSecret,
    /// Whether a write deploys to environments and reports each.
    pub deploys: bool,
    /// What holds the credentials.
    pub scope: ScopeKind,
    /// What the secret is called.
    pub secret_noun: SecretNoun,
    /// How to sign in; the first is offered first.
    pub sign_in: &'static [SignInMethod],
    /// The rules for [`Field::Expiry`].
    pub expiry: ExpiryRules,
    /// Whether every write names who does it (Z4).
    pub operator: bool,
    /// Whether programs look the credential up by its name, so that a rename can break them (T18).
    pub found_by_name: bool,
    /// Whether a secret may have several lines, such as a key or a certificate (Z15).
    pub secret_has_lines: bool,
    /// Whether the server judges a credential's health.
    pub health: bool,
    /// Whether the server counts its credentials by health.
    pub statistics: bool,
    /// How many requests a minute this program allows itself (N-10).
    pub requests_per_minute: Option<u32>,
}

impl Capabilities {
    /// Whether a refusal may mean that this server wants the secret with every edit, which its API does not document
    /// (contracts/zstack.md 3.2).
    pub fn may_want_secret(&self, status: u16, secret_sent: bool) -> bool {
        let undocumented = self.edit_secret == EditSecret::Optional(Untouched::NotDocumented);
        undocumented && !secret_sent && matches!(status, 400 | 422)
    }

    /// How many seconds to leave the server alone after it refused for its rate: as long as it says (X17a), else until
    /// the window of a documented limit has certainly ended (T10), else a while (X17b).
    pub fn wait_after(&self, problem: &ApiProblem) -> u32 {
        let unsaid = if self.requests_per_minute.is_some() { 60 } else { 15 };
        problem.retry_after.unwrap_or(unsaid)
    }

    /// Whether a credential has this field.
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}
