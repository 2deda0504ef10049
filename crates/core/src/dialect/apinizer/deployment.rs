//! `deploymentResult` in its two documented shapes (contracts/apinizer.md 6; Q5 to Q7): environments with a name,
//! or pods that may nest and share an environment. What counts are the leaves; the overall flag can only make it worse.

use serde_json::Value;

use crate::outcome::{Deployment, DetailsLost, Environment, EnvironmentState, Outcome};

/// How deep pods may nest before the rest is taken as one.
const DEEPEST: u8 = 8;

/// How many environments are told apart, and how many sentences of each are kept (H-10): what comes after them can only
/// make the last one worse.
const MOST_ENVIRONMENTS: usize = 1_000;
const MOST_MESSAGES: usize = 20;

/// The outcome of a write that was accepted.
pub(super) fn outcome(result: &Value) -> Outcome {
    let deployment = read(result);
    let worst = deployment.environments.iter().map(|environment| environment.state).max();
    match (worst, deployment.success) {
        (None, _) => Outcome::SavedDetailsLost(DetailsLost::NotReported(deployment)),
        (Some(EnvironmentState::Failed), _) | (_, Some(false)) => Outcome::SavedNotDeployed(deployment),
        (Some(EnvironmentState::NotReported), _) => Outcome::SavedDetailsLost(DetailsLost::NotReported(deployment)),
        (Some(EnvironmentState::Deployed), None | Some(true)) => Outcome::Saved(deployment),
    }
}

fn read(result: &Value) -> Deployment {
    let mut deployment =
        Deployment { environments: Vec::new(), message: words(result), success: result["success"].as_bool() };
    for leaf in children(result) {
        collect(leaf, DEEPEST, &mut deployment.environments);
    }
    // A single pod may stand alone, without a list around it.
    if deployment.environments.is_empty() && name(result).is_some() {
        collect(result, DEEPEST, &mut deployment.environments);
    }
    deployment
}

fn collect(entry: &Value, depth: u8, environments: &mut Vec<Environment>) {
    let nested = children(entry);
    if !nested.is_empty() && depth > 0 {
        for child in nested {
            collect(child, depth - 1, environments);
        }
        return;
    }
    let state = match entry["success"].as_bool() {
        Some(true) => EnvironmentState::Deployed,
        Some(false) => EnvironmentState::Failed,
        None => EnvironmentState::NotReported,
    };
    let name = name(entry).unwrap_or_default();
    let is_full = environments.len() >= MOST_ENVIRONMENTS;
    let known = environments.iter().position(|environment| !name.is_empty() && environment.name == name);
    let place = known.or(is_full.then_some(MOST_ENVIRONMENTS - 1));
    match place.and_then(|place| environments.get_mut(place)) {
        Some(environment) => {
            environment.state = environment.state.max(state);
            let is_new =
                |text: &String| environment.messages.len() < MOST_MESSAGES && !environment.messages.contains(text);
            environment.messages.extend(words(entry).filter(is_new));
        }
        None => environments.push(Environment {
            name: name.to_owned(),
            state,
            messages: words(entry).into_iter().collect(),
        }),
    }
}

fn children(entry: &Value) -> &[Value] {
    let lists = ["environmentResults", "deploymentResults", "detailList"];
    lists.iter().find_map(|list| entry[*list].as_array()).map(Vec::as_slice).unwrap_or_default()
}

fn name(entry: &Value) -> Option<&str> {
    ["environmentName", "envName"].iter().find_map(|key| entry[*key].as_str()).filter(|name| !name.is_empty())
}

fn words(entry: &Value) -> Option<String> {
    let text = ["message", "detail"].iter().find_map(|key| entry[*key].as_str())?;
    (!text.is_empty()).then(|| text.chars().take(500).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{DEEPEST, MOST_ENVIRONMENTS, MOST_MESSAGES, read};
    use crate::outcome::{Environment, EnvironmentState};

    fn environments(list: &[Value]) -> Vec<Environment> {
        read(&json!({"success": true, "environmentResults": list})).environments
    }

    #[test]
    fn what_comes_after_the_most_environments_can_only_make_the_last_one_worse_h10() {
        let named = |number: usize, success: bool| json!({"environmentName": format!("e{number}"), "success": success});
        let mut list: Vec<_> = (0..MOST_ENVIRONMENTS).map(|number| named(number, true)).collect();
        assert_eq!(environments(&list).len(), MOST_ENVIRONMENTS);
        list.extend([named(MOST_ENVIRONMENTS, false), named(MOST_ENVIRONMENTS + 1, true), named(0, true)]);
        let told = environments(&list);
        let (end, others) = told.split_last().unwrap();
        assert_eq!((told.len(), end.state), (MOST_ENVIRONMENTS, EnvironmentState::Failed));
        assert!(others.iter().all(|environment| environment.state == EnvironmentState::Deployed));
    }

    #[test]
    fn an_environment_keeps_so_many_sentences_and_each_of_them_once_h10() {
        let said = |text: String| json!({"environmentName": "test", "success": true, "message": text});
        let lines: Vec<_> = (0..2 * MOST_MESSAGES).map(|number| said(format!("line {number}"))).collect();
        let told = environments(&lines);
        assert_eq!(told.iter().map(|environment| environment.messages.len()).collect::<Vec<_>>(), [MOST_MESSAGES]);
        let told = environments(&["a", "b", "a"].map(str::to_owned).map(said));
        assert_eq!(told[0].messages, ["a", "b"]);
    }

    #[test]
    fn pods_are_told_apart_down_to_a_depth_and_below_it_the_pod_speaks_for_all_h10() {
        let nested = |depth: u8| {
            let pod = json!({"envName": "deepest", "success": false});
            (0..depth).fold(
                pod,
                |pod, level| json!({"envName": format!("level {level}"), "success": true, "detailList": [pod]}),
            )
        };
        let seen = |depth: u8| environments(&[nested(depth)]).into_iter().map(|told| told.name).collect::<Vec<_>>();
        assert_eq!(seen(DEEPEST), ["deepest"]);
        assert_eq!(seen(DEEPEST + 1), ["level 0"]);
    }
}
