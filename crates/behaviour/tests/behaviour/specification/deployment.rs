//! A deployment …

use rekey_core::outcome::{Deployment, EnvironmentState, Outcome};
use serde_json::json;

use crate::intent::NEW_SECRET;
use crate::proof::{Proof, assert_valid};
use crate::row::Row;
use crate::session::Session;
use crate::stage::Stage;

/// The environments there are; none where nothing is deployed.
fn environments(row: &Row) -> Vec<String> {
    let (deploys, names) = match row.proof {
        Proof::Gateways(names) => (true, names),
        Proof::Vault(_) => (false, &[] as &[&str]),
    };
    assert_eq!(row.dialect.capabilities().deploys, deploys);
    sorted(names.iter().map(|name| (*name).to_owned()))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The environments of this state.
fn of_state(deployment: &Deployment, state: EnvironmentState) -> Vec<String> {
    let found = deployment.environments.iter().filter(|environment| environment.state == state);
    sorted(found.map(|environment| environment.name.clone()))
}

pub(crate) fn is_told_for_every_environment(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let ended = session.run(session.write(&base, session.new_secret(NEW_SECRET)));
    let Outcome::Saved(deployment) = &ended.outcome else { panic!("{:?}", ended.outcome) };
    assert_eq!(of_state(deployment, EnvironmentState::Deployed), environments(row));
    assert_eq!(deployment.environments.len(), environments(row).len());
}

pub(crate) fn that_failed_somewhere_is_told_and_the_record_is_saved(row: &Row) {
    let stage = Stage::of(row);
    let session = Session::of_admin(&stage);
    let base = session.load(row.known);
    let (failing, words) = ("staging", "No room on this gateway");
    let failure = json!({ "kind": "fail-environments", "environments": [{ "name": failing, "message": words }] });
    stage.script(&row.new_secret, row.known.id, &failure);
    let ended = session.run(session.write(&base, session.new_secret(NEW_SECRET)));
    assert!(ended.outcome.is_saved());
    // A vendor that deploys nothing has no environment that could fail.
    match &ended.outcome {
        Outcome::SavedNotDeployed(deployment) => {
            assert_eq!(of_state(deployment, EnvironmentState::Failed), [failing]);
            let taken = environments(row).into_iter().filter(|name| name != failing).collect::<Vec<_>>();
            assert_eq!(of_state(deployment, EnvironmentState::Deployed), taken);
            let said = deployment.environments.iter().flat_map(|environment| &environment.messages);
            assert!(said.into_iter().any(|message| message == words), "{deployment:?}");
        }
        outcome => assert!(matches!(outcome, Outcome::Saved(_)) && environments(row).is_empty(), "{outcome:?}"),
    }
    // The same again mends it, and what was saved is no conflict (F-10).
    let again = session.run(session.write(&base, session.new_secret(NEW_SECRET)).after_doubt(true));
    assert!(matches!(again.outcome, Outcome::Saved(_)), "{:?}", again.outcome);
    assert_valid(&stage, row.known.id, NEW_SECRET);
}
