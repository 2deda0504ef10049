//! The exchange of what was entered for a token. Whoever sends it needs the pages behind the sign-in next, so it is in
//! the second part of the program with them.

use std::pin::Pin;

use rekey_core::access::Access;
use rekey_core::configuration::Connection;
use rekey_core::http::Request;
use rekey_core::outcome::ReadFailure;

use crate::runner;
use crate::transport::Stop;

/// What is sent, and where.
#[derive(Debug)]
pub struct Exchange {
    /// The connection.
    pub connection: Connection,
    /// The request its dialect made.
    pub request: Request,
}

/// What comes of it.
pub type Exchanging = Pin<Box<dyn Future<Output = Result<Access, ReadFailure>>>>;

/// Sends it once.
pub fn run(exchange: Exchange) -> Exchanging {
    Box::pin(async move {
        let Exchange { connection, request } = exchange;
        let reply = runner::exchange(&connection.base_url, &request, &Stop::default()).await;
        connection.dialect.interpret_sign_in(reply).map(|granted| granted.access)
    })
}
