//! Texts of our own, where no page documents one. No client may rely on their wording.

/// v6 401: one text for every reason.
pub(crate) const NOT_SIGNED_IN: &str = "Invalid credentials, or the account is locked";
/// 403 of v7: an account group of other people.
pub(crate) const GROUP_NOT_ASSIGNED: &str = "You are not assigned to this account group";
/// 404 of v7: no such account group.
pub(crate) const GROUP_UNKNOWN: &str = "There is no such account group";
/// 404: the address.
pub(crate) const ADDRESS_UNKNOWN: &str = "There is no such endpoint";
/// 405.
pub(crate) const VERB_WRONG: &str = "The verb is not supported by this endpoint";
/// 406 of v6.
pub(crate) const ONLY_JSON: &str = "The sandbox answers in JSON only, not in XML";
/// 406 of v7.
pub(crate) const ONLY_HAL: &str = "The Accept header must include application/hal+json";
/// 415.
pub(crate) const BODY_NOT_JSON: &str = "Content type must be application/json";
/// 400: the body as a whole.
pub(crate) const BODY_UNREADABLE: &str = "The request body is not a JSON object";
/// 400: `{}`.
pub(crate) const BODY_EMPTY: &str = "The request body sets neither name nor value";
/// 400: a deletion in v6 comes with an empty body.
pub(crate) const BODY_NOT_EMPTY: &str = "The request body must be empty";
/// 429 after too many 401.
pub(crate) const ADDRESS_BLOCKED: &str = "Too many unauthorized requests from your address";
/// 429 of v6.
pub(crate) const TOO_MANY_REQUESTS: &str = "The rate limit of the organization is exhausted";
/// v6 switched off.
pub(crate) const VERSION_RETIRED: &str = "API v6 is no longer supported";
/// 500 of v6, and the detail of it in v7.
pub(crate) const SANDBOX_FAILED: &str = "The sandbox failed; its console says why";

/// 404: no such credential in the account group.
pub(crate) fn credential_unknown(id: &str) -> String {
    format!("There is no credential {id} in this account group")
}

/// 400: the field is needed here.
pub(crate) fn field_missing(field: &str) -> String {
    format!("{field} is required")
}

/// 400: the field is there, with nothing in it.
pub(crate) fn field_empty(field: &str) -> String {
    format!("{field} must not be empty")
}

/// 400: the field has another JSON type than text.
pub(crate) fn field_not_text(field: &str) -> String {
    format!("{field} must be a string")
}

/// 400: no such field.
pub(crate) fn field_unknown(field: &str) -> String {
    format!("{field} is not a field of a credential")
}
