//! The texts of refusals. But for `PermissionDenied` they are our own, as no page publishes one (section 9): no client
//! may rely on their wording.

/// Something broke on this side.
pub(super) const UNEXPECTED: &str = "an unexpected error occurred";
/// No operation has this address.
pub(super) const UNKNOWN_ADDRESS: &str = "no operation has this address";
/// The header is missing.
pub(super) const TOKEN_MISSING: &str = "token is missing";
/// Not a Bearer token, or not one of ours.
pub(super) const TOKEN_INVALID: &str = "token is not valid";
/// It was one of ours.
pub(super) const TOKEN_EXPIRED: &str = "token has expired";
/// The owner of the token may only read.
pub(super) const WRITE_DENIED: &str = "PermissionDenied: the token may only read credentials";
/// `options.force`, as published until the audit integration is there (section 4.4).
pub(super) const FORCE_DENIED: &str =
    "PermissionDenied: options.force is not available until the audit integration is rolled out";
/// Another content type than the one the operations read.
pub(super) const CONTENT_TYPE: &str = "the content type must be application/json";
/// Not JSON, or not an object.
pub(super) const BODY_UNREADABLE: &str = "the request body must be a JSON object";

/// A key of the body that the operation does not have.
pub(super) fn unknown_field(name: &str) -> String {
    format!("unknown field \"{name}\"")
}

/// A key of the body that the operation cannot do without.
pub(super) fn field_missing(name: &str) -> String {
    format!("{name} is required")
}

/// `""`, or blanks where they count as nothing.
pub(super) fn field_empty(name: &str) -> String {
    format!("{name} must not be empty")
}

/// `null`, a number, or anything else.
pub(super) fn field_not_text(name: &str) -> String {
    format!("{name} must be a string")
}

/// Not RFC 3339.
pub(super) fn instant_unreadable(name: &str) -> String {
    format!("{name} must be a date-time such as 2026-01-15T08:00:00Z")
}

/// Not a member of an enumeration.
pub(super) fn unknown_member(name: &str) -> String {
    format!("{name} is not one of the known values")
}

/// A query parameter that the operation does not have.
pub(super) fn unknown_parameter(name: &str) -> String {
    format!("unknown query parameter \"{name}\"")
}

/// A query parameter that stands there twice.
pub(super) fn repeated_parameter(name: &str) -> String {
    format!("query parameter \"{name}\" is repeated")
}

/// A query parameter that cannot be read.
pub(super) fn parameter_unreadable(name: &str, wanted: &str) -> String {
    format!("query parameter \"{name}\" must be {wanted}")
}

/// No such credential.
pub(super) fn credential_not_found(uuid: &str) -> String {
    format!("credential {uuid} was not found")
}

/// Another credential has this name.
pub(super) fn name_taken(name: &str) -> String {
    format!("the name \"{name}\" is already used by another credential")
}
