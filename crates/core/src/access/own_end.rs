//! What a token says of its own end (S-16). It is shown to whoever entered the token and trusted for nothing.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::Access;
use crate::timestamp::Timestamp;

/// When a token ends by itself, as far as it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnEnd {
    /// Then.
    At(Timestamp),
    /// It is a JSON Web Token without an end.
    Never,
    /// It cannot be read, or it does not say.
    Unknown,
}

impl Access {
    /// What it says of its own end.
    pub fn own_end(&self) -> OwnEnd {
        match self {
            Self::Bearer(token) => read(token.expose()).unwrap_or(OwnEnd::Unknown),
            Self::Basic(_) | Self::Proxy => OwnEnd::Unknown,
        }
    }
}

/// Reads a JSON Web Token (RFC 7519); nothing for any other.
fn read(token: &str) -> Option<OwnEnd> {
    let mut parts = token.split('.');
    let (header, claims, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !object(header)?.contains_key("alg") {
        return None;
    }
    let Some(end) = object(claims)?.remove("exp") else { return Some(OwnEnd::Never) };
    let milliseconds = end.as_f64()? * 1000.0;
    #[allow(clippy::cast_possible_truncation, reason = "a saturating cast; what is out of range is refused next")]
    Timestamp::from_milliseconds(milliseconds as i64).map(OwnEnd::At)
}

fn object(part: &str) -> Option<Map<String, Value>> {
    let text = Zeroizing::new(BASE64_URL_SAFE_NO_PAD.decode(part).ok()?);
    match serde_json::from_slice(&text).ok()? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
    use proptest::prelude::*;

    use super::OwnEnd;
    use crate::access::Access;
    use crate::secret::Secret;
    use crate::timestamp::Timestamp;

    fn end(token: &str) -> OwnEnd {
        Access::Bearer(Secret::new(token.to_owned())).own_end()
    }

    fn token(header: &str, claims: &str) -> String {
        let [header, claims] = [header, claims].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        format!("{header}.{claims}.c2ln")
    }

    #[test]
    fn the_end_of_a_json_web_token_is_read_s16() {
        let claims = |claims: &str| end(&token(r#"{"alg":"RS256","typ":"JWT"}"#, claims));
        let at = |milliseconds| OwnEnd::At(Timestamp::from_milliseconds(milliseconds).unwrap());
        for (text, expected) in [
            (r#"{"exp":1800000000}"#, at(1_800_000_000_000)),
            (r#"{"exp":1800000000.5,"sub":"a"}"#, at(1_800_000_000_500)),
            (r#"{"sub":"a"}"#, OwnEnd::Never),
            (r#"{"exp":"soon"}"#, OwnEnd::Unknown),
            (r#"{"exp":1e300}"#, OwnEnd::Unknown),
            (r#"{"exp":null}"#, OwnEnd::Unknown),
            ("[]", OwnEnd::Unknown),
            ("{", OwnEnd::Unknown),
        ] {
            assert_eq!(claims(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_web_token_says_nothing() {
        for text in ["rekey-demo-token", "a.b.c", "..", "a.b.c.d", &token("{}", "{}"), &token("[]", r#"{"exp":1}"#)] {
            assert_eq!(end(text), OwnEnd::Unknown, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_token_makes_it_fail_badly(text in ".*", header in ".*", claims in ".*") {
            let _ = (end(&text), end(&token(&header, &claims)));
        }
    }
}
