//! Each request goes out once (N-16).

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::client::{Request, connect, read_to_end};
use crate::server::Server;
use crate::stage::{RETAIL, Stage, TOKEN};

fn change(password: &str) -> Request {
    Request::of_page("PATCH", &format!("{RETAIL}api-user/")).token(TOKEN).json(&json!({ "password": password }))
}

fn writes(stage: &Stage) -> Vec<Value> {
    stage.log().into_iter().filter(|row| row["method"] == "PATCH").collect()
}

/// The page keeps its connection to the proxy, as browsers do. What the proxy has used before might have died; so it uses
/// nothing twice, and finds nothing dead that it would have to send again (M4).
#[test]
fn a_change_is_sent_once_when_its_connection_ends_without_an_answer() {
    let stage = Stage::new();
    stage.control(
        "faults",
        &json!([{ "method": "PATCH", "path": "*", "times": 9, "fault": { "kind": "apply-then-drop" } }]),
    );
    let mut connection = connect(stage.address());
    let list = Request::of_page("GET", RETAIL).token(TOKEN).bytes(stage.address(), "keep-alive");
    for _ in 0..2 {
        connection.write_all(&list).unwrap();
        read_one(&mut connection);
    }
    connection.write_all(&change("sent once").bytes(stage.address(), "close")).unwrap();
    let answer = read_to_end(connection);
    assert_eq!(answer.status, 502);
    assert!(answer.words().ends_with("Whether it did what it was asked to is not known."), "{}", answer.words());
    let [write] = &writes(&stage)[..] else { panic!("{:#?}", stage.log()) };
    assert_eq!(write["applied"], true);
    let connections: Vec<_> = stage.log().iter().map(|row| row["connection"].clone()).collect();
    assert!(connections.windows(2).all(|pair| pair[0] != pair[1]), "a connection for each: {connections:?}");
}

#[test]
fn a_change_is_sent_once_when_its_connection_is_reset() {
    let stage = Stage::new();
    for at in ["before-reading", "after-reading", "after-applying"] {
        stage.control("reset", &json!({}));
        let fault = json!({ "kind": "reset", "at": at });
        stage.control("faults", &json!([{ "method": "PATCH", "path": "*", "times": 9, "fault": fault }]));
        assert_eq!(stage.send(&change("sent once")).status, 502, "{at}");
        assert_eq!(writes(&stage).len(), 1, "{at}");
    }
}

/// Reads are not repeated either: the page does that, and knows how often (N-12).
#[test]
fn nothing_is_sent_again_whatever_it_was() {
    let server = Server::doing(Box::new(drop::<TcpStream>));
    let stage = Stage::before(server.address);
    for method in ["GET", "POST", "PUT", "PATCH"] {
        assert_eq!(stage.send(&Request::of_page(method, RETAIL)).status, 502, "{method}");
    }
    assert_eq!(server.received().len(), 4);
}

#[test]
fn an_answer_that_is_cut_off_arrives_cut_off() {
    let stage = Stage::new();
    stage.control("faults", &json!([{ "method": "GET", "path": "*", "fault": { "kind": "cut-body", "after": 40 } }]));
    let answer = stage.send(&Request::of_page("GET", RETAIL).token(TOKEN));
    let promised: usize = answer.header("content-length").unwrap().parse().unwrap();
    assert_eq!((answer.status, answer.body.len()), (200, 40));
    assert!(promised > 40);
}

/// Reads one answer of a connection that stays open.
fn read_one(connection: &mut TcpStream) {
    let mut received = Vec::new();
    let mut byte = [0];
    while !received.ends_with(b"\r\n\r\n") {
        connection.read_exact(&mut byte).unwrap();
        received.push(byte[0]);
    }
    let head = String::from_utf8(received).unwrap().to_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head}");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    connection.read_exact(&mut vec![0; length.trim().parse().unwrap()]).unwrap();
}
