//! Accepting connections, for the command line and for tests alike.

use std::error::Error;
use std::io;
use std::net::SocketAddr;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};

use crate::Options;
use crate::application::{self, Application};
use crate::connection::Connection;

/// A running sandbox. It stops, and its connections end, when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl Sandbox {
    /// Opens the database and serves on `listener`, beside the caller, who has to be inside a Tokio runtime. Once this
    /// has returned, requests are answered.
    ///
    /// # Errors
    ///
    /// When the database cannot be opened, or the listener has no address.
    pub fn start(listener: TcpListener, options: Options) -> Result<Self, Box<dyn Error + Send + Sync>> {
        let address = listener.local_addr()?;
        let router = application::router(Application::open(options)?);
        Ok(Self { address, accepting: tokio::spawn(accept(listener, router)) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, router: Router) {
    // Dropping the set ends the open connections with the server.
    let mut connections = JoinSet::new();
    let mut number = 0;
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    number += 1;
                    // Small answers must not wait for Nagle's timer; a stream that refuses is merely slower.
                    let _ = stream.set_nodelay(true);
                    connections.spawn(Connection::new(number).serve(stream, router.clone()));
                }
                Err(error) => report(&error),
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// A failed accept (too many open files, a client already gone) concerns one connection, never the server.
fn report(error: &io::Error) {
    eprintln!("a connection could not be accepted: {error}");
}
