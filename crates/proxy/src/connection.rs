//! `NAME=URL`: a real system, and what the page calls it.

use std::str::FromStr;

use rekey_core::base_url::BaseUrlProblem;
use rekey_core::dialect::Dialect;
use thiserror::Error;

use crate::system;
use crate::upstream::Upstream;

/// A real system that the page may reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The id in the configuration of the page, and a segment of the paths here.
    pub(crate) name: String,
    pub(crate) system: Dialect,
    pub(crate) upstream: Upstream,
}

/// Why there is no such connection.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConnectionProblem {
    /// There is no equals sign.
    #[error("`{0}` is not NAME=URL, such as apinizer=https://manager.example")]
    Form(String),
    /// The name has other characters than the configuration of the page allows.
    #[error("the name `{0}` may have up to 64 lower-case letters, digits and dashes")]
    Name(String),
    /// The name does not tell how the system is spoken to.
    #[error(
        "the name `{0}` does not tell which system it is: it is apinizer, thousandeyes, thousandeyes-v6 or zstack, or \
         begins with one of them and a dash, such as apinizer-live"
    )]
    System(String),
    /// The address is a path.
    #[error("the address of `{0}` has no host: it is such as https://manager.example")]
    NoHost(String),
    /// Tokens and passwords would be readable on the way.
    #[error(
        "the address of `{0}` may use http: only for this computer: a token would be readable on the way. A tunnel helps, \
         for example `ssh -L 9443:{1} HOST` and http://127.0.0.1:9443 as the address"
    )]
    ClearText(String, String),
    /// The address breaks another rule.
    #[error("the address of `{name}` {problem}")]
    Address {
        /// The name of the connection.
        name: String,
        /// Which rule.
        problem: BaseUrlProblem,
    },
}

impl FromStr for Connection {
    type Err = ConnectionProblem;

    fn from_str(text: &str) -> Result<Self, ConnectionProblem> {
        let (name, url) = text.split_once('=').ok_or_else(|| ConnectionProblem::Form(text.to_owned()))?;
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.is_empty() || name.len() > 64 || !name.bytes().all(is_plain) {
            return Err(ConnectionProblem::Name(name.to_owned()));
        }
        let system = system::of(name).ok_or_else(|| ConnectionProblem::System(name.to_owned()))?;
        let name = name.to_owned();
        match Upstream::parse(url) {
            Ok(Some(upstream)) => Ok(Self { name, system, upstream }),
            Ok(None) => Err(ConnectionProblem::NoHost(name)),
            Err(BaseUrlProblem::ClearText) => Err(ConnectionProblem::ClearText(name, host_and_port(url))),
            Err(problem) => Err(ConnectionProblem::Address { name, problem }),
        }
    }
}

impl Connection {
    /// What people call the system: whose it is, and where.
    pub(crate) fn label(&self) -> String {
        format!("{} at {}", self.system.product(), self.upstream.authority.to_str().unwrap_or(&self.upstream.host))
    }

    /// For people: what is reached, and under which name.
    pub fn describe(&self) -> String {
        format!("{}: {} at {}{}", self.name, self.system.product(), self.upstream.origin, self.upstream.path)
    }
}

/// Host and port of an address in clear text, as a tunnel names them.
fn host_and_port(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or(rest);
    if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrlProblem, Connection, ConnectionProblem, Dialect};

    #[test]
    fn a_name_and_an_address_make_a_connection() {
        let connection: Connection = "thousandeyes-v6=https://api.thousandeyes.com".parse().unwrap();
        assert_eq!((connection.name.as_str(), connection.system), ("thousandeyes-v6", Dialect::ThousandEyesV6));
        assert_eq!(connection.describe(), "thousandeyes-v6: ThousandEyes v6 at https://api.thousandeyes.com");
        assert_eq!(connection.label(), "ThousandEyes v6 at api.thousandeyes.com");
    }

    #[test]
    fn everything_else_is_refused_by_its_reason() {
        let name = || "apinizer".to_owned();
        for (text, problem) in [
            ("https://manager.example", ConnectionProblem::Form("https://manager.example".to_owned())),
            ("Apinizer=https://manager.example", ConnectionProblem::Name("Apinizer".to_owned())),
            ("=https://manager.example", ConnectionProblem::Name(String::new())),
            ("gateway=https://manager.example", ConnectionProblem::System("gateway".to_owned())),
            ("apinizer=/apinizer", ConnectionProblem::NoHost(name())),
            (
                "apinizer=http://manager.example:8080/a",
                ConnectionProblem::ClearText(name(), "manager.example:8080".to_owned()),
            ),
            (
                "apinizer=https://admin:secret@manager.example",
                ConnectionProblem::Address { name: name(), problem: BaseUrlProblem::UserInfo },
            ),
            ("apinizer=manager.example", ConnectionProblem::Address { name: name(), problem: BaseUrlProblem::Scheme }),
        ] {
            assert_eq!(text.parse::<Connection>(), Err(problem), "{text}");
        }
    }
}
