//! What was entered becomes the right to call an API, and begins a session. Whoever signs in needs the pages behind the
//! sign-in next, so it is in the second part of the program with them.

use std::pin::Pin;

use rekey_core::access::{AccessProblem, SignIn};
use rekey_core::configuration::Connection;
use rekey_core::dialect::SignInStep;
use rekey_core::outcome::ReadFailure;

use crate::console::Console;
use crate::runner;
use crate::transport::Stop;

/// What was entered, and where.
#[derive(Debug)]
pub struct Exchange {
    /// The console that it belongs to.
    pub console: Console,
    /// The connection.
    pub connection: Connection,
    /// What was entered.
    pub sign_in: SignIn,
}

/// Why nobody is signed in.
#[derive(Debug)]
pub enum NotGranted {
    /// What was entered cannot be sent.
    Entered(AccessProblem),
    /// The server, or the way to it.
    Failed(ReadFailure),
}

/// Ends when somebody is signed in, or says why nobody is.
pub type Exchanging = Pin<Box<dyn Future<Output = Result<(), NotGranted>>>>;

/// Takes a token as it is, and sends a password once.
pub fn run(exchange: Exchange) -> Exchanging {
    Box::pin(async move {
        let Exchange { console, connection, sign_in } = exchange;
        console.remember_entered(&connection.id, sign_in.method(), sign_in.user_name().to_owned());
        let step = connection.dialect.sign_in(&sign_in).map_err(NotGranted::Entered)?;
        drop(sign_in);
        let granted = match step {
            SignInStep::Ready(granted) => granted,
            SignInStep::Exchange(request) => {
                let reply = runner::send(console, &connection, &request, &Stop::default()).await;
                connection.dialect.interpret_sign_in(reply).map_err(NotGranted::Failed)?
            }
        };
        console.sessions.start(&connection.id, granted);
        Ok(())
    })
}
