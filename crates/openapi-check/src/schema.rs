//! JSON Schema 2020-12, the schema language of `OpenAPI` 3.1.

use std::fmt;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::{Value, json};

use crate::problem::DocumentProblem;
use crate::source::Source;

/// A schema, ready to be applied.
pub(crate) struct Schema {
    validator: Validator,
}

impl Schema {
    /// The schema under the member `schema` of `holder`; without one, everything is allowed.
    pub(crate) fn of(holder: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let schema = holder.get("schema").unwrap_or(&Value::Bool(true));
        // References inside the schema point into the components of the document, so those come along.
        let whole = json!({ "components": source.components(), "allOf": [schema] });
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        let validator = options
            .build(&whole)
            .map_err(|error| DocumentProblem::Schema { place: place.to_owned(), problem: error.to_string() })?;
        Ok(Self { validator })
    }

    /// What is wrong with `value`, each with its place.
    pub(crate) fn check(&self, place: &str, value: &Value) -> Vec<String> {
        self.validator.iter_errors(value).flat_map(|error| describe(place, &error)).collect()
    }

    /// What is wrong with a text that may stand for a number or a flag, as in a path, a query or a header.
    pub(crate) fn check_text(&self, place: &str, text: &str) -> Vec<String> {
        let as_text = self.check(place, &Value::String(text.to_owned()));
        let scalar = serde_json::from_str(text).ok().filter(|value: &Value| value.is_number() || value.is_boolean());
        let is_scalar = scalar.is_some_and(|value| self.check(place, &value).is_empty());
        if is_scalar { Vec::new() } else { as_text }
    }
}

impl fmt::Debug for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Schema")
    }
}

/// An error in words. Where one of several shapes would do, the one that comes closest is told.
fn describe(place: &str, error: &ValidationError<'_>) -> Vec<String> {
    match closest(error) {
        Some(errors) => errors.iter().flat_map(|error| describe(place, error)).collect(),
        None => vec![format!("{place}{}: {}", error.instance_path(), error.masked())],
    }
}

/// What is wrong with the shape that was probably meant, if there were several to choose from.
fn closest<'error>(error: &'error ValidationError<'_>) -> Option<&'error Vec<ValidationError<'static>>> {
    let (ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context }) = error.kind() else {
        return None;
    };
    // Members that are missing or too many, and flags that say something else, belong to another shape; a mistake
    // further inside is one within this shape.
    let weight = |inner: &ValidationError<'_>| {
        let is_of_shape = inner.instance_path() == error.instance_path()
            || matches!(inner.kind(), ValidationErrorKind::Constant { .. });
        if is_of_shape { 10 } else { 1 }
    };
    context.iter().min_by_key(|errors| errors.iter().map(weight).sum::<usize>())
}
