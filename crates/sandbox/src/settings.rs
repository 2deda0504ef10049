//! What can be switched while the sandbox runs, so that one server serves all browser tests.

use serde::{Deserialize, Serialize};

use crate::apinizer::{DeploymentShape, Generation};
use crate::thousandeyes;
use crate::zstack::{ErrorShape, PageLimits, Presence, StatisticsForm, TotalForm};

/// How the vendors answer at the moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    /// The documented generation of the Apinizer envelope (contract, section 0).
    pub(crate) generation: Generation,
    /// The shape of `deploymentResult` (contract, section 6).
    pub(crate) deployment_shape: DeploymentShape,
    /// Whether a connection outlives its first request (M4).
    pub(crate) connections: Connections,
    /// How `ThousandEyes` answers.
    pub(crate) thousand_eyes: thousandeyes::Settings,
    /// Whether an update of `ZStack` must carry the secret (contract, section 3.1).
    pub(crate) zstack_value: Presence,
    /// Whether an update of `ZStack` must carry an expiry (contract, section 3.1).
    pub(crate) zstack_expires_at: Presence,
    /// How `ZStack` tells a refusal (contract, section 5).
    pub(crate) zstack_errors: ErrorShape,
    /// Whether the list of `ZStack` has a `total` (contract, section 4.3).
    pub(crate) zstack_total: TotalForm,
    /// How long a page of the list of `ZStack` is (contract, Z10).
    pub(crate) zstack_limits: PageLimits,
    /// How `ZStack` tells its counters (contract, section 4.5).
    pub(crate) zstack_statistics: StatisticsForm,
}

/// Whether a browser finds its connection open for the next request. On one that was used before it repeats a request
/// by itself that got no answer; on a fresh one it does not (reliability.md, M4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Connections {
    /// It stays open.
    #[default]
    Kept,
    /// It is closed after each answer.
    Closed,
}

/// The body of `POST /_sandbox/settings`: what is absent stays as it is.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SettingsChange {
    generation: Option<Generation>,
    deployment_shape: Option<DeploymentShape>,
    connections: Option<Connections>,
    thousand_eyes: Option<thousandeyes::SettingsChange>,
    zstack_value: Option<Presence>,
    zstack_expires_at: Option<Presence>,
    zstack_errors: Option<ErrorShape>,
    zstack_total: Option<TotalForm>,
    zstack_limits: Option<PageLimits>,
    zstack_statistics: Option<StatisticsForm>,
}

impl SettingsChange {
    /// `settings` with this change made.
    pub(crate) fn applied_to(self, settings: Settings) -> Settings {
        Settings {
            generation: self.generation.unwrap_or(settings.generation),
            deployment_shape: self.deployment_shape.unwrap_or(settings.deployment_shape),
            connections: self.connections.unwrap_or(settings.connections),
            thousand_eyes: self.thousand_eyes.unwrap_or_default().applied_to(settings.thousand_eyes),
            zstack_value: self.zstack_value.unwrap_or(settings.zstack_value),
            zstack_expires_at: self.zstack_expires_at.unwrap_or(settings.zstack_expires_at),
            zstack_errors: self.zstack_errors.unwrap_or(settings.zstack_errors),
            zstack_total: self.zstack_total.unwrap_or(settings.zstack_total),
            zstack_limits: self.zstack_limits.unwrap_or(settings.zstack_limits),
            zstack_statistics: self.zstack_statistics.unwrap_or(settings.zstack_statistics),
        }
    }
}
