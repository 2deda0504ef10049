//! The members of `type`. Only the zero member is published; the others are named after the prose (section 2.1), and no
//! client may rely on them.

/// Not set, and as a filter: any.
pub(super) const UNSPECIFIED: &str = "CREDENTIAL_TYPE_UNSPECIFIED";
pub(super) const PASSWORD: &str = "CREDENTIAL_TYPE_PASSWORD";
pub(super) const API_KEY: &str = "CREDENTIAL_TYPE_API_KEY";
pub(super) const TLS_CERT: &str = "CREDENTIAL_TYPE_TLS_CERT";
pub(super) const SSH_KEY: &str = "CREDENTIAL_TYPE_SSH_KEY";

/// Whether `text` is a member.
pub(super) fn is_known(text: &str) -> bool {
    [UNSPECIFIED, PASSWORD, API_KEY, TLS_CERT, SSH_KEY].contains(&text)
}
