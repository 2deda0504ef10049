//! What the specification must be told of a dialect. All of it is data: a behaviour that differs is a capability of the
//! core, and a sentence of the contract behind it.

use std::sync::LazyLock;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rekey_core::access::SignIn;
use rekey_core::credential::Scope;
use rekey_core::dialect::Dialect;
use rekey_openapi_check::Document;
use serde_json::Value;

use crate::proof::Proof;

/// One dialect and version, and how the sandbox is set to play it.
pub(crate) struct Row {
    pub(crate) dialect: Dialect,
    /// Below which path the sandbox mounts the vendor's host.
    pub(crate) mount: &'static str,
    pub(crate) document: &'static LazyLock<Document>,
    /// The body of `POST /_sandbox/settings`.
    pub(crate) settings: Value,
    /// May do everything.
    pub(crate) admin: SignIn,
    /// May only read.
    pub(crate) reader: SignIn,
    /// Nobody the vendor knows.
    pub(crate) stranger: SignIn,
    pub(crate) scope: Scope,
    /// How many credentials the scope holds.
    pub(crate) records: usize,
    /// In how many answers the server gives them at least.
    pub(crate) least_answers: usize,
    /// A credential with as many fields as there are, in force.
    pub(crate) known: Known,
    /// Another one of the same scope; where a list takes several answers, not in the first.
    pub(crate) other: Known,
    /// Role names that the vendor knows; none where it has no roles.
    pub(crate) roles: &'static [&'static str],
    pub(crate) proof: Proof,
    /// How a new secret alone is written.
    pub(crate) new_secret: Call,
    /// How details are written; with a secret only if they must carry one.
    pub(crate) details: Call,
    /// How details and a new secret are written at once.
    pub(crate) both: Call,
    /// How a new secret is written beside details that nobody has touched.
    pub(crate) beside: Call,
    /// Deletes a credential, which the core does not.
    pub(crate) deletion: Call,
    /// Makes a credential with an id of choice; nothing where the server chooses it.
    pub(crate) creation: Option<Creation>,
    /// How a write is refused to who may only read: the status, and words that stand in the text.
    pub(crate) forbidden: (u16, &'static str),
    /// A limit that the next write meets and that is over within a few seconds.
    pub(crate) short_limit: Limit,
    /// A limit that the next write meets and that lasts about a minute.
    pub(crate) long_limit: Limit,
}

/// A credential of the demonstration.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) secret: &'static str,
}

/// A documented call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    /// Path and query; `{id}` stands for the id of the record.
    pub(crate) target: &'static str,
    /// The keys of the body, in alphabetical order.
    pub(crate) keys: &'static [&'static str],
}

/// The creation of a credential.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Creation {
    pub(crate) target: &'static str,
    /// The body for an id and a secret.
    pub(crate) body: fn(&str, &str) -> Value,
}

/// How a write comes to meet the rate limit.
#[derive(Debug, Clone)]
pub(crate) enum Limit {
    /// The sandbox plays one: these settings leave one request, which is the comparing look.
    Played(Value),
    /// The sandbox plays none: this fault answers the next write.
    Scripted(Value),
}

/// RFC 3986, 2.3: what is not encoded in a segment.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Call {
    /// The target for one record.
    pub(crate) fn target_of(&self, id: &str) -> String {
        self.target.replace("{id}", &encoded(id))
    }
}

/// A text as one segment of a path or one value of a query.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
