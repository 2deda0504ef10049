//! Reading request bodies: the content type, the JSON, the keys, then each field.

use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::answer::{Reason, Refusal};
use super::{instant, messages};

/// The fields of a body that have not been taken yet.
#[derive(Debug)]
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// The body, if it is an object with no other keys than the `known` ones.
    pub(super) fn read(headers: &HeaderMap, body: &[u8], known: &[&str]) -> Result<Self, Refusal> {
        if !is_json(headers) {
            return Err(Refusal::new(Reason::UnsupportedContent, messages::CONTENT_TYPE));
        }
        let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
            return Err(Refusal::invalid(messages::BODY_UNREADABLE));
        };
        match members.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(Refusal::invalid(messages::unknown_field(name))),
            None => Ok(Self(members)),
        }
    }

    /// A text that may be left out; nothing else may stand in its place.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Refusal::invalid(messages::field_not_text(name))),
        }
    }

    /// A text that must be there and may be `""`.
    pub(super) fn required_text(&mut self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| Refusal::invalid(messages::field_missing(name)))
    }

    /// A text that must be there and say something.
    pub(super) fn required_words(&mut self, name: &str) -> Result<String, Refusal> {
        let text = self.required_text(name)?;
        if text.trim().is_empty() { Err(Refusal::invalid(messages::field_empty(name))) } else { Ok(text) }
    }

    /// A secret that may be left out; blanks are as good as any other characters.
    pub(super) fn secret(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        match self.text(name)? {
            Some(text) if text.is_empty() => Err(Refusal::invalid(messages::field_empty(name))),
            secret => Ok(secret),
        }
    }

    /// A date that may be left out.
    pub(super) fn instant(&mut self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        instant::parse(&text).map(Some).ok_or_else(|| Refusal::invalid(messages::instant_unreadable(name)))
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    declared.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}
