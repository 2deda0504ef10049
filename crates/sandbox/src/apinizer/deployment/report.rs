//! `deploymentResult` in its two documented shapes.

use serde_json::{Value, json};

use super::{Action, DeploymentShape, EnvironmentResult};
use crate::apinizer::messages::{self, undocumented};

/// Tells `results`. Nothing documented ties the overall flag to the environments: it is false when one failed, unless
/// `overall` says otherwise.
pub(super) fn write(
    action: Action,
    results: &[EnvironmentResult],
    shape: DeploymentShape,
    overall: Option<bool>,
) -> Value {
    let success = overall.unwrap_or_else(|| results.iter().all(|result| result.failure.is_none()));
    match shape {
        DeploymentShape::Environments => json!({
            "success": success,
            "message": overall_message(action, success),
            "environmentResults": results.iter().map(|result| environment(action, result)).collect::<Vec<_>>(),
        }),
        DeploymentShape::Pods => json!({
            "success": success, "responseTime": 41, "detail": overall_message(action, success),
            "envName": null, "podName": null, "podIp": null, "firstFromApiResultList": null,
            "detailList": results.iter().zip(0..).flat_map(|(result, index)| pods(action, result, index)).collect::<Vec<_>>(),
        }),
    }
}

fn overall_message(action: Action, success: bool) -> &'static str {
    match (action, success) {
        (Action::Deploy, true) => messages::DEPLOYMENT_COMPLETED,
        (Action::Undeploy, true) => messages::UNDEPLOYMENT_COMPLETED,
        (Action::Deploy, false) => undocumented::DEPLOYMENT_INCOMPLETE,
        (Action::Undeploy, false) => undocumented::UNDEPLOYMENT_INCOMPLETE,
    }
}

fn done(action: Action) -> &'static str {
    match action {
        Action::Deploy => messages::DEPLOYED,
        Action::Undeploy => messages::UNDEPLOYED,
    }
}

fn environment(action: Action, result: &EnvironmentResult) -> Value {
    let message = result.failure.as_deref().unwrap_or(done(action));
    json!({ "environmentName": result.environment, "success": result.failure.is_none(), "message": message })
}

/// Two pods per environment. When it fails, only the second says so: a client has to group them (Q7).
fn pods(action: Action, result: &EnvironmentResult, index: u8) -> [Value; 2] {
    let EnvironmentResult { environment, failure } = result;
    let pod = |number: u8, failure: Option<&str>| {
        json!({
            "success": failure.is_none(), "responseTime": 17, "detail": failure.unwrap_or(done(action)),
            "envName": environment, "podName": format!("gateway-{environment}-{number}"),
            "podIp": format!("10.42.{index}.{number}"), "detailList": [], "firstFromApiResultList": null,
        })
    };
    [pod(1, None), pod(2, failure.as_deref())]
}
