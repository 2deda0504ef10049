//! Who may call: the alternatives of a `security` list, over the `Authorization` header.

use serde_json::Value;

use crate::problem::DocumentProblem;
use crate::source::{Source, text};

/// A scheme of `Authorization`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Basic,
    Bearer,
}

/// The schemes of which one must be used; none for an operation that asks nobody.
#[derive(Debug)]
pub(crate) struct Security {
    schemes: Vec<Scheme>,
}

impl Security {
    /// The list of the operation, or else that of the document.
    pub(crate) fn read(operation: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let list = operation.get("security").or_else(|| source.security());
        let requirements = list.and_then(Value::as_array).into_iter().flatten();
        let names = requirements.filter_map(Value::as_object).flat_map(|requirement| requirement.keys());
        let schemes = names.map(|name| Scheme::named(name, place, source)).collect::<Result<_, _>>()?;
        Ok(Self { schemes })
    }

    /// What is wrong with the header.
    pub(crate) fn check(&self, authorization: Option<&str>) -> Option<String> {
        if self.schemes.is_empty() {
            return None;
        }
        let Some(header) = authorization else { return Some("header Authorization: is missing".to_owned()) };
        let is_used = self.schemes.iter().any(|scheme| scheme.fits(header));
        (!is_used).then(|| format!("header Authorization: is none of {:?}", self.schemes))
    }
}

impl Scheme {
    fn named(name: &str, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let reference = format!("/securitySchemes/{name}");
        let dangling = || DocumentProblem::DanglingReference(format!("#/components{reference}"));
        let scheme = source.resolve(source.components().pointer(&reference).ok_or_else(dangling)?)?;
        match (text(scheme, "type"), text(scheme, "scheme")) {
            ("http", "basic") => Ok(Self::Basic),
            ("http", "bearer") => Ok(Self::Bearer),
            (kind, scheme) => Err(DocumentProblem::Unsupported {
                place: place.to_owned(),
                what: format!("a security scheme of the type `{kind} {scheme}`"),
            }),
        }
    }

    /// RFC 7617 and RFC 6750. Letter case does not count in the name of a scheme (RFC 9110, 11.1).
    fn fits(self, header: &str) -> bool {
        let Some((name, value)) = header.split_once(' ') else { return false };
        let (expected, characters) = match self {
            Self::Basic => ("Basic", "+/"),
            Self::Bearer => ("Bearer", "-._~+/"),
        };
        let value = value.trim_end_matches('=');
        let is_allowed = |character: char| character.is_ascii_alphanumeric() || characters.contains(character);
        name.eq_ignore_ascii_case(expected) && !value.is_empty() && value.chars().all(is_allowed)
    }
}
