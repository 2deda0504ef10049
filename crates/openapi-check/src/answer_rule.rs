//! What an answer with a certain status may be.

use serde_json::Value;

use crate::body_rule::BodyRule;
use crate::exchange::Answer;
use crate::parameter::Parameter;
use crate::problem::DocumentProblem;
use crate::source::Source;

/// The answers with one status, or one range of them.
#[derive(Debug)]
pub(crate) struct AnswerRule {
    headers: Vec<Parameter>,
    body: BodyRule,
}

impl AnswerRule {
    pub(crate) fn read(answer: &Value, place: &str, source: Source<'_>) -> Result<Self, DocumentProblem> {
        let headers = source.members(answer.get("headers")).map(|header| {
            let (name, definition) = header?;
            Parameter::header(name, definition, place, source)
        });
        Ok(Self { headers: headers.collect::<Result<_, _>>()?, body: BodyRule::of_answer(answer, place, source)? })
    }

    /// The documented media types.
    pub(crate) fn media_types(&self) -> impl Iterator<Item = &str> {
        self.body.media_types()
    }

    pub(crate) fn check(&self, answer: &Answer<'_>) -> Vec<String> {
        let mut violations: Vec<String> =
            self.headers.iter().flat_map(|header| header.check(answer.header_value(&header.name))).collect();
        if self.body.media_types().next().is_some() {
            violations.extend(self.body.check(answer.header_value("Content-Type"), answer.body));
        } else if !answer.body.is_empty() {
            violations.push("body: must be empty".to_owned());
        }
        violations
    }
}
