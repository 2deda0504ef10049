//! How a write ended, in words (reliability.md 2.3): what is unknown is never called an error, and the text always
//! says which secret is valid.

use rekey_core::capabilities::SecretNoun;
use rekey_core::http::Fault;
use rekey_core::outcome::{Conflict, Deployment, DetailsLost, Doubt, EnvironmentState, NotSent, Outcome};

use super::problem::{Words, body, fault, read_failure, said};
use super::{Phrase, catalogue as text};

/// What was written, and where.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The credential's name.
    pub name: String,
    /// What its secret is called.
    pub noun: SecretNoun,
    /// Whether the secret alone was written.
    pub secret_only: bool,
    /// The connection's address or label.
    pub place: String,
}

/// The heading of a result.
pub fn title(outcome: &Outcome, subject: &Subject) -> Phrase {
    match outcome {
        Outcome::NotSent(_) => text::not_sent().into(),
        Outcome::Rejected(_) => text::rejected().into(),
        Outcome::Saved(_) if subject.secret_only => text::secret_changed(super::noun(subject.noun), &subject.name),
        Outcome::Saved(_) => text::details_saved(&subject.name),
        Outcome::SavedNotDeployed(_) => text::saved_not_deployed().into(),
        Outcome::SavedDetailsLost(_) => text::saved_details_lost().into(),
        Outcome::Unknown(_) => text::outcome_unknown().into(),
        Outcome::Conflict(Conflict::Changed { .. }) => text::conflict_changed(&subject.name),
        Outcome::Conflict(Conflict::Deleted) => text::conflict_deleted(&subject.name),
    }
}

/// The sentences of a result, and the server's words.
pub fn explanation(outcome: &Outcome, subject: &Subject) -> (Vec<Phrase>, Option<Words>) {
    let noun = super::noun(subject.noun);
    match outcome {
        Outcome::NotSent(reason) => {
            let (ours, words) = not_sent(reason, subject);
            (ours.into_iter().chain([text::nothing_sent(noun)]).collect(), words)
        }
        Outcome::Rejected(problem) => {
            let words = Words { ours: text::rejected().into(), theirs: said(problem), status: Some(problem.status) };
            (vec![text::old_still_valid(noun)], Some(words))
        }
        Outcome::Saved(deployment) if deployment.environments.is_empty() => (vec![text::new_valid(noun)], None),
        Outcome::Saved(_) => (vec![text::new_valid_everywhere(noun)], None),
        Outcome::SavedNotDeployed(deployment) => {
            (vec![not_deployed(deployment, noun), text::deploys_again().into()], overall_words(deployment))
        }
        Outcome::SavedDetailsLost(details) => {
            let (reason, words) = match details {
                DetailsLost::Body(reason) => (Some(body(reason)), None),
                DetailsLost::Unreadable => (Some(text::read_unreadable().into()), None),
                DetailsLost::NotReported(deployment) => (None, overall_words(deployment)),
            };
            (reason.into_iter().chain([text::new_details_lost(noun)]).collect(), words)
        }
        Outcome::Unknown(doubt) => unknown(doubt, subject),
        Outcome::Conflict(Conflict::Changed { .. }) if subject.secret_only => (vec![text::going_on(noun)], None),
        Outcome::Conflict(Conflict::Changed { .. }) => (vec![text::overwriting(noun)], None),
        Outcome::Conflict(Conflict::Deleted) => (vec![text::deleted_explained().into()], None),
    }
}

fn not_sent(reason: &NotSent, subject: &Subject) -> (Vec<Phrase>, Option<Words>) {
    match reason {
        NotSent::Fault(reason) => (vec![fault(reason, &subject.place)], None),
        NotSent::Address(_) => (vec![text::read_address().into()], None),
        NotSent::Compare(failure) => {
            let words = read_failure(failure, &subject.place);
            (vec![text::compare_impossible().into(), words.ours.clone()], Some(words))
        }
    }
}

fn unknown(doubt: &Doubt, subject: &Subject) -> (Vec<Phrase>, Option<Words>) {
    let either = text::either_valid(super::noun(subject.noun));
    let (reason, problem) = match doubt {
        Doubt::Fault(reason @ (Fault::TimedOut | Fault::Stopped)) => {
            return (vec![fault(reason, &subject.place), text::may_still_arrive().into(), either], None);
        }
        Doubt::Fault(reason) => return (vec![fault(reason, &subject.place), either], None),
        Doubt::Server(problem) => (text::server_unclear(&problem.status.to_string()), problem),
        Doubt::NotTheApi(problem) => (text::not_the_api_write(&problem.status.to_string()), problem),
    };
    let words = Words { ours: reason.clone(), theirs: said(problem), status: Some(problem.status) };
    (vec![reason, either], Some(words))
}

fn not_deployed(deployment: &Deployment, noun: &str) -> Phrase {
    let named = |wanted: fn(EnvironmentState) -> bool| {
        let names = deployment.environments.iter().filter(|row| wanted(row.state)).map(|row| row.name.as_str());
        names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let failed = named(|state| state != EnvironmentState::Deployed);
    let deployed = named(|state| state == EnvironmentState::Deployed);
    match (failed.as_str(), deployed.as_str()) {
        ("", _) => text::new_overall(noun),
        (failed, "") => text::new_nowhere(noun, failed),
        (failed, deployed) => text::new_not_everywhere(noun, failed, deployed),
    }
}

fn overall_words(deployment: &Deployment) -> Option<Words> {
    let theirs = deployment.message.clone()?;
    Some(Words { ours: Phrase::from(""), theirs: Some(theirs), status: None })
}

#[cfg(test)]
mod tests {
    use super::{Subject, explanation, title};
    use rekey_core::capabilities::SecretNoun;
    use rekey_core::http::Fault;
    use rekey_core::outcome::{Conflict, Deployment, DetailsLost, Doubt, NotSent, Outcome};
    use rekey_core::problem::ApiProblem;

    fn words(outcome: &Outcome, secret_only: bool) -> String {
        let place = "manager.example".to_owned();
        let subject = Subject { name: "api-user".to_owned(), noun: SecretNoun::Password, secret_only, place };
        let sentences = explanation(outcome, &subject).0;
        let mut text = title(outcome, &subject).text();
        for sentence in sentences {
            text = format!("{text} {}", sentence.text());
        }
        text
    }

    #[test]
    fn what_is_unknown_is_never_called_an_error_rule_2_3_1() {
        for doubt in [
            Doubt::Fault(Fault::Unreachable),
            Doubt::Fault(Fault::TimedOut),
            Doubt::Fault(Fault::Stopped),
            Doubt::Fault(Fault::Redirected),
            Doubt::Server(ApiProblem { status: 500, ..ApiProblem::default() }),
            Doubt::NotTheApi(ApiProblem { status: 502, ..ApiProblem::default() }),
        ] {
            let text = words(&Outcome::Unknown(doubt), true);
            assert!(text.contains("may or may not"), "{text}");
            for word in ["error", "failed", "cancelled"] {
                assert!(!text.to_lowercase().contains(word), "{word} in: {text}");
            }
        }
    }

    #[test]
    fn every_result_says_which_password_is_valid_rule_2_3_2() {
        let problem = ApiProblem::default();
        for outcome in [
            Outcome::NotSent(NotSent::Fault(Fault::Offline)),
            Outcome::Rejected(problem.clone()),
            Outcome::Saved(Deployment::default()),
            Outcome::SavedNotDeployed(Deployment::default()),
            Outcome::SavedDetailsLost(DetailsLost::Unreadable),
            Outcome::Unknown(Doubt::Server(problem)),
        ] {
            for secret_only in [true, false] {
                let text = words(&outcome, secret_only);
                assert!(text.contains("old") || text.contains("new"), "{text}");
                assert!(text.contains("password"), "{text}");
            }
        }
        assert!(words(&Outcome::Conflict(Conflict::Deleted), true).contains("Nothing was sent"));
    }

    #[test]
    fn no_place_of_a_template_is_left_unfilled() {
        for text in [
            words(&Outcome::Saved(Deployment::default()), true),
            words(&Outcome::Unknown(Doubt::Fault(Fault::Unreachable)), false),
        ] {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}
