//! One operation: what may be asked and what may be answered.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer_rule::AnswerRule;
use crate::body_rule::BodyRule;
use crate::exchange::{Answer, Request};
use crate::media_type::accepts;
use crate::parameter::{Parameter, Place};
use crate::path_template::PathValue;
use crate::problem::DocumentProblem;
use crate::security::Security;
use crate::source::Source;

/// An operation of the document.
#[derive(Debug)]
pub(crate) struct Operation {
    parameters: Vec<Parameter>,
    body: Option<BodyRule>,
    security: Security,
    /// By status, range of statuses such as `4XX`, or `default`.
    answers: BTreeMap<String, AnswerRule>,
}

impl Operation {
    /// Reads an operation; parameters of its path item hold for it as well.
    pub(crate) fn read(
        path_item: &Value,
        operation: &Value,
        place: &str,
        source: Source<'_>,
    ) -> Result<Self, DocumentProblem> {
        let definitions =
            [path_item, operation].into_iter().flat_map(|holder| source.entries(holder.get("parameters")));
        let parameters =
            definitions.map(|parameter| Parameter::read(parameter?, place, source)).collect::<Result<_, _>>()?;
        let body = operation.get("requestBody").map(|body| BodyRule::of_request(source.resolve(body)?, place, source));
        let answers = source.members(operation.get("responses")).map(|answer| {
            let (status, definition) = answer?;
            Ok((status.to_owned(), AnswerRule::read(definition, &format!("{place}, {status}"), source)?))
        });
        Ok(Self {
            parameters,
            body: body.transpose()?,
            security: Security::read(operation, place, source)?,
            answers: answers.collect::<Result<_, DocumentProblem>>()?,
        })
    }

    /// What is wrong with a request for this operation, whose path has these values.
    pub(crate) fn check_request(&self, request: &Request<'_>, values: &[PathValue]) -> Vec<String> {
        let mut violations = self.check_path(values);
        violations.extend(self.check_query(request.parts().1));
        for parameter in self.parameters.iter().filter(|parameter| parameter.place == Place::Header) {
            violations.extend(parameter.check(request.header_value(&parameter.name)));
        }
        violations.extend(self.security.check(request.header_value("Authorization")));
        violations.extend(self.check_accept(request.header_value("Accept")));
        match &self.body {
            Some(rule) => violations.extend(rule.check(request.header_value("Content-Type"), request.body)),
            None if request.body.is_empty() => {}
            None => violations.push("body: must be empty".to_owned()),
        }
        violations
    }

    /// What is wrong with an answer of this operation.
    pub(crate) fn check_answer(&self, answer: &Answer<'_>) -> Vec<String> {
        let range = format!("{}XX", answer.status / 100);
        let names = [answer.status.to_string(), range, "default".to_owned()];
        match names.iter().find_map(|name| self.answers.get(name)) {
            Some(rule) => rule.check(answer),
            None => vec![format!("status: {} is not documented", answer.status)],
        }
    }

    fn check_path(&self, values: &[PathValue]) -> Vec<String> {
        let mut violations = Vec::new();
        for (name, value) in values {
            let parameter = self.find(Place::Path, name);
            match (parameter, value) {
                (Some(parameter), Some(value)) => violations.extend(parameter.check(Some(value))),
                (Some(_), None) => violations.push(format!("path {name}: is not UTF-8")),
                (None, _) => violations.push(format!("path {name}: is in the template and not among the parameters")),
            }
        }
        violations
    }

    fn check_query(&self, query: &str) -> Vec<String> {
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        let mut violations = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if self.find(Place::Query, &name).is_none() {
                violations.push(format!("query {name}: is not documented"));
            }
            if given.insert(name.to_string(), value.into_owned()).is_some() {
                violations.push(format!("query {name}: is given twice"));
            }
        }
        for parameter in self.parameters.iter().filter(|parameter| parameter.place == Place::Query) {
            violations.extend(parameter.check(given.get(&parameter.name).map(String::as_str)));
        }
        violations
    }

    fn check_accept(&self, accept: Option<&str>) -> Option<String> {
        let successes = self.answers.iter().filter(|(status, _)| status.starts_with('2'));
        let offered: Vec<&str> = successes.flat_map(|(_, rule)| rule.media_types()).collect();
        let allows = |accept: &str| offered.is_empty() || offered.iter().any(|kind| accepts(accept, kind));
        let refused = accept.filter(|accept| !allows(accept))?;
        Some(format!("header Accept: {refused} allows none of {}", offered.join(", ")))
    }

    fn find(&self, place: Place, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.place == place && parameter.name == name)
    }
}
