//! Reading a document: members, and the references that take their place.

use serde_json::Value;

use crate::problem::DocumentProblem;

/// A document while it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'document> {
    root: &'document Value,
}

impl<'document> Source<'document> {
    pub(crate) fn new(root: &'document Value) -> Self {
        Self { root }
    }

    /// What `value` stands for: itself, or what its `$ref` names.
    pub(crate) fn resolve(self, value: &'document Value) -> Result<&'document Value, DocumentProblem> {
        let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return Ok(value) };
        let target = reference.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
        self.resolve(target.ok_or_else(|| DocumentProblem::DanglingReference(reference.to_owned()))?)
    }

    /// The resolved members of an object; none where there is no object.
    pub(crate) fn members(
        self,
        object: Option<&'document Value>,
    ) -> impl Iterator<Item = Result<(&'document str, &'document Value), DocumentProblem>> {
        let members = object.and_then(Value::as_object).into_iter().flatten();
        members.map(move |(name, value)| Ok((name.as_str(), self.resolve(value)?)))
    }

    /// The resolved entries of a list; none where there is no list.
    pub(crate) fn entries(
        self,
        list: Option<&'document Value>,
    ) -> impl Iterator<Item = Result<&'document Value, DocumentProblem>> {
        let entries = list.and_then(Value::as_array).into_iter().flatten();
        entries.map(move |entry| self.resolve(entry))
    }

    /// What schemas refer to.
    pub(crate) fn components(self) -> &'document Value {
        self.root.get("components").unwrap_or(&Value::Null)
    }

    /// What the document says of security where an operation says nothing.
    pub(crate) fn security(self) -> Option<&'document Value> {
        self.root.get("security")
    }
}

/// A text member; empty where there is none.
pub(crate) fn text<'value>(value: &'value Value, name: &str) -> &'value str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A flag; false where there is none.
pub(crate) fn flag(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or_default()
}
