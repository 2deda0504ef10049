//! What can be switched about `ThousandEyes` while the sandbox runs.

use serde::{Deserialize, Serialize};

/// What the addresses of v6 answer (contract, T1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SixthVersion {
    /// As its pages say.
    #[default]
    Answers,
    /// 301 to the same address of v7, as documented for a version that does not exist.
    Moved,
    /// 404, whatever is asked.
    NotFound,
    /// 410, whatever is asked.
    Gone,
}

/// What becomes of a field that a `PUT` of v7 leaves out (contract, T3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OmittedField {
    /// It stays as it is.
    #[default]
    Keeps,
    /// The record is replaced: a missing value is lost, a missing name refused.
    Clears,
}

/// How `ThousandEyes` answers at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    pub(super) v6: SixthVersion,
    pub(super) v7_put: OmittedField,
    /// Requests an organisation has in one window (contract, 2.2).
    pub(super) requests_per_window: u32,
    /// 401 answers one address gets in one window before it is blocked (contract, 2.1).
    pub(super) refusals_per_window: u32,
    /// How long both windows are.
    pub(super) window_seconds: u32,
    /// Failed Basic sign-ins in a row that lock the account. The contract has no number; this one leaves room for a
    /// person who mistypes, and for the tests that play one.
    pub(super) lock_after: u32,
    /// Whether 429 says when to come back; the vendor is reported not to (contract, 2.2).
    pub(super) retry_after: bool,
    /// Whether scripts of the origin `--cors` names may read the rate limit headers (contract, T10).
    pub(super) expose_rate_limit: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            v6: SixthVersion::default(),
            v7_put: OmittedField::default(),
            requests_per_window: 240,
            refusals_per_window: 100,
            window_seconds: 60,
            lock_after: 20,
            retry_after: false,
            expose_rate_limit: false,
        }
    }
}

/// The member `thousandEyes` of `POST /_sandbox/settings`: what is absent stays as it is.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SettingsChange {
    v6: Option<SixthVersion>,
    v7_put: Option<OmittedField>,
    requests_per_window: Option<u32>,
    refusals_per_window: Option<u32>,
    window_seconds: Option<u32>,
    lock_after: Option<u32>,
    retry_after: Option<bool>,
    expose_rate_limit: Option<bool>,
}

impl SettingsChange {
    /// `settings` with this change made.
    pub(crate) fn applied_to(self, settings: Settings) -> Settings {
        Settings {
            v6: self.v6.unwrap_or(settings.v6),
            v7_put: self.v7_put.unwrap_or(settings.v7_put),
            requests_per_window: self.requests_per_window.unwrap_or(settings.requests_per_window),
            refusals_per_window: self.refusals_per_window.unwrap_or(settings.refusals_per_window),
            window_seconds: self.window_seconds.unwrap_or(settings.window_seconds),
            lock_after: self.lock_after.unwrap_or(settings.lock_after),
            retry_after: self.retry_after.unwrap_or(settings.retry_after),
            expose_rate_limit: self.expose_rate_limit.unwrap_or(settings.expose_rate_limit),
        }
    }
}
