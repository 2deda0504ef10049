//! A credential as it is stored.

use super::caller::Caller;

/// What is returned as `value` to who may see it. It looks encrypted, as the example of the v7 specification does, and
/// it is the same for every credential: the stored value is a hash that nobody can read (contract, T6).
const SHOWN_VALUE: &str = "ENC[sandbox:qF0rYm0v1m9Xh2Rk7c3TzW8uJ5nLbA==]";

/// A stored credential. Its value is not part of it: nobody can read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Credential {
    pub(super) id: i64,
    pub(super) name: String,
    /// Whether a value is stored, which it always is unless one was lost.
    pub(super) has_value: bool,
}

impl Credential {
    /// The `value` of a list or a read.
    pub(super) fn value_for(&self, caller: &Caller) -> Option<&'static str> {
        (self.has_value && caller.may_see_values).then_some(SHOWN_VALUE)
    }
}
