//! Answers of a wrong shape: the same documented answer, bent in a way that servers, proxies and people bend it.

use rekey_core::dialect::Dialect;
use serde_json::{Value, json};

use crate::answers::{DIALECTS, list, member, record, written};

/// Which answer is bent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A list of two records.
    List,
    /// The answer to a write that was carried out.
    Written,
}

/// What a bent answer still says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// The same: nothing that counts was bent.
    Same,
    /// One record of two is lost; of a write, whose answer is lost, nothing is said.
    OneLost,
    /// Nothing that could be believed.
    Nothing,
}

/// One answer.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Whose it is, which it is, and how it was bent.
    pub name: String,
    /// Whose it is.
    pub dialect: Dialect,
    /// Which it is.
    pub role: Role,
    /// What it still says.
    pub sense: Sense,
    /// Its `Content-Type`.
    pub content_type: Option<&'static str>,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// How an answer is bent: a name, what is left of its sense, and the bytes.
type Bend = (&'static str, Sense, fn(&Value) -> Vec<u8>);

fn text(value: &Value) -> String {
    value.to_string()
}

/// The answer with one more member in front of its own.
fn with_member(value: &Value, member: &str) -> Vec<u8> {
    text(value).replacen('{', &format!("{{{member},"), 1).into_bytes()
}

fn nested(depth: usize) -> String {
    ["[".repeat(depth), "]".repeat(depth)].concat()
}

/// The answer as UTF-16, as some servers on Windows write it.
fn utf16(value: &Value, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text(value).encode_utf16()).flat_map(bytes).collect()
}

const BENDS: [Bend; 46] = [
    ("as documented", Sense::Same, |value| text(value).into()),
    ("a byte order mark", Sense::Same, |value| format!("\u{feff}{value}").into()),
    ("blanks around it", Sense::Same, |value| format!(" \r\n\t{value}\n\n").into()),
    ("laid out", Sense::Same, |value| serde_json::to_vec_pretty(value).unwrap()),
    ("names written with escapes", Sense::Same, |value| {
        text(value)
            .replace("\"s", "\"\\u0073")
            .replace("\"c", "\"\\u0063")
            .replace("\"i", "\"\\u0069")
            .replace("\"r", "\"\\u0072")
            .into()
    }),
    ("a member __proto__", Sense::Same, |value| with_member(value, r#""__proto__":{"success":false,"polluted":1}"#)),
    ("a member constructor", Sense::Same, |value| with_member(value, r#""constructor":{"prototype":{"polluted":1}}"#)),
    ("a member toString", Sense::Same, |value| with_member(value, r#""toString":1,"hasOwnProperty":null"#)),
    ("a member without a name", Sense::Same, |value| with_member(value, r#""":"""#)),
    ("a name of a megabyte", Sense::Same, |value| with_member(value, &format!("\"{}\":1", "k".repeat(1_000_000)))),
    ("a number that no computer has", Sense::Same, |value| with_member(value, r#""n":1e999999"#)),
    ("a number of a thousand digits", Sense::Same, |value| with_member(value, &format!("\"n\":{}", "9".repeat(1000)))),
    ("sixty lists in one another", Sense::Same, |value| with_member(value, &format!("\"n\":{}", nested(60)))),
    ("a thousand members more", Sense::Same, |value| with_member(value, &vec!["\"n\":{}"; 1000].join(","))),
    ("an unknown member twice", Sense::Same, |value| with_member(value, r#""n":1,"n":2"#)),
    ("seventy lists in one another", Sense::Nothing, |value| with_member(value, &format!("\"n\":{}", nested(70)))),
    ("a hundred thousand brackets", Sense::Nothing, |_| "[".repeat(100_000).into()),
    ("half a character around it", Sense::Nothing, |value| with_member(value, r#""n":"\ud800""#)),
    ("two byte order marks", Sense::Nothing, |value| format!("\u{feff}\u{feff}{value}").into()),
    ("two answers", Sense::Nothing, |value| format!("{value}{value}").into()),
    ("a comma behind it", Sense::Nothing, |value| format!("{value},").into()),
    ("a comma too many", Sense::Nothing, |value| with_member(value, "")),
    ("a comment", Sense::Nothing, |value| format!("/* ok */{value}").into()),
    ("single quotes", Sense::Nothing, |value| text(value).replace('"', "'").into()),
    ("names without quotes", Sense::Nothing, |value| {
        text(value)
            .replace("\"success\"", "success")
            .replacen("\"credentials\"", "credentials", 1)
            .replace("\"uuid\"", "uuid")
            .replace("\"id\"", "id")
            .replace("\"items\"", "items")
            .into()
    }),
    ("a prefix against hijacking", Sense::Nothing, |value| format!(")]}}',\n{value}").into()),
    ("a callback", Sense::Nothing, |value| format!("callback({value})").into()),
    ("NaN in it", Sense::Nothing, |value| with_member(value, "\"n\":NaN")),
    ("undefined in it", Sense::Nothing, |value| with_member(value, "\"n\":undefined")),
    ("a line end in a text", Sense::Nothing, |value| with_member(value, "\"n\":\"a\nb\"")),
    ("a NUL behind it", Sense::Nothing, |value| format!("{value}\0").into()),
    ("nothing", Sense::Nothing, |_| Vec::new()),
    ("blanks alone", Sense::Nothing, |_| b" \n".to_vec()),
    ("null", Sense::Nothing, |_| b"null".to_vec()),
    ("a text", Sense::Nothing, |_| b"\"success\"".to_vec()),
    ("true", Sense::Nothing, |_| b"true".to_vec()),
    ("an empty object", Sense::Nothing, |_| b"{}".to_vec()),
    ("a list around it", Sense::Nothing, |value| format!("[{value}]").into()),
    ("a text that holds it", Sense::Nothing, |value| json!(text(value)).to_string().into()),
    ("an envelope around it", Sense::Nothing, |value| json!({"data": value}).to_string().into()),
    ("cut in the middle", Sense::Nothing, |value| text(value)[..text(value).len() / 2].into()),
    ("cut before its last sign", Sense::Nothing, |value| text(value)[..text(value).len() - 1].into()),
    ("UTF-16, little end first", Sense::Nothing, |value| utf16(value, u16::to_le_bytes)),
    ("UTF-16, big end first", Sense::Nothing, |value| utf16(value, u16::to_be_bytes)),
    ("a byte that is no UTF-8", Sense::Nothing, |value| {
        let marked = text(value).replacen(":\"", ":\"\u{1}", 1);
        marked.bytes().map(|byte| if byte == 1 { 0xff } else { byte }).collect()
    }),
    ("a page", Sense::Nothing, |value| format!("<html><title>ok</title><script>{value}</script>").into()),
];

/// How a record is bent: a name, and what is written in its place.
type RecordBend = (&'static str, fn(&Value) -> String);

/// What is wrong with one record, the other staying as it is.
const RECORD_BENDS: [RecordBend; 14] = [
    ("a known member twice", |record| {
        text(record).replacen(
            '{',
            "{\"name\":\"a\",\"username\":\"a\",\"uuid\":\"a\",\"id\":\"a\",\"credentialId\":\"a\",",
            1,
        )
    }),
    ("no id", |record| text(record).replace("\"405\"", "null")),
    ("an empty id", |record| text(record).replace("\"405\"", "\"\"")),
    ("an object for its id", |record| text(record).replace("\"405\"", "{}")),
    ("a list for its id", |record| text(record).replace("\"405\"", "[405]")),
    ("half a character", |record| text(record).replacen('{', "{\"x\":\"\\ud800\",", 1)),
    ("half a character in a name", |record| text(record).replacen('{', "{\"\\udfff\":1,", 1)),
    ("a number", |_| "405".to_owned()),
    ("a text", |_| "\"405\"".to_owned()),
    ("null", |_| "null".to_owned()),
    ("true", |_| "true".to_owned()),
    ("a list", |record| format!("[{record}]")),
    ("an empty object", |_| "{}".to_owned()),
    ("more than a megabyte", |record| text(record).replacen('{', &format!("{{\"x\":\"{}\",", "x".repeat(1 << 20)), 1)),
];

/// Types that are not JSON's, for an answer that is.
const TYPES: [Option<&str>; 10] = [
    None,
    Some(""),
    Some("text/html"),
    Some("text/plain; charset=utf-8"),
    Some("text/json"),
    Some("application/octet-stream"),
    Some("application/javascript"),
    Some("application/jsonp"),
    Some("application/xml"),
    Some("json"),
];

const JSON: Option<&str> = Some("application/json");

/// All of them.
pub fn shapes() -> Vec<Shape> {
    DIALECTS
        .into_iter()
        .flat_map(|dialect| [bent(dialect), with_a_bent_record(dialect), of_other_types(dialect)].concat())
        .collect()
}

fn shape(dialect: Dialect, role: Role, how: &str, sense: Sense, body: Vec<u8>) -> Shape {
    let name = format!("{}, {role:?}: {how}", dialect.product());
    Shape { name, dialect, role, sense, content_type: JSON, body }
}

fn documented(dialect: Dialect) -> [(Role, Value); 2] {
    let records = vec![record(dialect, "405", "a"), record(dialect, "406", "b")];
    [(Role::List, list(dialect, records)), (Role::Written, written(dialect, "a"))]
}

fn bent(dialect: Dialect) -> Vec<Shape> {
    let each =
        |(role, answer): (Role, Value)| BENDS.map(|(how, sense, bend)| shape(dialect, role, how, sense, bend(&answer)));
    documented(dialect).into_iter().flat_map(each).collect()
}

fn with_a_bent_record(dialect: Dialect) -> Vec<Shape> {
    let other = text(&record(dialect, "406", "b"));
    let each = |(how, bend): RecordBend| {
        let bent = bend(&record(dialect, "405", "a"));
        let around = text(&list(dialect, Vec::new()));
        let empty = format!("\"{}\":[]", member(dialect));
        let full = format!("\"{}\":[{bent},{other}]", member(dialect));
        shape(dialect, Role::List, how, Sense::OneLost, around.replace(&empty, &full).into_bytes())
    };
    RECORD_BENDS.into_iter().map(each).collect()
}

fn of_other_types(dialect: Dialect) -> Vec<Shape> {
    let each = |(role, answer): (Role, Value)| {
        TYPES.map(|content_type| {
            let how = format!("{content_type:?}");
            Shape { content_type, ..shape(dialect, role, &how, Sense::Nothing, text(&answer).into_bytes()) }
        })
    };
    documented(dialect).into_iter().flat_map(each).collect()
}
