//! What signs a request: a call without it does not compile where the API wants one.

mod identity;
mod own_end;

pub use identity::Identity;
pub use own_end::OwnEnd;

use base64::prelude::{BASE64_STANDARD, Engine};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::secret::Secret;

/// The right to call an API, as the session holds it.
#[derive(Debug, Clone)]
pub enum Access {
    /// `Authorization: Bearer …`.
    Bearer(Secret),
    /// `Authorization: Basic …`, already encoded (T13).
    Basic(Secret),
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
    /// A user name that Basic authentication cannot carry: empty, with a colon or a control character (RFC 7617).
    #[error("the user name cannot be sent")]
    UserName,
    /// The system does not know this way to sign in.
    #[error("this way to sign in is not offered")]
    NotOffered,
}

impl Access {
    /// A bearer token. Blanks around it, which copying often adds, are no part of it.
    ///
    /// # Errors
    /// Refuses what RFC 6750's `b64token` could not hold.
    pub fn bearer(token: &Secret) -> Result<Self, AccessProblem> {
        Ok(Self::Bearer(Secret::new(plain(token)?.to_owned())))
    }

    /// A user name and a token for Basic authentication, UTF-8 and base64. Blanks around them are no part of them.
    ///
    /// # Errors
    /// Refuses a user name that would be read as another one, and a token that [`Access::bearer`] would refuse.
    pub fn basic(user_name: &str, token: &Secret) -> Result<Self, AccessProblem> {
        let user_name = user_name.trim();
        if user_name.is_empty() || user_name.contains(|c: char| c == ':' || c.is_control()) {
            return Err(AccessProblem::UserName);
        }
        let pair = Zeroizing::new([user_name, ":", plain(token)?].concat());
        Ok(Self::Basic(Secret::new(BASE64_STANDARD.encode(pair.as_bytes()))))
    }

    /// The value of the header, if this side sends one.
    pub(crate) fn header(&self) -> Option<Secret> {
        match self {
            Self::Bearer(token) => Some(Secret::new(["Bearer ", token.expose()].concat())),
            Self::Basic(pair) => Some(Secret::new(["Basic ", pair.expose()].concat())),
            Self::Proxy => None,
        }
    }
}

/// A token without the blanks around it, which copying often adds.
fn plain(token: &Secret) -> Result<&str, AccessProblem> {
    let token = token.expose().trim();
    match token {
        "" => Err(AccessProblem::Empty),
        token if token.bytes().all(|byte| byte.is_ascii_graphic()) => Ok(token),
        _ => Err(AccessProblem::Characters),
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
    /// An e-mail address and an API token, which sign every request (T13).
    EmailAndApiToken {
        /// The e-mail address of the account.
        email: String,
        /// The token that stands for its password.
        token: Secret,
    },
}

impl SignIn {
    /// Which way it is.
    pub fn method(&self) -> SignInMethod {
        match self {
            Self::AccessToken(_) => SignInMethod::AccessToken,
            Self::UserNameAndPassword { .. } => SignInMethod::UserNameAndPassword,
            Self::EmailAndApiToken { .. } => SignInMethod::EmailAndApiToken,
        }
    }

    /// The name or e-mail address that goes with it; empty where a token says who it is.
    pub fn user_name(&self) -> &str {
        match self {
            Self::AccessToken(_) => "",
            Self::UserNameAndPassword { user_name, .. } => user_name,
            Self::EmailAndApiToken { email, .. } => email,
        }
    }
}

/// The ways to sign in that a system knows; the first is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInMethod {
    /// [`SignIn::AccessToken`].
    AccessToken,
    /// [`SignIn::UserNameAndPassword`].
    UserNameAndPassword,
    /// [`SignIn::EmailAndApiToken`].
    EmailAndApiToken,
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

    #[test]
    fn an_e_mail_address_and_a_token_are_encoded_as_utf8_t13() {
        let basic = |user: &str, token: &str| {
            Access::basic(user, &Secret::new(token.to_owned())).map(|access| access.header().unwrap())
        };
        let header = |user, token| basic(user, token).unwrap();
        assert_eq!(header("Aladdin", "opensesame").expose(), "Basic QWxhZGRpbjpvcGVuc2VzYW1l");
        assert_eq!(header(" jürgen@example.com ", " t\n").expose(), "Basic asO8cmdlbkBleGFtcGxlLmNvbTp0");
        for user in ["", "  ", "a:b", "a\u{7}b"] {
            assert_eq!(basic(user, "t").err(), Some(AccessProblem::UserName), "{user:?}");
        }
        assert_eq!(basic("a@example.com", " ").err(), Some(AccessProblem::Empty));
        assert_eq!(basic("a@example.com", "a b").err(), Some(AccessProblem::Characters));
    }
}
