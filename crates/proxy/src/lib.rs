//! The page and real systems on one origin, for an admin who tries Rekey on the own machine.
//!
//! | Path | What |
//! |---|---|
//! | `/connect/NAME/…` | the API of the system that the person has named so, and nothing else of that host |
//! | `/config.json` | a configuration with those systems, made here |
//! | everything else | the built page |
//!
//! It keeps the rules of a reverse proxy in production (N-16) and some more: each request goes out once, on a connection
//! of its own; its path goes out byte for byte; no redirect is followed; TLS is checked against the certificates that
//! this computer trusts. Only this computer reaches it, and only the page itself may use it (module `admission`).
//! Nothing of a request or an answer is printed or kept.
#![forbid(unsafe_code)]

mod admission;
pub mod command_line;
mod configuration;
mod connection;
mod dial;
mod exchange;
mod failure;
mod headers;
mod loopback;
mod problem;
mod relay;
mod server;
mod system;
mod target;
mod trust;
mod upstream;

pub use connection::{Connection, ConnectionProblem};
pub use loopback::{Loopback, NotLoopback};
pub use server::{Options, Patience, Proxy, StartProblem};
