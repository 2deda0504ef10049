//! Where the proxy listens: on this computer alone. Whoever reaches it, reaches the systems behind it.

use std::net::SocketAddr;
use std::str::FromStr;

use thiserror::Error;

/// An address that other computers do not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loopback(SocketAddr);

/// Why an address is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotLoopback {
    /// It is none.
    #[error("`{0}` is not an address and a port, such as 127.0.0.1:8080")]
    Form(String),
    /// Others reach it.
    #[error(
        "{0} can be reached by other computers, and whoever reaches this proxy reaches the systems behind it: listen on \
         127.0.0.1 or [::1]"
    )]
    Reachable(SocketAddr),
}

impl FromStr for Loopback {
    type Err = NotLoopback;

    fn from_str(text: &str) -> Result<Self, NotLoopback> {
        let address: SocketAddr = text.parse().map_err(|_| NotLoopback::Form(text.to_owned()))?;
        if address.ip().is_loopback() { Ok(Self(address)) } else { Err(NotLoopback::Reachable(address)) }
    }
}

impl Loopback {
    /// The address to listen on.
    pub(crate) fn address(self) -> SocketAddr {
        self.0
    }
}

impl Default for Loopback {
    fn default() -> Self {
        Self(SocketAddr::from(([127, 0, 0, 1], 8080)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Loopback, NotLoopback};

    #[test]
    fn only_this_computer_is_listened_to() {
        for text in ["127.0.0.1:0", "127.0.0.2:8080", "[::1]:9000"] {
            assert!(text.parse::<Loopback>().is_ok(), "{text}");
        }
        for text in ["0.0.0.0:8080", "[::]:8080", "192.168.1.4:8080", "[::ffff:10.0.0.1]:80"] {
            assert!(matches!(text.parse::<Loopback>(), Err(NotLoopback::Reachable(_))), "{text}");
        }
        assert!(matches!("localhost:8080".parse::<Loopback>(), Err(NotLoopback::Form(_))));
    }
}
