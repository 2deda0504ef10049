//! Parameters of path, query and headers, and headers of answers.

use serde_json::Value;

use crate::problem::DocumentProblem;
use crate::schema::Schema;
use crate::source::{Source, flag, text};

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
}

/// A documented parameter, or a documented header of an answer.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) place: Place,
    required: bool,
    schema: Schema,
}

impl Parameter {
    /// A parameter of an operation.
    pub(crate) fn read(parameter: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let name = text(parameter, "name");
        let found = match text(parameter, "in") {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            other => {
                let what = format!("a parameter in `{other}`");
                return Err(DocumentProblem::Unsupported { place: place.to_owned(), what });
            }
        };
        Self::new(name, found, parameter, place, source)
    }

    /// A header of an answer.
    pub(crate) fn header(name: &str, header: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        Self::new(name, Place::Header, header, place, source)
    }

    fn new(
        name: &str,
        found: Place,
        definition: &Value,
        place: &str,
        source: Source<'_>,
    ) -> Result<Self, DocumentProblem> {
        let schema = Schema::of(definition, &format!("{place}, parameter {name}"), source)?;
        Ok(Self { name: name.to_owned(), place: found, required: flag(definition, "required"), schema })
    }

    /// What is wrong with the value that was given, or with none.
    pub(crate) fn check(&self, given: Option<&str>) -> Vec<String> {
        let kind = match self.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
        };
        let place = format!("{kind} {}", self.name);
        match given {
            Some(text) => self.schema.check_text(&place, text),
            None if self.required => vec![format!("{place}: is missing")],
            None => Vec::new(),
        }
    }
}
