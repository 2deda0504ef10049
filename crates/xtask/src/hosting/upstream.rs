//! Where a proxy passes the requests of a connection on.

use std::str::FromStr;

use anyhow::{Error, bail};
use rekey_core::base_url::BaseUrl;

/// An origin: `https:`, or `http:` on the machine of the proxy itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upstream {
    is_encrypted: bool,
    /// Host and, where it is not the usual one, port.
    authority: String,
}

impl Upstream {
    /// Stands in for one that was not named. Nothing ever answers to such a name, and servers say so when they start.
    pub(super) fn unnamed(connection: &str) -> Self {
        Self { is_encrypted: true, authority: format!("upstream-of-{connection}.invalid") }
    }

    pub(super) fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }

    /// What the header `Host` says.
    pub(super) fn authority(&self) -> &str {
        &self.authority
    }

    /// The host alone, which is what a certificate names.
    pub(super) fn host(&self) -> &str {
        match self.authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => &self.authority,
        }
    }

    /// Host and port, the usual port as well.
    pub(super) fn address(&self) -> String {
        if self.host() != self.authority {
            return self.authority.clone();
        }
        format!("{}:{}", self.authority, if self.is_encrypted { 443 } else { 80 })
    }

    pub(super) fn scheme(&self) -> &'static str {
        if self.is_encrypted { "https" } else { "http" }
    }
}

impl FromStr for Upstream {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let address = BaseUrl::parse(text).map_err(|problem| Error::new(problem).context(format!("`{text}`")))?;
        let origin = address.origin().unwrap_or_default();
        let Some((scheme, authority)) = origin.split_once("://").filter(|_| address.to_string() == origin) else {
            bail!("`{text}` is no origin, as in https://manager.example");
        };
        Ok(Self { is_encrypted: scheme == "https", authority: authority.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::Upstream;

    #[test]
    fn host_and_port_are_told_apart() {
        for (text, authority, host, address) in [
            ("https://Manager.example", "manager.example", "manager.example", "manager.example:443"),
            ("https://manager.example:8443/", "manager.example:8443", "manager.example", "manager.example:8443"),
            ("http://[::1]:9000", "[::1]:9000", "[::1]", "[::1]:9000"),
            ("https://[2001:db8::1]", "[2001:db8::1]", "[2001:db8::1]", "[2001:db8::1]:443"),
            ("http://localhost", "localhost", "localhost", "localhost:80"),
        ] {
            let upstream: Upstream = text.parse().unwrap();
            assert_eq!((upstream.authority(), upstream.host()), (authority, host));
            assert_eq!(upstream.address(), address);
        }
    }

    #[test]
    fn it_is_an_origin_and_encrypted_unless_it_stays_on_the_machine() {
        for text in ["https://a.example/api", "http://a.example", "a.example", "/api", "https://a; b", "https://u@a"] {
            assert!(text.parse::<Upstream>().is_err(), "{text}");
        }
    }

    #[test]
    fn one_that_was_not_named_says_whose_it_is() {
        assert_eq!(Upstream::unnamed("gateway").address(), "upstream-of-gateway.invalid:443");
    }
}
