//! The exchange of what was entered for a token. Whoever sends it needs the pages behind the sign-in next, so it is in
//! the second part of the program with them.

use std::pin::Pin;

use rekey_core::access::Granted;
use rekey_core::configuration::Connection;
use rekey_core::http::Request;
use rekey_core::outcome::ReadFailure;

use crate::console::Console;
use crate::runner;
use crate::transport::Stop;

/// What is sent, and where.
#[derive(Debug)]
pub struct Exchange {
    /// The console that it belongs to.
    pub console: Console,
    /// The connection.
    pub connection: Connection,
    /// The request its dialect made.
    pub request: Request,
}

/// What comes of it.
pub type Exchanging = Pin<Box<dyn Future<Output = Result<Granted, ReadFailure>>>>;

/// Sends it once.
pub fn run(exchange: Exchange) -> Exchanging {
    Box::pin(async move {
        let Exchange { console, connection, request } = exchange;
        let reply = runner::send(console, &connection, &request, &Stop::default()).await;
        connection.dialect.interpret_sign_in(reply)
    })
}
