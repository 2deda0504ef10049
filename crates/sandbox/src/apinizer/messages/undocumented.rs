//! Texts of our own, where no page documents one (end of section 9). No client may rely on their wording.

/// The overall message when an environment did not take the change.
pub(crate) const DEPLOYMENT_INCOMPLETE: &str = "Deployment did not complete in all environments";
/// The same for a deletion.
pub(crate) const UNDEPLOYMENT_INCOMPLETE: &str = "Undeployment did not complete in all environments";
/// The body is not JSON at all, or not an object.
pub(crate) const BODY_UNREADABLE: &str = "Request body is not a readable JSON object!";

/// The body comes as something else than the endpoint reads.
pub(crate) fn content_type_unsupported(wanted: &str) -> String {
    format!("Content type must be {wanted}!")
}

/// The address has no readable domain.
pub(crate) fn email_invalid(email: &str) -> String {
    format!("Credential email ({email}) is not a valid address!")
}

/// Neither an IP address nor a range.
pub(crate) fn address_invalid(address: &str) -> String {
    format!("Credential IP ({address}) is neither an address nor a CIDR range!")
}

/// Not the documented form of a date.
pub(crate) fn date_invalid(date: &str) -> String {
    format!("Credential expire date ({date}) must have the form YYYY-MM-DDTHH:mm:ss.sssZ!")
}

/// No such role.
pub(crate) fn role_unknown(role: &str) -> String {
    format!("Role ({role}) was not found!")
}

/// A field has the wrong JSON type.
pub(crate) fn field_unreadable(field: &str) -> String {
    format!("Field '{field}' has the wrong type")
}

/// A metadata entry would shadow a claim that tokens need themselves.
pub(crate) fn claim_reserved(claim: &str) -> String {
    format!("Metadata claim name ({claim}) is reserved!")
}
