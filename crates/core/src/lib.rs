//! The functional core of Rekey: what a credential is, what may be sent, and what an answer means.
//!
//! Nothing here knows a signal, a DOM type, a clock or a socket; what a rule needs of the world is passed in.
//! Data goes one way: a [`draft::CredentialDraft`] is parsed into a [`draft::CredentialEdit`], an
//! [`operation::Write`] turns it into [`http::Request`]s, a [`http::Response`] comes back as data,
//! and an [`outcome::Outcome`] says what is known.

#![forbid(unsafe_code)]

pub mod access;
pub mod address;
pub mod base_url;
pub mod capabilities;
pub mod configuration;
pub mod consequence;
pub mod credential;
pub mod diagnosis;
pub mod dialect;
pub mod display;
pub mod draft;
pub mod exposure;
pub mod generator;
pub mod host;
pub mod http;
pub mod issue;
pub mod json;
pub mod language;
pub mod merge;
pub mod operation;
pub mod origin;
pub mod outcome;
pub mod page;
pub mod password;
pub mod path;
pub mod preview;
pub mod problem;
pub mod receipt;
pub mod roles;
pub mod roster;
pub mod secret;
pub mod session;
pub mod statistics;
pub mod timestamp;
pub mod visible;
