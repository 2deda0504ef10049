//! Reading what a create or an update sends. Texts are taken as they are, never trimmed (contract, T5).

use axum::http::HeaderMap;
use serde_json::{Map, Value};

use super::media_type;
use super::messages::undocumented;
use super::refusal::{FieldProblem, Refusal};

/// The fields of a body; at least one is there, and none is empty.
#[derive(Debug)]
pub(super) struct Submission {
    pub(super) name: Option<String>,
    pub(super) value: Option<String>,
}

impl Submission {
    /// Reads the body: content type first, then the JSON, then the fields, all their problems at once.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        media_type::require_json_body(headers)?;
        let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else {
            return Err(Refusal::WrongBody(undocumented::BODY_UNREADABLE));
        };
        let mut problems = Vec::new();
        let name = take_text(&mut members, "name", &mut problems);
        let value = take_text(&mut members, "value", &mut problems);
        problems.extend(members.keys().map(|field| problem(field, undocumented::field_unknown(field))));
        match (&name, &value) {
            _ if !problems.is_empty() => Err(Refusal::WrongFields(problems)),
            (None, None) => Err(Refusal::WrongBody(undocumented::BODY_EMPTY)),
            _ => Ok(Self { name, value }),
        }
    }

    /// Name and value, both needed.
    pub(super) fn complete(self) -> Result<(String, String), Refusal> {
        match (self.name, self.value) {
            (Some(name), Some(value)) => Ok((name, value)),
            (None, _) => Err(missing("name")),
            (_, None) => Err(missing("value")),
        }
    }
}

/// The refusal of a body without `field`.
pub(super) fn missing(field: &str) -> Refusal {
    Refusal::WrongFields(vec![problem(field, undocumented::field_missing(field))])
}

fn take_text(members: &mut Map<String, Value>, field: &str, problems: &mut Vec<FieldProblem>) -> Option<String> {
    match members.remove(field)? {
        Value::String(text) if text.is_empty() => problems.push(problem(field, undocumented::field_empty(field))),
        Value::String(text) => return Some(text),
        _ => problems.push(problem(field, undocumented::field_not_text(field))),
    }
    None
}

fn problem(field: &str, message: String) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message }
}
