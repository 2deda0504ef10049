//! Bodies: the media types that are documented, each with its schema.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::media_type::{essence, is_json};
use crate::problem::DocumentProblem;
use crate::schema::Schema;
use crate::source::{Source, flag};

const FORM: &str = "application/x-www-form-urlencoded";

/// What a body may be, by its media type.
#[derive(Debug)]
pub(crate) struct BodyRule {
    kinds: BTreeMap<String, Schema>,
    /// Whether nothing at all is right as well, as with a body that has to be empty.
    may_be_empty: bool,
}

impl BodyRule {
    /// A request body. One that is not required may be empty.
    pub(crate) fn of_request(body: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        Ok(Self { may_be_empty: !flag(body, "required"), ..Self::of_answer(body, place, source)? })
    }

    /// The member `content` of an answer. Where there is content, it is never empty.
    pub(crate) fn of_answer(holder: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let mut kinds = BTreeMap::new();
        for kind in source.members(holder.get("content")) {
            let (name, definition) = kind?;
            kinds.insert(essence(name), Schema::of(definition, &format!("{place}, {name}"), source)?);
        }
        Ok(Self { kinds, may_be_empty: false })
    }

    /// The documented media types.
    pub(crate) fn media_types(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// What is wrong with a body of this content type.
    pub(crate) fn check(&self, content_type: Option<&str>, body: &[u8]) -> Vec<String> {
        let Some(content_type) = content_type else {
            return vec!["header Content-Type: is missing".to_owned()];
        };
        let kind = essence(content_type);
        let foreign = || {
            let documented: Vec<_> = self.media_types().collect();
            vec![format!("header Content-Type: {kind} is none of {}", documented.join(", "))]
        };
        match self.kinds.get(&kind) {
            Some(_) if body.is_empty() && self.may_be_empty => Vec::new(),
            Some(schema) => check(schema, &kind, body),
            None => foreign(),
        }
    }
}

fn check(schema: &Schema, kind: &str, body: &[u8]) -> Vec<String> {
    if is_json(kind) {
        return match serde_json::from_slice(body) {
            Ok(value) => schema.check("body ", &value),
            Err(error) => vec![format!("body: is not JSON: {error}")],
        };
    }
    if kind == FORM {
        let fields = form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), value.into_owned().into()));
        return schema.check("body ", &Value::Object(fields.collect()));
    }
    match str::from_utf8(body) {
        Ok(text) => schema.check("body", &Value::String(text.to_owned())),
        Err(_) => vec!["body: is not UTF-8".to_owned()],
    }
}
