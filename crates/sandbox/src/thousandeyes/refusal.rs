//! Why nothing was done, before a version puts it into its own words and shape.

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No token, a wrong one, or the token of a locked account: the API does not say which (contract, 2.1).
    Unauthorized,
    /// The caller lacks the permission.
    Forbidden,
    /// There is no such account group.
    UnknownGroup,
    /// The caller is not assigned to the account group.
    ForeignGroup,
    /// The account group has no such credential.
    NoSuchCredential(String),
    /// No such address.
    NoSuchAddress,
    /// The address is there, the verb is not.
    WrongVerb { allow: &'static str },
    /// What the caller accepts cannot be served.
    NotAcceptable(&'static str),
    /// The body comes as something else than JSON.
    UnsupportedMediaType,
    /// The body as a whole is wrong.
    WrongBody(&'static str),
    /// Fields are missing or invalid.
    WrongFields(Vec<FieldProblem>),
    /// The organisation has no request left.
    Exhausted,
    /// The address has met too many 401.
    Blocked,
    /// The sandbox itself failed.
    Unexpected,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldProblem {
    pub(super) field: String,
    pub(super) message: String,
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("the database refused: {error}");
        Self::Unexpected
    }
}

impl From<argon2::password_hash::Error> for Refusal {
    fn from(error: argon2::password_hash::Error) -> Self {
        eprintln!("a value could not be hashed: {error}");
        Self::Unexpected
    }
}
