use serde_json::{Value, json};

use super::{Changed, Receipt};
use crate::capabilities::{Field, SecretNoun};
use crate::configuration::{Configuration, Connection};
use crate::credential::tests::api_user;
use crate::dialect::Change;
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::Fault;
use crate::outcome::{Conflict, Deployment, Doubt, Environment, EnvironmentState, NotSent, Outcome};
use crate::problem::ApiProblem;
use crate::secret::Secret;
use crate::timestamp::Timestamp;

fn connection() -> Connection {
    let text = r#"{"connections":[{"id":"g","label":"Gateway","kind":"apinizer","baseUrl":"https://a.example"}]}"#;
    Configuration::parse(text).unwrap().connections[0].clone()
}

fn edit() -> CredentialEdit {
    let base = api_user();
    CredentialEdit {
        name: base.name,
        full_name: base.full_name,
        email: "new@retail.example".to_owned(),
        description: base.description,
        roles: base.roles.into_iter().rev().collect(),
        addresses: base.addresses,
        enabled: false,
        expiry: ExpiryEdit::Never,
    }
}

fn receipt(change: &Change, outcome: &Outcome) -> Option<Receipt> {
    let when = Timestamp::parse("2026-11-21T12:00:00Z").unwrap();
    Receipt::of(&connection(), "retail", &api_user(), change, outcome, when)
}

fn secret_change() -> Change {
    Change::secret(Secret::new("canary".to_owned()), None)
}

fn failed() -> Environment {
    let messages = vec!["no route".to_owned()];
    Environment { name: "production".to_owned(), state: EnvironmentState::Failed, messages }
}

#[test]
fn a_receipt_says_what_was_changed_and_holds_no_secret() {
    let change = Change::details(edit(), Some(Secret::new("canary".to_owned())), None);
    let receipt = receipt(&change, &Outcome::Saved(Deployment::default())).unwrap();
    let fields = [Field::Email, Field::Enabled, Field::Expiry].map(Changed::Field);
    assert_eq!(receipt.changed, [&fields[..], &[Changed::Secret(SecretNoun::Password)]].concat());
    assert!(!receipt.json("rekey 1").contains("canary"));
}

#[test]
fn every_environment_and_the_servers_words_are_on_it() {
    let environments = vec![failed()];
    let deployment = Deployment { environments, message: Some("partly".to_owned()), success: Some(false) };
    let receipt = receipt(&secret_change(), &Outcome::SavedNotDeployed(deployment)).unwrap();
    let read: Value = serde_json::from_str(&receipt.json("rekey 1")).unwrap();
    assert_eq!(
        read,
        json!({
            "tool": "rekey 1", "when": "2026-11-21T12:00:00.000Z", "system": "Apinizer", "connection": "Gateway",
            "address": "https://a.example", "scope": "retail", "credential": "api-user", "id": "api-user",
            "changed": ["password"], "operator": null, "outcome": "saved-not-deployed", "status": null,
            "environments": [{"name": "production", "state": "failed", "messages": ["no route"]}], "said": "partly",
        })
    );
}

#[test]
fn a_refusal_has_its_status_and_a_doubt_stays_one() {
    let problem = ApiProblem { status: 403, text: Some("no".to_owned()), ..ApiProblem::default() };
    let refused = receipt(&secret_change(), &Outcome::Rejected(problem)).unwrap();
    assert_eq!((refused.outcome, refused.status, refused.said.as_deref()), ("rejected", Some(403), Some("no")));
    let doubt = receipt(&secret_change(), &Outcome::Unknown(Doubt::Fault(Fault::TimedOut))).unwrap();
    assert_eq!((doubt.outcome, doubt.status), ("unknown", None));
}

#[test]
fn what_was_never_sent_has_no_receipt() {
    for outcome in [Outcome::NotSent(NotSent::Fault(Fault::Offline)), Outcome::Conflict(Conflict::Deleted)] {
        assert_eq!(receipt(&secret_change(), &outcome), None);
    }
}
