//! Who signed in, as far as a sign-in says (F-09, S-14).

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Access, SignInMethod};

/// A name, or the same token as before. Neither proves anything to anybody: it decides whether changes that were not
/// saved are shown to whoever signs in next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// The name that was entered.
    Name(String),
    /// A token names nobody. What is kept of it tells it from another one and is good for nothing else.
    Token(u64),
}

impl Identity {
    /// Who signed in in that way. `key` is drawn anew for each tab, so that what is kept of a token means nothing
    /// elsewhere.
    pub fn of(method: SignInMethod, name: &str, access: &Access, key: [u8; 16]) -> Option<Self> {
        match (method, access) {
            (SignInMethod::AccessToken, Access::Bearer(token) | Access::Basic(token)) => {
                let mut hasher = DefaultHasher::new();
                (key, token.expose()).hash(&mut hasher);
                Some(Self::Token(hasher.finish()))
            }
            (SignInMethod::UserNameAndPassword | SignInMethod::EmailAndApiToken, _) => {
                Some(Self::Name(name.trim().to_owned()))
            }
            (SignInMethod::AccessToken, Access::Proxy) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Identity;
    use crate::access::{Access, SignInMethod};
    use crate::secret::Secret;

    fn token(text: &str) -> Access {
        Access::Bearer(Secret::new(text.to_owned()))
    }

    #[test]
    fn the_same_token_is_the_same_person_and_another_one_is_not() {
        let who = |text| Identity::of(SignInMethod::AccessToken, "", &token(text), [7; 16]);
        assert_eq!(who("one"), who("one"));
        assert_ne!(who("one"), who("two"));
        assert_ne!(who("one"), Identity::of(SignInMethod::AccessToken, "", &token("one"), [8; 16]));
    }

    #[test]
    fn a_name_is_the_same_person_whatever_was_exchanged_for_it() {
        let who = |name, access| Identity::of(SignInMethod::UserNameAndPassword, name, &token(access), [7; 16]);
        assert_eq!(who("ada", "one"), who(" ada", "two"));
        assert_ne!(who("ada", "one"), who("grace", "one"));
        assert_ne!(who("ada", "one"), Identity::of(SignInMethod::AccessToken, "ada", &token("one"), [7; 16]));
    }

    #[test]
    fn nothing_of_a_token_is_printed_s12() {
        let who = Identity::of(SignInMethod::AccessToken, "", &token("hunter2-canary"), [7; 16]);
        assert!(!format!("{who:?}").contains("hunter2"));
    }
}
