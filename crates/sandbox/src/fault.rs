//! Faults on request: what a test asks to go wrong, and with which request (reliability.md 2.1).

mod script;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::apinizer::ENVIRONMENTS;

pub(crate) use script::{FaultRule, FaultScript};

/// One thing that goes wrong. `kind` names it in JSON.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum Fault {
    /// The server waits before it applies anything, and applies it even if the client has left meanwhile (X11, X12).
    Delay { milliseconds: u64 },
    /// The server applies at once and waits with the answer.
    DelayAfterApply { milliseconds: u64 },
    /// The connection ends before the body is read; nothing is applied.
    DropBeforeReading {},
    /// The body is read and the connection ends; nothing is applied.
    DropAfterReading {},
    /// The server applies, then the connection ends without an answer (X08, X09).
    ApplyThenDrop {},
    /// The connection ends at once and the server applies later (X11).
    ApplyLater { milliseconds: u64 },
    /// The connection is reset (RST) where others say goodbye; what was to be applied by then is.
    Reset { at: Moment },
    /// The server applies; its answer announces the whole length and ends after some bytes (X10). After none of them it
    /// is the headers that were the last.
    CutBody { after: usize },
    /// The server applies; the connection ends after so many bytes of its answer, headers and all.
    Limit { bytes: usize },
    /// The server applies; its answer leaves a few bytes at a time, with a pause after each few.
    Slice { bytes: usize, milliseconds: u64 },
    /// The server applies; its answer leaves at this speed (X12).
    Drip { bytes_per_second: u32 },
    /// The server applies; only the end of the connection tells the end of its answer, and it comes late.
    SlowClose { milliseconds: u64 },
    /// The server applies; its answer is padded with blanks to a length beyond any cap (X34b).
    Oversize { bytes: usize },
    /// The same, compressed: a few bytes on the wire (M10).
    Gzip { bytes: usize },
    /// The server applies; its answer is followed by blanks without end.
    Endless {},
    /// The server applies; its answer comes after that to a later request of the same method and address (X26).
    Overtaken {},
    /// The server applies; no other origin may read its answer (X03). Asked for `OPTIONS`, it is the preflight.
    NoCors {},
    /// An answer of choice instead of the server's own (X13 to X22).
    Respond(ScriptedAnswer),
    /// A redirect of choice; nothing is applied (X25).
    Redirect { status: u16, location: String },
    /// The record is saved, and some environments do not take it (X23).
    FailEnvironments {
        environments: Vec<EnvironmentFailure>,
        /// The overall flag, if it shall contradict the environments.
        overall: Option<bool>,
    },
    /// The record is saved and deployed, and `deploymentResult` is told wrongly: any value, or none at all (X24).
    Deployment {
        #[serde(default, deserialize_with = "present")]
        value: Option<Value>,
    },
}

impl Fault {
    /// The name of this fault in JSON, for the truth log.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::DelayAfterApply { .. } => "delay-after-apply",
            Self::DropBeforeReading {} => "drop-before-reading",
            Self::DropAfterReading {} => "drop-after-reading",
            Self::ApplyThenDrop {} => "apply-then-drop",
            Self::ApplyLater { .. } => "apply-later",
            Self::Reset { .. } => "reset",
            Self::CutBody { .. } => "cut-body",
            Self::Limit { .. } => "limit",
            Self::Slice { .. } => "slice",
            Self::Drip { .. } => "drip",
            Self::SlowClose { .. } => "slow-close",
            Self::Oversize { .. } => "oversize",
            Self::Gzip { .. } => "gzip",
            Self::Endless {} => "endless",
            Self::Overtaken {} => "overtaken",
            Self::NoCors {} => "no-cors",
            Self::Respond(_) => "respond",
            Self::Redirect { .. } => "redirect",
            Self::FailEnvironments { .. } => "fail-environments",
            Self::Deployment { .. } => "deployment",
        }
    }
}

/// How far a server has come when its connection is reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Moment {
    /// It has read the headers.
    BeforeReading,
    /// It has read the body.
    AfterReading,
    /// It has done what was asked.
    AfterApplying,
    /// It has sent half of the body of its answer.
    MidBody,
}

/// An environment that does not take a change, with the words it gives for it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnvironmentFailure {
    #[serde(deserialize_with = "known_environment")]
    pub(crate) name: String,
    pub(crate) message: String,
}

/// An answer of choice.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ScriptedAnswer {
    status: u16,
    #[serde(default = "json_content_type")]
    content_type: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    /// Text goes out as it is; any other JSON value is written as JSON.
    #[serde(default)]
    body: Value,
    /// Whether the server applies the request before it answers so.
    #[serde(default)]
    pub(crate) apply: bool,
}

impl IntoResponse for ScriptedAnswer {
    fn into_response(self) -> Response {
        let body = match self.body {
            Value::Null => String::new(),
            Value::String(text) => text,
            other => other.to_string(),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status(self.status);
        for (name, value) in self.headers.into_iter().chain([(header::CONTENT_TYPE.to_string(), self.content_type)]) {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::try_from(value)) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// The answer to a [`Fault::Redirect`].
pub(crate) fn redirect(code: u16, location: String) -> Response {
    (status(code), [(header::LOCATION, location)]).into_response()
}

/// A number that is no status at all shows as a fault of the script.
fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn json_content_type() -> String {
    "application/json;charset=UTF-8".to_owned()
}

/// A misspelt environment would never fail, and its test would test nothing.
fn known_environment<'de, Source: Deserializer<'de>>(source: Source) -> Result<String, Source::Error> {
    let name = String::deserialize(source)?;
    if ENVIRONMENTS.contains(&name.as_str()) {
        Ok(name)
    } else {
        Err(Source::Error::custom(format!("`{name}` is no environment: {}", ENVIRONMENTS.join(", "))))
    }
}

/// Tells `"value": null` from no value at all.
fn present<'de, Source: Deserializer<'de>>(source: Source) -> Result<Option<Value>, Source::Error> {
    Value::deserialize(source).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Fault {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_deployment_of_null_differs_from_none() {
        assert_eq!(read(r#"{"kind":"deployment","value":null}"#), Fault::Deployment { value: Some(Value::Null) });
        assert_eq!(read(r#"{"kind":"deployment"}"#), Fault::Deployment { value: None });
    }

    #[test]
    fn a_misspelt_fault_is_refused() {
        for text in [
            r#"{"kind":"delya","milliseconds":1}"#,
            r#"{"kind":"delay","millis":1}"#,
            r#"{"kind":"fail-environments","environments":[{"name":"prodution","message":""}]}"#,
        ] {
            assert!(serde_json::from_str::<Fault>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_kind_in_the_log_is_the_kind_in_the_script() {
        for (kind, rest) in [
            ("delay", r#","milliseconds":1"#),
            ("delay-after-apply", r#","milliseconds":1"#),
            ("drop-before-reading", ""),
            ("drop-after-reading", ""),
            ("apply-then-drop", ""),
            ("apply-later", r#","milliseconds":1"#),
            ("reset", r#","at":"mid-body""#),
            ("cut-body", r#","after":1"#),
            ("limit", r#","bytes":1"#),
            ("slice", r#","bytes":1,"milliseconds":1"#),
            ("drip", r#","bytesPerSecond":1"#),
            ("slow-close", r#","milliseconds":1"#),
            ("oversize", r#","bytes":1"#),
            ("gzip", r#","bytes":1"#),
            ("endless", ""),
            ("overtaken", ""),
            ("no-cors", ""),
            ("respond", r#","status":503"#),
            ("redirect", r#","status":307,"location":"/""#),
            ("fail-environments", r#","environments":[]"#),
            ("deployment", ""),
        ] {
            assert_eq!(read(&format!(r#"{{"kind":"{kind}"{rest}}}"#)).kind(), kind);
        }
    }
}
