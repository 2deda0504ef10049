//! What can be switched while the sandbox runs, so that one server serves all browser tests.

use serde::{Deserialize, Serialize};

use crate::apinizer::{DeploymentShape, Generation};

/// How the vendors answer at the moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    /// The documented generation of the Apinizer envelope (contract, section 0).
    pub(crate) generation: Generation,
    /// The shape of `deploymentResult` (contract, section 6).
    pub(crate) deployment_shape: DeploymentShape,
}

/// The body of `POST /_sandbox/settings`: what is absent stays as it is.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SettingsChange {
    generation: Option<Generation>,
    deployment_shape: Option<DeploymentShape>,
}

impl SettingsChange {
    /// `settings` with this change made.
    pub(crate) fn applied_to(self, settings: Settings) -> Settings {
        Settings {
            generation: self.generation.unwrap_or(settings.generation),
            deployment_shape: self.deployment_shape.unwrap_or(settings.deployment_shape),
        }
    }
}
