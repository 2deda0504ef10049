//! Holds real requests and real answers against an `OpenAPI` 3.1 document, in tests.
//!
//! The documents are written from the contracts and from nothing else. Because the console and the sandbox are both
//! held against them and know nothing of each other, a mistake has to be made three times before it goes unseen.
//!
//! ```
//! use rekey_openapi_check::{Document, Request};
//!
//! let document = Document::parse(r#"{
//!     "openapi": "3.1.0", "info": { "title": "Doors", "version": "1" },
//!     "paths": { "/doors/{number}": { "put": {
//!         "parameters": [{ "name": "number", "in": "path", "required": true, "schema": { "type": "integer" } }],
//!         "requestBody": { "required": true, "content": { "application/json": { "schema": {
//!             "type": "object", "required": ["open"], "additionalProperties": false,
//!             "properties": { "open": { "type": "boolean" } } } } } },
//!         "responses": { "204": { "description": "Done." } } } } }
//! }"#).unwrap();
//! let request = Request::new("PUT", "/doors/7").header("Content-Type", "application/json");
//! assert_eq!(document.check_request(&request.clone().body(br#"{"open":true}"#)), Ok(()));
//! assert!(document.check_request(&request.body(br#"{"open":1}"#)).is_err());
//! ```
//!
//! Where `OpenAPI` leaves room, the strict reading is taken:
//!
//! - A parameter of the query that is not documented is a violation, and so is one given twice.
//! - An operation that documents a body wants its `Content-Type`, even where the body may be empty.
//! - An `Accept` must allow a documented success.
//! - An answer without documented content must be empty.
//!
//! What a violation says names the place and the rule, never the value: it may be a secret.
#![forbid(unsafe_code)]

mod answer_rule;
mod body_rule;
pub mod contracts;
mod document;
mod exchange;
mod media_type;
mod operation;
mod parameter;
mod path_template;
mod problem;
mod schema;
mod security;
mod source;

pub use document::Document;
pub use exchange::{Answer, Request};
pub use problem::DocumentProblem;
