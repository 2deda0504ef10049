//! A whole document, and the way from a request to its operation.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::exchange::{Answer, Request};
use crate::operation::Operation;
use crate::path_template::{PathTemplate, PathValue};
use crate::problem::DocumentProblem;
use crate::source::{Source, text};

const METHODS: [&str; 6] = ["get", "put", "post", "patch", "delete", "head"];

/// An `OpenAPI` document, ready to be held against exchanges.
#[derive(Debug)]
pub struct Document {
    paths: Vec<PathItem>,
}

/// A path and its operations, by method.
#[derive(Debug)]
struct PathItem {
    template: PathTemplate,
    operations: BTreeMap<&'static str, Operation>,
}

impl Document {
    /// Reads a document, all of it: a fault in a part that no test reaches is found, too.
    ///
    /// # Errors
    ///
    /// When the document is not one that can be used.
    pub fn parse(json: &str) -> Result<Self, DocumentProblem> {
        let root: Value = serde_json::from_str(json)?;
        if !text(&root, "openapi").starts_with("3.1") {
            return Err(DocumentProblem::OtherVersion);
        }
        let source = Source::new(&root);
        let paths = source.members(root.get("paths")).map(|member| {
            let (path, item) = member?;
            Ok(PathItem { template: PathTemplate::parse(path), operations: operations(path, item, source)? })
        });
        Ok(Self { paths: paths.collect::<Result<_, DocumentProblem>>()? })
    }

    /// Whether this method of this path, a query aside, is documented.
    pub fn has(&self, method: &str, target: &str) -> bool {
        self.find(&Request::new(method, target)).is_some()
    }

    /// Holds a request against the document.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, one sentence each.
    pub fn check_request(&self, request: &Request<'_>) -> Result<(), Vec<String>> {
        let (operation, values) = self.find(request).ok_or_else(|| not_documented(request))?;
        none(request, operation.check_request(request, &values))
    }

    /// Holds the answer to a request against the document; of the request only method and target count.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, one sentence each.
    pub fn check_answer(&self, request: &Request<'_>, answer: &Answer<'_>) -> Result<(), Vec<String>> {
        let (operation, _) = self.find(request).ok_or_else(|| not_documented(request))?;
        none(request, operation.check_answer(answer))
    }

    fn find(&self, request: &Request<'_>) -> Option<(&Operation, Vec<PathValue>)> {
        let (path, _) = request.parts();
        let matching = self.paths.iter().filter_map(|item| Some((item, item.template.read(path)?)));
        let (item, values) = matching.max_by_key(|(item, _)| item.template.literals())?;
        let operation = item.operations.iter().find(|(method, _)| request.method.eq_ignore_ascii_case(method))?.1;
        Some((operation, values))
    }
}

fn operations(
    path: &str,
    item: &Value,
    source: Source<'_>,
) -> Result<BTreeMap<&'static str, Operation>, DocumentProblem> {
    let defined = METHODS.into_iter().filter_map(|method| Some((method, item.get(method)?)));
    defined
        .map(|(method, definition)| {
            let place = format!("{method} {path}");
            Ok((method, Operation::read(item, definition, &place, source)?))
        })
        .collect()
}

fn not_documented(request: &Request<'_>) -> Vec<String> {
    vec![format!("{} {}: is not documented", request.method, request.parts().0)]
}

fn none(request: &Request<'_>, violations: Vec<String>) -> Result<(), Vec<String>> {
    if violations.is_empty() {
        return Ok(());
    }
    let (path, _) = request.parts();
    Err(violations.into_iter().map(|violation| format!("{} {path}: {violation}", request.method)).collect())
}
