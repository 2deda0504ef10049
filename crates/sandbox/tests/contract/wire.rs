//! Faults below HTTP and in the order of answers, as they look on the wire (reliability.md 2.1).

use std::io::{ErrorKind, Read};
use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::client::{Reply, Request};
use crate::stage::{API_USER, EVERYWHERE, RETAIL, Stage, TOKEN};

const OLD: &str = "old-password-of-api-user";

/// How a connection ended for somebody who reads it to its end.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Closed,
    Reset,
}

fn read_to_the_end(mut stream: TcpStream) -> (Vec<u8>, End) {
    let mut received = Vec::new();
    match stream.read_to_end(&mut received) {
        Ok(_) => (received, End::Closed),
        Err(error) if error.kind() == ErrorKind::ConnectionReset => (received, End::Reset),
        Err(error) => panic!("{error}"),
    }
}

fn change_password(stage: &Stage) -> TcpStream {
    Request::new("PATCH", API_USER).token(TOKEN).json(&json!({ "password": "new" })).start(stage.address())
}

fn list(stage: &Stage, fault: &Value) -> TcpStream {
    stage.control("faults", &json!([{ "method": "GET", "path": RETAIL, "fault": fault }]));
    Request::new("GET", RETAIL).token(TOKEN).start(stage.address())
}

#[test]
fn a_connection_is_reset_at_any_moment_and_what_was_to_be_applied_by_then_is() {
    let stage = Stage::new();
    for (at, applied) in
        [("before-reading", false), ("after-reading", false), ("after-applying", true), ("mid-body", true)]
    {
        stage.control("reset", &json!({}));
        stage.fault(&json!({ "kind": "reset", "at": at }));
        let (received, end) = read_to_the_end(change_password(&stage));
        assert_eq!(end, End::Reset, "{at}");
        assert_eq!(received.is_empty(), at != "mid-body", "{at}");
        assert_eq!(stage.accepting("new") == EVERYWHERE, applied, "{at}");
    }
}

#[test]
fn a_connection_that_is_dropped_after_reading_is_closed_and_nothing_is_applied() {
    let stage = Stage::new();
    stage.fault(&json!({ "kind": "drop-after-reading" }));
    assert_eq!(read_to_the_end(change_password(&stage)), (Vec::new(), End::Closed));
    assert_eq!(stage.accepting(OLD), EVERYWHERE);
}

#[test]
fn a_limit_counts_every_byte_of_the_answer_headers_included() {
    let stage = Stage::new();
    for bytes in [0, 10, 400] {
        stage.fault(&json!({ "kind": "limit", "bytes": bytes }));
        let (received, end) = read_to_the_end(change_password(&stage));
        assert_eq!((received.len(), end), (bytes, End::Closed));
    }
    assert_eq!(stage.accepting("new"), EVERYWHERE);
}

#[test]
fn a_sliced_answer_comes_a_few_bytes_at_a_time_and_whole() {
    let stage = Stage::new();
    let mut stream = list(&stage, &json!({ "kind": "slice", "bytes": 64, "milliseconds": 5 }));
    let mut buffer = [0; 16 * 1024];
    let (mut received, mut pieces) = (0, 0);
    loop {
        let count = stream.read(&mut buffer).unwrap();
        if count == 0 {
            break;
        }
        (received, pieces) = (received + count, pieces + 1);
    }
    assert!(received > 64 * 8 && pieces > received / 64 / 2, "{received} bytes in {pieces} pieces");
    let whole = list(&stage, &json!({ "kind": "slice", "bytes": 64, "milliseconds": 0 }));
    assert_eq!(Reply::read(whole).answer().json()["resultCount"], 7);
}

#[test]
fn a_thin_wire_carries_no_more_than_it_can() {
    let stage = Stage::new();
    let start = Instant::now();
    let (received, end) = read_to_the_end(list(&stage, &json!({ "kind": "drip", "bytesPerSecond": 4000 })));
    let least = Duration::from_millis(received.len() as u64 / 4 - 100);
    assert!(start.elapsed() >= least, "{} bytes in {:?}", received.len(), start.elapsed());
    assert_eq!(end, End::Closed);
}

#[test]
fn a_slow_close_tells_the_end_of_the_answer_late_and_by_nothing_else() {
    let stage = Stage::new();
    let start = Instant::now();
    let mut stream = list(&stage, &json!({ "kind": "slow-close", "milliseconds": 400 }));
    let mut first = [0; 4096];
    let count = stream.read(&mut first).unwrap();
    assert!(start.elapsed() < Duration::from_millis(350), "the answer itself is not late");
    let (rest, end) = read_to_the_end(stream);
    assert!(start.elapsed() >= Duration::from_millis(400));
    assert_eq!(end, End::Closed);
    let text = String::from_utf8([&first[..count], &rest].concat()).unwrap().to_lowercase();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("http/1.0 200"), "{head}");
    assert!(!head.contains("content-length") && !head.contains("transfer-encoding"), "{head}");
    assert_eq!(serde_json::from_str::<Value>(body).unwrap()["resultcount"], 7);
}

#[test]
fn a_compressed_answer_is_small_on_the_wire_and_large_when_it_is_read() {
    let stage = Stage::new();
    let answer = Reply::read(list(&stage, &json!({ "kind": "gzip", "bytes": 3_000_000 }))).answer();
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
    assert!(answer.body.len() < 30_000, "{} bytes", answer.body.len());
    let mut read = Vec::new();
    GzDecoder::new(answer.body.as_slice()).read_to_end(&mut read).unwrap();
    assert_eq!(read.len(), 3_000_000);
    assert_eq!(serde_json::from_slice::<Value>(&read).unwrap()["resultCount"], 7);
}

#[test]
fn an_endless_answer_goes_on_for_as_long_as_somebody_reads() {
    let stage = Stage::new();
    let mut stream = list(&stage, &json!({ "kind": "endless" }));
    let mut buffer = vec![0; 4 * 1024 * 1024];
    stream.read_exact(&mut buffer).unwrap();
    let end = buffer.len() - 1024;
    assert!(buffer[end..].contains(&b' '));
}

#[test]
fn an_answer_that_is_overtaken_comes_after_the_later_one() {
    let stage = Stage::new();
    let slow = list(&stage, &json!({ "kind": "overtaken" }));
    stage.first_row_once(|row| row["fault"] == "overtaken");
    let (sender, receiver) = mpsc::channel();
    let other = sender.clone();
    let waiting = thread::spawn(move || {
        assert_eq!(Reply::read(slow).answer().json()["resultCount"], 7);
        sender.send("first").unwrap();
    });
    // Without the check against the contract, which takes longer than the head start.
    let later = Request::new("GET", RETAIL).token(TOKEN).start(stage.address());
    assert_eq!(Reply::read(later).answer().status, 200);
    other.send("second").unwrap();
    waiting.join().unwrap();
    drop(other);
    assert_eq!(receiver.iter().collect::<Vec<_>>(), ["second", "first"]);
}
