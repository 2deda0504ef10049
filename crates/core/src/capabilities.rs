//! What a system can do. Views ask these questions and never which vendor they show (design.md 2, invariant 4).

use crate::access::SignInMethod;

/// A field of a credential that a person may edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
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

/// Whether an edit of the details carries the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditSecret {
    /// The API replaces the whole record, and a new secret is part of it (A1, Q2).
    Required,
    /// The secret may stay as it is.
    Optional,
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
}

/// One table of facts per dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

impl Capabilities {
    /// Whether a credential has this field.
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}
