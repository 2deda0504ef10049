//! A JSON value, whoever has parsed it: what the page's own files are read from.
//!
//! The browser has a parser. A second one in the first part of the program would be a tenth of it, and nothing there
//! needs more than the browser's: the answers of servers are read by the second part, from their bytes.

use serde_json::Value;

/// How deep a value may be nested: more than any file of ours, and no danger to the stack of whoever reads it.
pub const DEEPEST: usize = 32;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as exact as a browser has it.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: each name once.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a text without a browser.
    ///
    /// # Errors
    /// The parser's words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Self::within(DEEPEST, value).ok_or_else(|| TOO_DEEP.to_owned())
    }

    fn within(depth: usize, value: Value) -> Option<Self> {
        let below = |value| Self::within(depth.checked_sub(1)?, value);
        Some(match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text),
            Value::Array(entries) => Self::List(entries.into_iter().map(below).collect::<Option<_>>()?),
            Value::Object(members) => {
                let member = |(name, value)| Some((name, below(value)?));
                Self::Object(members.into_iter().map(member).collect::<Option<_>>()?)
            }
        })
    }

    /// The text that it is.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Flag(_) | Self::Number(_) | Self::List(_) | Self::Object(_) => None,
        }
    }

    /// The list that it is.
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(entries) => Some(entries),
            Self::Null | Self::Flag(_) | Self::Number(_) | Self::Text(_) | Self::Object(_) => None,
        }
    }

    /// The whole number, from zero on, that it is.
    pub fn as_whole(&self) -> Option<u32> {
        let Self::Number(number) = self else { return None };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what was lost is looked at next")]
        let whole = *number as u32;
        (f64::from(whole).to_bits() == number.to_bits()).then_some(whole)
    }
}

/// What is said of a value that is nested deeper than [`DEEPEST`].
pub const TOO_DEEP: &str = "nested too deeply";

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Json, TOO_DEEP};

    #[test]
    fn every_kind_of_value_is_read() {
        let text = r#"{"a": [null, true, -1.5, "b"], "c": {}}"#;
        let list = vec![Json::Null, Json::Flag(true), Json::Number(-1.5), Json::Text("b".to_owned())];
        let members = [("a", Json::List(list)), ("c", Json::Object(Vec::new()))];
        let object = members.map(|(name, value)| (name.to_owned(), value)).to_vec();
        assert_eq!(Json::parse(text), Ok(Json::Object(object)));
    }

    #[test]
    fn a_whole_number_is_one_without_sign_fraction_or_loss() {
        let whole = |text: &str| Json::parse(text).unwrap().as_whole();
        for (text, number) in [("0", 0), ("15", 15), ("15.0", 15), ("1e2", 100), ("4294967295", u32::MAX)] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        for text in ["-1", "-0.0", "1.5", "4294967296", "1e300", "\"15\"", "true", "null", "[15]"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Json::parse(&nested(DEEPEST)).is_ok());
        assert_eq!(Json::parse(&nested(DEEPEST + 2)), Err(TOO_DEEP.to_owned()));
        assert!(Json::parse(&nested(100_000)).is_err());
    }
}
