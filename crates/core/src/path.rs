//! Paths below a vendor's base address, one encoded segment at a time (N-04).

use std::fmt;

use thiserror::Error;

/// Why a value cannot stand as one segment of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SegmentProblem {
    /// An empty segment would address the collection instead of the record.
    #[error("a path segment is empty")]
    Empty,
    /// `.` and `..`, as typed or percent-encoded, would climb to another resource.
    #[error("a path segment consists of dots")]
    Dots,
    /// The API has another resource at this address (Z19).
    #[error("a path segment names another resource")]
    Reserved,
}

/// An absolute path whose values are percent-encoded as exactly one segment each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(String);

impl Path {
    /// A path of literal segments, such as `apiops/projects`.
    pub fn of(literal: &'static str) -> Self {
        Self(format!("/{literal}"))
    }

    /// Appends literal segments.
    #[must_use]
    pub fn then(mut self, literal: &'static str) -> Self {
        self.0.push('/');
        self.0.push_str(literal);
        self
    }

    /// Appends a value as one segment.
    ///
    /// # Errors
    /// Refuses a value that no server could tell from another address.
    pub fn value(mut self, value: &str) -> Result<Self, SegmentProblem> {
        self.0.push('/');
        self.0.push_str(&encode(value)?);
        Ok(self)
    }

    /// Ends the path with a slash, as every Apinizer endpoint wants it (contracts/apinizer.md 1).
    #[must_use]
    pub fn slash(mut self) -> Self {
        self.0.push('/');
        self
    }

    /// Appends a parameter to the query. The segments are complete then.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: &str) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.push_str(&encode_text(value));
        self
    }

    /// The path as it goes into an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Percent-encodes a value as one path segment. Only RFC 3986's unreserved characters stay as they are.
///
/// # Errors
/// Refuses the empty value and dots, raw or percent-encoded.
pub fn encode(value: &str) -> Result<String, SegmentProblem> {
    match dots(value) {
        Some(0) => Err(SegmentProblem::Empty),
        Some(1 | 2) => Err(SegmentProblem::Dots),
        Some(_) | None => Ok(encode_text(value)),
    }
}

/// How many dots a text consists of, raw or percent-encoded; nothing where there is something else in it.
fn dots(text: &str) -> Option<usize> {
    let (mut rest, mut count) = (text, 0);
    while !rest.is_empty() {
        rest = [".", "%2e", "%2E"].iter().find_map(|dot| rest.strip_prefix(dot))?;
        count += 1;
    }
    Some(count)
}

/// Percent-encodes any text.
fn encode_text(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    push_encoded(&mut encoded, text);
    encoded
}

/// Appends any text, percent-encoded: each byte of it takes up to three. Used for form bodies too.
pub(crate) fn push_encoded(encoded: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |value: u8| HEX.get(usize::from(value)).copied().unwrap_or('0');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(digit(byte >> 4));
            encoded.push(digit(byte & 15));
        }
    }
}

/// Decodes one percent-encoded segment; nothing if it is not valid percent-encoded UTF-8.
pub fn decode(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Path, SegmentProblem, decode, encode};
    use proptest::prelude::*;

    #[test]
    fn names_that_would_change_the_address_are_refused() {
        for (name, problem) in [
            ("", SegmentProblem::Empty),
            (".", SegmentProblem::Dots),
            ("..", SegmentProblem::Dots),
            ("%2e", SegmentProblem::Dots),
            ("%2E.", SegmentProblem::Dots),
            (".%2e", SegmentProblem::Dots),
            ("%2e%2E", SegmentProblem::Dots),
        ] {
            assert_eq!(encode(name), Err(problem), "{name}");
        }
    }

    #[test]
    fn more_dots_are_a_name() {
        for (name, encoded) in [("...", "..."), ("%2e..", "%252e.."), (".a", ".a"), ("%2", "%252")] {
            assert_eq!(encode(name).as_deref(), Ok(encoded));
        }
    }

    #[test]
    fn reserved_and_control_characters_are_encoded() {
        assert_eq!(encode("a/b?c#d%e;f\\g h\0\r\n").as_deref(), Ok("a%2Fb%3Fc%23d%25e%3Bf%5Cg%20h%00%0D%0A"));
    }

    #[test]
    fn a_path_keeps_its_trailing_slash() {
        let path = Path::of("apiops/projects").value("My Project").map(|path| path.then("credentials").slash());
        assert_eq!(path.unwrap().as_str(), "/apiops/projects/My%20Project/credentials/");
    }

    #[test]
    fn a_query_begins_once_and_its_values_are_encoded() {
        let path = Path::of("v7/credentials").query("aid", "7 5&x=1").query("limit", "100");
        assert_eq!(path.to_string(), "/v7/credentials?aid=7%205%26x%3D1&limit=100");
    }

    #[test]
    fn what_is_not_percent_encoded_utf8_is_no_segment() {
        for (segment, text) in [
            ("a%20b", Some("a b")),
            ("%C3%BC-._~", Some("ü-._~")),
            ("%c3%bc", Some("ü")),
            ("%", None),
            ("%4", None),
            ("%4g", None),
            ("%+1", None),
            ("%FF", None),
        ] {
            assert_eq!(decode(segment).as_deref(), text, "{segment}");
        }
    }

    proptest! {
        #[test]
        fn decoding_an_encoded_segment_gives_it_back(value in "\\PC*|.*") {
            prop_assume!(encode(&value).is_ok());
            let encoded = encode(&value).unwrap();
            prop_assert_eq!(decode(&encoded), Some(value));
        }

        #[test]
        fn a_value_never_changes_the_number_of_segments(value in ".+") {
            prop_assume!(encode(&value).is_ok());
            let path = Path::of("a").value(&value).unwrap().then("b");
            prop_assert_eq!(path.as_str().split('/').count(), 4);
            prop_assert!(!path.as_str().contains(['?', '#', '\\', ';']));
        }
    }
}
