//! A server that does as it is told: what no vendor would do, or what none can be asked to show.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a server does with a connection, once a whole request has arrived.
pub(crate) type Conduct = dyn Fn(TcpStream) + Send + Sync;

/// A server on this computer. It ends with the test.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    received: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Gives this answer to everybody.
    pub(crate) fn answering(answer: &'static str) -> Self {
        Self::doing(Box::new(move |mut stream| {
            let _ = stream.write_all(answer.as_bytes());
        }))
    }

    /// Reads a request, and does what it is told.
    pub(crate) fn doing(conduct: Box<Conduct>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self { address: listener.local_addr().unwrap(), received: Arc::default() };
        let (received, conduct) = (Arc::clone(&server.received), Arc::new(conduct));
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let (received, conduct) = (Arc::clone(&received), Arc::clone(&conduct));
                thread::spawn(move || {
                    let head = read_head(&mut stream);
                    let body = length(&head);
                    received.lock().unwrap().push(head);
                    // Whoever closes with something unread resets the connection, and the answer may be lost with it.
                    if stream.read_exact(&mut vec![0; body]).is_ok() {
                        conduct(stream);
                    }
                });
            }
        });
        server
    }

    /// The heads of the requests, one for each connection that was made.
    pub(crate) fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }
}

/// Reads up to the blank line, or to the end of the connection.
fn read_head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|count| count == 1) {
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// How long the body behind this head is.
fn length(head: &str) -> usize {
    let lines = head.lines().map(str::to_lowercase);
    let lengths = lines.filter_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    lengths.sum()
}
