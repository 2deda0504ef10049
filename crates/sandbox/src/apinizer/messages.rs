//! Every text the API says, letter for letter; the numbers are the rows of section 9.

pub(super) mod undocumented;

/// Row 1.
pub(super) const USERNAME_EMPTY: &str = "Credential username can not be empty!";
/// Row 2.
pub(super) const PASSWORD_EMPTY: &str = "Credential password can not be empty!";
/// Row 3.
pub(super) const FULL_NAME_EMPTY: &str = "Credential full name can not be empty!";
/// Row 4.
pub(super) const EMAIL_EMPTY: &str = "Credential email can not be empty!";
/// Row 5a.
pub(super) const USERNAME_TAKEN: &str = "There is already a credential has this name!";
/// Row 5b.
pub(super) const USERNAME_TAKEN_IN_B: &str = "This username is already used by another credential. Credential \
    usernames must be unique across ALL projects, not only this one, so the credential holding it may live in a \
    different project. Choose a different username.";
/// Row 15.
pub(super) const PROJECT_NAME_EMPTY: &str = "projectName value can not be empty!";
/// Row 16.
pub(super) const PERMISSION_MISSING: &str = "User does not have required permission for this operation!";
/// Row 17.
pub(super) const DEPLOY_PERMISSION_MISSING: &str =
    "User does not have required permission to deploy/undeploy API Proxy!";
/// Row 19.
pub(super) const INVALID_TOKEN: &str = "Invalid token";
/// Row 20.
pub(super) const TOKEN_INVALID_OR_EXPIRED: &str = "Token is invalid or expired";
/// Row 22.
pub(super) const EMPTY_KEY: &str = "Empty Key! Client must be authenticated to access this resource.";
/// Row 23.
pub(super) const TOKEN_NOT_VALID: &str = "Token is not valid!";
/// Row 24.
pub(super) const TOKEN_EXPIRED: &str = "Token was expired!";
/// Row 25.
pub(super) const INVALID_OR_EXPIRED_TOKEN: &str = "Invalid or expired token";
/// Row 27.
pub(super) const BAD_CREDENTIALS: &str = "Bad credentials";
/// Row 28.
pub(super) const GRANT_TYPE_UNSUPPORTED: &str = "GrantType value must be client_credentials!";
/// Row 29.
pub(super) const UNEXPECTED: &str = "An unexpected error occurred";
/// Row 36.
pub(super) const DEPLOYMENT_COMPLETED: &str = "Deployment completed successfully";
/// Row 37.
pub(super) const DEPLOYED: &str = "Deployed successfully";
/// Row 38.
pub(super) const UNDEPLOYMENT_COMPLETED: &str = "Undeployment completed successfully";
/// Row 39.
pub(super) const UNDEPLOYED: &str = "Undeployed successfully";

/// Row 6.
pub(super) fn credential_not_found(username: &str) -> String {
    format!("Credential (username: {username}) was not found!")
}

/// Row 11: no blank before the bracket.
pub(super) fn project_not_found_in_a(project: &str) -> String {
    format!("Project({project}) was not found or user does not have privilege to access it!")
}

/// Row 12.
pub(super) fn project_of_environments_not_found_in_a(project: &str) -> String {
    format!("Project not found for name: ({project}) or user has not privilege to access it!")
}

/// Row 13.
pub(super) fn project_of_environments_not_found_in_b(project: &str) -> String {
    format!("Project ({project}) is not found or user does not have privilege to access it!")
}

/// Row 14.
pub(super) fn project_not_found_in_b(project: &str) -> String {
    format!("Project ({project}) is not found!")
}

/// Row 32, third form: the words for a field that is missing.
pub(super) fn field_required(field: &str) -> String {
    format!("Field '{field}' is required")
}
