//! The addresses and operations of version 7. A suffix belongs to the id and makes it one that does not exist.

use axum::http::Method;

/// An address below `/v7`; ids as they were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Endpoint<'path> {
    AccountGroups,
    Credentials,
    Credential(&'path str),
}

/// What a verb does at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation<'path> {
    ListAccountGroups,
    List,
    Create,
    Read(&'path str),
    Update(&'path str),
    Delete(&'path str),
}

impl<'path> Endpoint<'path> {
    /// Reads a path; `None` for one that does not exist.
    pub(super) fn parse(path: &'path str) -> Option<Self> {
        let segments: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        match segments.as_slice() {
            ["account-groups"] => Some(Self::AccountGroups),
            ["credentials"] => Some(Self::Credentials),
            ["credentials", id] if !id.is_empty() => Some(Self::Credential(id)),
            _ => None,
        }
    }

    /// What `method` does here.
    pub(super) fn operation(self, method: &Method) -> Option<Operation<'path>> {
        match (self, method.as_str()) {
            (Self::AccountGroups, "GET") => Some(Operation::ListAccountGroups),
            (Self::Credentials, "GET") => Some(Operation::List),
            (Self::Credentials, "POST") => Some(Operation::Create),
            (Self::Credential(id), "GET") => Some(Operation::Read(id)),
            (Self::Credential(id), "PUT") => Some(Operation::Update(id)),
            (Self::Credential(id), "DELETE") => Some(Operation::Delete(id)),
            _ => None,
        }
    }

    /// The verbs that do something here, for `Allow`.
    pub(super) fn verbs(self) -> &'static str {
        match self {
            Self::AccountGroups => "GET",
            Self::Credentials => "GET, POST",
            Self::Credential(_) => "GET, PUT, DELETE",
        }
    }
}
