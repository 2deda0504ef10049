//! Deployment to the environments, and how its result is told (section 6).

mod report;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::environments::ENVIRONMENTS;
use super::{live, messages};
use crate::fault::{EnvironmentFailure, Fault};

/// How `deploymentResult` looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DeploymentShape {
    /// `environmentResults`, as in the primary pages.
    #[default]
    Environments,
    /// `detailList` with one entry per pod, as in the generated `OpenAPI` file.
    Pods,
}

/// What is done to the gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Deploy,
    Undeploy,
}

/// The circumstances of a deployment.
#[derive(Debug)]
pub(super) struct Circumstances<'request> {
    pub(super) shape: DeploymentShape,
    pub(super) permitted: bool,
    pub(super) fault: Option<&'request Fault>,
}

/// What one environment said.
#[derive(Debug)]
struct EnvironmentResult {
    environment: &'static str,
    /// `None` when it took the change, else its words.
    failure: Option<String>,
}

/// Brings the stored record to every environment that takes it, and tells the result: `None` when a fault wants no
/// `deploymentResult` at all. There is no rollback: the record stays saved whatever the environments say.
pub(super) fn run(
    connection: &Connection,
    action: Action,
    username: &str,
    circumstances: &Circumstances<'_>,
) -> rusqlite::Result<Option<Value>> {
    let mut results = Vec::with_capacity(ENVIRONMENTS.len());
    for environment in ENVIRONMENTS {
        let failure = circumstances.failure_of(environment);
        if failure.is_none() {
            match action {
                Action::Deploy => live::deploy(connection, environment, username)?,
                Action::Undeploy => live::undeploy(connection, environment, username)?,
            }
        }
        results.push(EnvironmentResult { environment, failure });
    }
    Ok(match circumstances.fault {
        Some(Fault::Deployment { value }) => value.clone(),
        Some(Fault::FailEnvironments { overall, .. }) => {
            Some(report::write(action, &results, circumstances.shape, *overall))
        }
        _ => Some(report::write(action, &results, circumstances.shape, None)),
    })
}

impl Circumstances<'_> {
    fn failure_of(&self, environment: &str) -> Option<String> {
        if !self.permitted {
            return Some(messages::DEPLOY_PERMISSION_MISSING.to_owned());
        }
        let Some(Fault::FailEnvironments { environments, .. }) = self.fault else { return None };
        let failing = |failure: &&EnvironmentFailure| failure.name == environment;
        environments.iter().find(failing).map(|failure| failure.message.clone())
    }
}
