//! How a refusal is told: the one structure published, and two that a server of this kind may well have (section 5).

use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::answer::{Answer, Refusal, json_response};

/// The shape of every refusal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ErrorShape {
    /// `{"error":{"code","description","details"}}`, as on the page of the deletion.
    #[default]
    Details,
    /// `{"code":3,"message":"…","details":[]}`, as a gRPC gateway has it.
    Gateway,
    /// `{"error":"…"}`.
    Text,
}

impl ErrorShape {
    /// A success as it is, a refusal in this shape.
    pub(super) fn respond(self, answer: Answer) -> Response {
        match answer {
            Ok(success) => success.into_response(),
            Err(refusal) => self.refusal(&refusal),
        }
    }

    fn refusal(self, Refusal { reason, text }: &Refusal) -> Response {
        let body = match self {
            Self::Details => json!({
                "error": { "code": reason.name(), "description": reason.description(), "details": text },
            }),
            Self::Gateway => json!({ "code": reason.number(), "message": text, "details": [] }),
            Self::Text => json!({ "error": text }),
        };
        json_response(reason.status(), &body)
    }
}
