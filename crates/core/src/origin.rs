//! The origin of a page that may hold the console in a frame (E-01, E-02).

use std::fmt;

use crate::base_url::BaseUrl;

/// `https://` and a host, and a port that is not the usual one; `http:` for this computer only.
///
/// It is written as browsers write the origin of a message, so that the two can be compared as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Takes an origin that is written so, and nothing that would have to be changed or understood first: a path, a
    /// wildcard, a capital letter or the usual port would never be equal to what a browser says.
    pub fn parse(text: &str) -> Option<Self> {
        let base_url = BaseUrl::parse(text).ok()?;
        (base_url.origin() == Some(text)).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use proptest::prelude::*;

    #[test]
    fn an_origin_is_taken_as_browsers_write_it_e02() {
        for text in [
            "https://portal.example",
            "https://portal.example:8443",
            "https://xn--bcher-kva.example",
            "https://10.0.0.7",
            "http://localhost:3000",
            "http://127.0.0.1",
            "http://[::1]:3000",
        ] {
            assert_eq!(Origin::parse(text).map(|origin| origin.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_exact_origin_is_refused_e02() {
        for text in [
            "",
            "*",
            "/",
            "null",
            "'self'",
            "https:",
            "https://*",
            "https://*.portal.example",
            "https://portal.example/",
            "https://portal.example/path",
            "https://portal.example?",
            "https://portal.example#",
            "https://Portal.example",
            "HTTPS://portal.example",
            "https://portal.example:443",
            "https://portal.example:0443",
            "https://user@portal.example",
            "https://portal.example ",
            "https://portal.example, https://other.example",
            "https://portal.example; script-src *",
            "https://bücher.example",
            "http://portal.example",
            "http://localhost:80",
            "portal.example",
            "//portal.example",
            "ftp://portal.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(Origin::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_left_as_it_is_and_fits_into_a_header(text in "(https?://)?[a-z0-9.:;,'*/ \\[\\]-]{0,24}") {
            if let Some(origin) = Origin::parse(&text) {
                prop_assert_eq!(origin.to_string(), text.clone());
                prop_assert!(!text.contains([' ', ';', ',', '\'', '*']));
            }
        }
    }
}
