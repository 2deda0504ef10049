//! Where a system stands.

use axum::http::{HeaderValue, Uri};
use rekey_core::base_url::{BaseUrl, BaseUrlProblem};

/// A host that is spoken to, and the path that everything on it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upstream {
    /// Scheme, host and port as in an address.
    pub(crate) origin: String,
    /// The value of `Host`.
    pub(crate) authority: HeaderValue,
    /// The name or the address, without the brackets of an address.
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) is_encrypted: bool,
    /// Without a slash at its end; empty for the root.
    pub(crate) path: String,
}

impl Upstream {
    /// Reads an address by the rules of `baseUrl` (N-03); nothing for a path without a host.
    pub(crate) fn parse(text: &str) -> Result<Option<Self>, BaseUrlProblem> {
        Ok(Self::of(&BaseUrl::parse(text)?))
    }

    fn of(base: &BaseUrl) -> Option<Self> {
        let origin = base.origin()?.to_owned();
        let address: Uri = origin.parse().ok()?;
        let authority = address.authority()?;
        let is_encrypted = address.scheme_str() == Some("https");
        Some(Self {
            authority: HeaderValue::from_str(authority.as_str()).ok()?,
            host: authority.host().trim_matches(['[', ']']).to_owned(),
            port: authority.port_u16().unwrap_or(if is_encrypted { 443 } else { 80 }),
            is_encrypted,
            path: base.to_string().split_off(origin.len()),
            origin,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Upstream;

    fn parsed(text: &str) -> Upstream {
        Upstream::parse(text).unwrap().unwrap()
    }

    #[test]
    fn an_address_says_where_to_go_and_what_to_call_it() {
        let upstream = parsed("https://Manager.example/gateways/1/");
        assert_eq!((upstream.host.as_str(), upstream.port, upstream.is_encrypted), ("manager.example", 443, true));
        assert_eq!((upstream.authority.to_str().unwrap(), upstream.path.as_str()), ("manager.example", "/gateways/1"));

        let upstream = parsed("http://[::1]:8081");
        assert_eq!((upstream.host.as_str(), upstream.port, upstream.is_encrypted), ("::1", 8081, false));
        assert_eq!((upstream.authority.to_str().unwrap(), upstream.path.as_str()), ("[::1]:8081", ""));
    }

    #[test]
    fn what_is_no_host_or_would_be_read_on_the_way_is_refused() {
        assert_eq!(Upstream::parse("/apinizer"), Ok(None));
        for text in ["http://manager.example", "https://admin@manager.example", "manager.example", "https://a/?b"] {
            assert!(Upstream::parse(text).is_err(), "{text}");
        }
    }
}
