//! What the sandbox received and did, whatever anybody was told of it.

use serde::Deserialize;
use serde_json::Value;

use crate::row::{Call, Row};

/// A row of the truth log.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Arrival {
    pub(crate) sequence: u64,
    pub(crate) method: String,
    path: String,
    query: Option<String>,
    /// The top-level keys of the body, in alphabetical order.
    pub(crate) keys: Vec<String>,
    pub(crate) body: Value,
    pub(crate) applied: bool,
    pub(crate) answered: Option<u16>,
}

impl Arrival {
    /// Path and query below the host of the vendor, as they were sent.
    pub(crate) fn target(&self, row: &Row) -> String {
        let path = self.path.strip_prefix(row.mount).expect("only this vendor is called");
        self.query.as_ref().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
    }

    /// Whether it asks for a change. The exchange of a sign-in changes nothing.
    pub(crate) fn is_write(&self) -> bool {
        self.method != "GET" && !self.path.ends_with("/auth/token")
    }

    /// Fails unless it is the documented call on this record, with exactly the documented keys.
    pub(crate) fn assert_is(&self, row: &Row, call: &Call, id: &str) {
        self.assert_goes_to(row, call, id);
        assert_eq!(self.keys, call.keys);
    }

    /// Fails unless it is the documented call on this record, with no other keys than the documented ones.
    pub(crate) fn assert_goes_to(&self, row: &Row, call: &Call, id: &str) {
        assert_eq!((self.method.as_str(), self.target(row)), (call.method, call.target_of(id)));
        assert!(self.keys.iter().all(|key| call.keys.contains(&key.as_str())), "{:?}", self.keys);
    }
}

/// The one write there was.
pub(crate) fn only(writes: &[Arrival]) -> &Arrival {
    assert_eq!(writes.len(), 1, "{writes:#?}");
    &writes[0]
}
