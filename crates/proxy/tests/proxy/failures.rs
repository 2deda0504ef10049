//! What the page is told when a system does not answer.

use std::io::Write;
use std::net::TcpListener;
use std::thread::park;

use crate::client::Request;
use crate::server::Server;
use crate::stage::{RETAIL, Stage};

fn list() -> Request {
    Request::of_page("GET", RETAIL)
}

#[test]
fn a_port_at_which_nothing_listens_is_told_as_that() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let answer = Stage::before(closed).send(&list());
    assert_eq!(answer.status, 502);
    let expected = format!(
        "http://{closed} was not reached: the connection was refused: nothing listens at that address and port. Nothing was sent."
    );
    assert_eq!(answer.words(), expected);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[test]
fn a_server_of_another_kind_is_told_as_that() {
    let server = Server::answering("SSH-2.0-OpenSSH_9.2\r\n");
    let answer = Stage::before(server.address).send(&list());
    assert_eq!(answer.status, 502);
    assert!(answer.words().contains("what it answered is not HTTP"), "{}", answer.words());
}

#[test]
fn a_system_that_says_nothing_is_not_waited_for_for_ever() {
    let server = Server::doing(Box::new(|_stream| park()));
    let answer = Stage::impatient(server.address).send(&list());
    assert_eq!(answer.status, 504);
    let expected = format!(
        "http://{} gave no answer: it did not answer within 0.3 seconds. Whether it did what it was asked to is not known.",
        server.address
    );
    assert_eq!(answer.words(), expected);
}

#[test]
fn an_answer_that_stops_in_the_middle_is_cut_off() {
    let server = Server::doing(Box::new(|mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst").unwrap();
        park();
    }));
    let answer = Stage::impatient(server.address).send(&list());
    assert_eq!((answer.status, answer.text().as_str()), (200, "first"));
    assert_eq!(answer.header("content-length"), Some("10"));
}
