//! A client that sees what arrives on the wire: no pool, no repeats, no redirects, and a connection that ends early is
//! an answer of its own.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

use crate::openapi;

/// A request, written as it will be sent.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) is_lax: bool,
}

impl Request {
    pub(crate) fn new(method: &str, path: &str) -> Self {
        let (method, path) = (method.to_owned(), path.to_owned());
        Self { method, path, headers: Vec::new(), body: Vec::new(), is_lax: false }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn token(self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("Content-Type", content_type)
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// More than the contract lets a caller send, for a test of what the vendor tolerates nevertheless.
    pub(crate) fn lax(self) -> Self {
        Self { is_lax: true, ..self }
    }

    /// Sends the request on a fresh connection and reads until the connection ends. The exchange is held against the
    /// document of its vendor.
    pub(crate) fn send(&self, address: SocketAddr) -> Reply {
        let reply = Reply::read(self.start(address));
        if let Reply::Answer(answer) = &reply {
            openapi::check(self, answer, address);
        }
        reply
    }

    /// Sends the request and gives the connection back, for a client that leaves before the answer.
    pub(crate) fn start(&self, address: SocketAddr) -> TcpStream {
        let stream = connect(address);
        self.write_to(&stream);
        stream
    }

    /// Sends the request as the last one on a connection.
    pub(crate) fn write_to(&self, mut stream: &TcpStream) {
        let request_line = format!("{} {} HTTP/1.1", self.method, self.path);
        let own = self.headers.iter().map(|(name, value)| format!("{name}: {value}"));
        let framing = ["Host: sandbox", "Connection: close"].map(str::to_owned);
        let length = format!("Content-Length: {}", self.body.len());
        let lines: Vec<String> = [request_line].into_iter().chain(framing).chain(own).chain([length]).collect();
        let head = lines.join("\r\n") + "\r\n\r\n";
        // A server that drops the connection may do so while we still write.
        let _ = stream.write_all(&[head.as_bytes(), &self.body].concat());
    }
}

/// A connection that does not wait for ever.
pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream
}

/// What came back.
#[derive(Debug)]
pub(crate) enum Reply {
    /// The connection ended before a byte arrived.
    Nothing,
    /// Headers, and as much of the body as came.
    Answer(Answer),
}

impl Reply {
    /// Reads until the connection ends.
    pub(crate) fn read(mut stream: TcpStream) -> Self {
        let mut received = Vec::new();
        let mut buffer = [0; 16 * 1024];
        loop {
            match stream.read(&mut buffer) {
                Ok(count) if count > 0 => received.extend_from_slice(&buffer[..count]),
                // A reset is what a dying server looks like; what had arrived stays.
                _ => break,
            }
        }
        if received.is_empty() { Self::Nothing } else { Self::Answer(Answer::parse(&received)) }
    }

    pub(crate) fn answer(self) -> Answer {
        match self {
            Self::Answer(answer) => answer,
            Self::Nothing => panic!("the connection ended without an answer"),
        }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// An answer, whole or cut.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn parse(received: &[u8]) -> Self {
        let end = received.windows(4).position(|window| window == b"\r\n\r\n").expect("a whole head");
        let head = String::from_utf8(received[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        Self { status, headers, body: received[end + 4..].to_vec() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
