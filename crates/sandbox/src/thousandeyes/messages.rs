//! The documented texts (contract, section 6).

pub(super) mod undocumented;

/// v6 400: the account group is unknown, or the caller is not assigned to it.
pub(super) const INVALID_AID: &str = "Invalid aid";
/// v6 403, second line.
pub(super) const CHECK_TOKEN_AND_ROLE: &str =
    "Please ensure you are using the correct authentication token, and you have the correct role.";
/// v6 403, third line.
pub(super) const NOT_AUTHORIZED: &str = "User is not authorized to perform this operation";
/// v7 401, `error`.
pub(super) const INVALID_TOKEN: &str = "invalid_token";
/// v7 401, `error_description`.
pub(super) const INVALID_ACCESS_TOKEN: &str = "Invalid access token";
/// v7 400, `title`.
pub(super) const VALIDATION_FAILED: &str = "Request validation failed. There are invalid or missing fields";
/// v7 400, `detail`.
pub(super) const INVALID_FIELDS: &str = "Your request object contains invalid fields.";
/// v7 403, from the description of the answer.
pub(super) const INSUFFICIENT_PERMISSIONS: &str = "Insufficient permissions to query endpoint";
/// v7 404, `title`.
pub(super) const RESOURCE_NOT_FOUND: &str = "URI Resource Not Found";
/// v7 429, from the description of the answer.
pub(super) const EXHAUSTED: &str = "Exhausted rate limit for the organization";
/// v7 500, `title`.
pub(super) const INTERNAL_ERROR: &str = "Internal server error";
