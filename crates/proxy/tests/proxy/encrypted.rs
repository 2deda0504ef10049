//! TLS, against what the computer trusts: here a file in the place of the system's own, by the variable that other
//! programs know as well.

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;

use crate::authority::Authority;
use crate::client::{Answer, Request};
use crate::program::Program;
use crate::stage::{RETAIL, Stage};

/// What arrived: the name that TLS asked for, and the head of the request.
type Arrival = (Option<String>, String);

/// An encrypted server on this computer, and what arrives there.
fn encrypted(acceptor: TlsAcceptor) -> (SocketAddr, Receiver<Arrival>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, arrived) = channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        for stream in listener.incoming().flatten() {
            stream.set_nonblocking(true).unwrap();
            let conversation = runtime.block_on(async {
                let mut stream = acceptor.accept(tokio::net::TcpStream::from_std(stream)?).await?;
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(stream.read_u8().await?);
                }
                let name = stream.get_ref().1.server_name().map(str::to_owned);
                stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nencrypted").await?;
                stream.shutdown().await?;
                std::io::Result::Ok((name, String::from_utf8_lossy(&head).into_owned()))
            });
            // A handshake that the other side ended brings nothing.
            if let Ok(arrival) = conversation {
                tell.send(arrival).unwrap();
            }
        }
    });
    (address, arrived)
}

/// What the page gets of a server with this certificate, by a proxy that trusts `authority`.
fn answer(test: &str, authority: &Authority, acceptor: TlsAcceptor) -> (Answer, SocketAddr, Receiver<Arrival>) {
    let (address, arrived) = encrypted(acceptor);
    let trusted = authority.file(test);
    let program = Program::start(&trusted.0, &format!("apinizer=https://localhost:{}/manager", address.port()));
    let answer = Request::of_page("GET", RETAIL).token("t").send(program.address);
    (answer, address, arrived)
}

#[test]
fn a_server_whose_authority_is_trusted_gets_the_request_under_its_own_name() {
    let authority = Authority::new("Administration");
    let (answer, address, arrived) = answer("trusted", &authority, authority.server("localhost", 4000));
    assert_eq!((answer.status, answer.text().as_str()), (200, "encrypted"));
    let (name, head) = arrived.recv().unwrap();
    assert_eq!(name.as_deref(), Some("localhost"));
    assert!(head.starts_with("GET /manager/apiops/projects/retail/credentials/ HTTP/1.1\r\n"), "{head}");
    assert!(head.contains(&format!("host: localhost:{}\r\n", address.port())), "{head}");
}

#[test]
fn a_certificate_that_is_not_to_be_trusted_ends_it_before_anything_is_sent() {
    let authority = Authority::new("Administration");
    for (test, acceptor, words) in [
        (
            "unknown",
            Authority::new("Somebody else").server("localhost", 4000),
            "nobody whom this computer trusts has issued its certificate",
        ),
        ("expired", authority.server("localhost", 2001), "its certificate has expired"),
        ("name", authority.server("other.example", 4000), "its certificate is for another name"),
    ] {
        let (answer, _, arrived) = answer(test, &authority, acceptor);
        assert_eq!(answer.status, 502, "{test}");
        assert!(answer.words().contains(words) && answer.words().ends_with("Nothing was sent."), "{}", answer.words());
        assert!(arrived.try_recv().is_err(), "{test}");
    }
}

#[test]
fn a_port_without_encryption_is_told_as_that() {
    let stage = Stage::new();
    let trusted = Authority::new("Administration").file("clear");
    let program = Program::start(&trusted.0, &format!("apinizer=https://localhost:{}", stage.sandbox().port()));
    let answer = Request::of_page("GET", RETAIL).send(program.address);
    assert_eq!(answer.status, 502);
    assert!(answer.words().ends_with("it does not speak TLS at that port. Nothing was sent."), "{}", answer.words());
}
