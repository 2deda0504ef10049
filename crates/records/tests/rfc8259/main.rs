//! JSON by RFC 8259, text by text: what is JSON is taken, and nothing else is (H-05). Each text is read whole, and as
//! the record of a list that comes in pieces.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use rekey_records::Reader;
use serde_json::Value;

struct Case {
    verdict: Verdict,
    subject: &'static str,
    text: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Verdict {
    Accept,
    Refuse,
    /// Half a character: refused where it stands alone, and lost alone among the records of a list (H-08).
    Half,
    /// The RFC leaves it to the reader; it must only come to an end.
    Either,
}

fn cases() -> Vec<Case> {
    let lines = include_str!("cases.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let [verdict, subject, text] = line.splitn(3, '\t').collect::<Vec<_>>().try_into().unwrap();
            let verdict = match verdict {
                "accept" => Verdict::Accept,
                "refuse" => Verdict::Refuse,
                "half" => Verdict::Half,
                "either" => Verdict::Either,
                other => panic!("no verdict: {other}"),
            };
            Case { verdict, subject, text: unescape(text) }
        })
        .collect()
}

fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, length) = match (first, after.first()) {
            (b'\\', Some(b'x')) => (u8::from_str_radix(std::str::from_utf8(&after[1..3]).unwrap(), 16).unwrap(), 4),
            (b'\\', Some(b't')) => (b'\t', 2),
            (b'\\', Some(b'n')) => (b'\n', 2),
            (b'\\', Some(b'r')) => (b'\r', 2),
            (b'\\', Some(b'\\')) => (b'\\', 2),
            _ => (*first, 1),
        };
        bytes.push(byte);
        rest = &rest[length..];
    }
    bytes
}

/// Whether the parser of the program takes a text.
fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<Value>(text).is_ok()
}

/// Whether a text is read as the one record of a list, in pieces of a size.
fn is_record(text: &[u8], size: usize) -> bool {
    let whole = [br#"{"items":["#, text, b"]}"].concat();
    let (mut reader, mut count) = (Reader::new("items", &["a"]), 0);
    for piece in whole.chunks(size) {
        reader.push(piece, &mut |_| count += 1);
    }
    let around = reader.finish(&mut |_| count += 1);
    count == 1 && around == br#"{"items":[]}"#
}

/// Whether a text, between the brackets of a list, is something else there than it is alone: no record, several, or
/// brackets of its own.
fn is_more_than_one(text: &[u8]) -> bool {
    is_json(&[b"[", text, b"]"].concat())
}

#[test]
fn each_text_is_taken_or_refused_as_the_rfc_says_h05() {
    let cases = cases();
    assert!(cases.len() >= 200, "{}", cases.len());
    for Case { verdict, subject, text } in cases {
        let (shown, is_taken) = (String::from_utf8_lossy(&text).into_owned(), is_json(&text));
        assert!(verdict == Verdict::Either || is_taken == (verdict == Verdict::Accept), "{subject}: {shown:?}");
        for size in [1, 3, 1000] {
            let is_record = is_record(&text, size);
            assert!(!is_taken && verdict != Verdict::Half || is_record, "{subject}, in pieces of {size}: {shown:?}");
            let may_be = is_taken || verdict == Verdict::Half || is_more_than_one(&text);
            assert!(may_be || !is_record, "{subject}, in pieces of {size}: {shown:?}");
        }
    }
}
