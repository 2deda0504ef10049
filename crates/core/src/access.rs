//! What signs a request: a call without it does not compile where the API wants one.

use thiserror::Error;

use crate::secret::Secret;

/// The right to call an API, as the session holds it.
#[derive(Debug, Clone)]
pub enum Access {
    /// `Authorization: Bearer …`.
    Bearer(Secret),
    /// A reverse proxy adds the header; the browser holds no token (`auth: "proxy"`).
    Proxy,
}

/// Why a token cannot stand in a header (N-05). It is refused, never stripped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AccessProblem {
    /// Nothing was given.
    #[error("the token is empty")]
    Empty,
    /// Line breaks, control characters, blanks or characters outside ASCII.
    #[error("the token holds characters that no token has")]
    Characters,
}

impl Access {
    /// A bearer token. Blanks around it, which copying often adds, are no part of it.
    ///
    /// # Errors
    /// Refuses what RFC 6750's `b64token` could not hold.
    pub fn bearer(token: &Secret) -> Result<Self, AccessProblem> {
        let token = token.expose().trim();
        if token.is_empty() {
            return Err(AccessProblem::Empty);
        }
        if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(AccessProblem::Characters);
        }
        Ok(Self::Bearer(Secret::new(token.to_owned())))
    }

    /// The value of the header, if this side sends one.
    pub(crate) fn header(&self) -> Option<Secret> {
        match self {
            Self::Bearer(token) => Some(Secret::new(format!("Bearer {}", token.expose()))),
            Self::Proxy => None,
        }
    }
}

/// What a person enters to sign in.
#[derive(Debug, Clone)]
pub enum SignIn {
    /// A personal access token.
    AccessToken(Secret),
    /// A user name and password, exchanged for a token.
    UserNameAndPassword {
        /// The user name.
        user_name: String,
        /// The password; not kept after the exchange.
        password: Secret,
    },
}

/// The ways to sign in that a system knows; the first is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInMethod {
    /// [`SignIn::AccessToken`].
    AccessToken,
    /// [`SignIn::UserNameAndPassword`].
    UserNameAndPassword,
}

/// What a sign-in gave.
#[derive(Debug, Clone)]
pub struct Granted {
    /// Signs the requests that follow.
    pub access: Access,
    /// Seconds until the token ends, where the server says so.
    pub expires_in: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::{Access, AccessProblem};
    use crate::secret::Secret;

    #[test]
    fn a_token_that_would_break_the_header_is_refused() {
        let bearer = |text: &str| Access::bearer(&Secret::new(text.to_owned())).map(|access| access.header());
        assert_eq!(bearer("").err(), Some(AccessProblem::Empty));
        assert_eq!(bearer("  \n").err(), Some(AccessProblem::Empty));
        for text in ["a b", "a\r\nX: y", "a\0b", "tökén", "a\u{200b}b"] {
            assert_eq!(bearer(text).err(), Some(AccessProblem::Characters), "{text:?}");
        }
        assert_eq!(bearer(" eyJ.a-b_c~+/= \n").unwrap().unwrap().expose(), "Bearer eyJ.a-b_c~+/=");
    }
}
