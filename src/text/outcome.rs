//! How a write ended, in words (reliability.md 2.3): what is unknown is never called an error, and the text always
//! says which secret is valid.

use std::iter::once;

use rekey_core::capabilities::{Capabilities, EditSecret, Untouched};
use rekey_core::http::Fault;
use rekey_core::outcome::{Conflict, Deployment, DetailsLost, Doubt, EnvironmentState, NotSent, Outcome};

use super::problem::{Words, body, fault, read_failure, said};
use super::{Phrase, catalogue as text};
use crate::clock;

/// What was written, and where.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The credential's name.
    pub name: String,
    /// What the system can do.
    pub capabilities: &'static Capabilities,
    /// Whether the form changes the secret alone.
    pub secret_only: bool,
    /// The connection's address or label.
    pub place: String,
}

impl Subject {
    fn noun(&self) -> &'static str {
        super::noun(self.capabilities.secret_noun)
    }
}

/// The heading of a result.
pub fn title(outcome: &Outcome, subject: &Subject) -> Phrase {
    match outcome {
        Outcome::NotSent(_) => text::not_sent().into(),
        Outcome::Rejected(_) => text::rejected().into(),
        Outcome::Saved(_) if subject.secret_only => text::secret_changed(subject.noun(), &subject.name),
        Outcome::Saved(_) => text::details_saved(&subject.name),
        Outcome::SavedNotDeployed(_) => text::saved_not_deployed().into(),
        Outcome::SavedDetailsLost(_) if subject.capabilities.deploys => text::saved_details_lost().into(),
        Outcome::SavedDetailsLost(_) => text::saved_answer_lost().into(),
        Outcome::Unknown(_) => text::outcome_unknown().into(),
        Outcome::Conflict(Conflict::Changed { .. }) => text::conflict_changed(&subject.name),
        Outcome::Conflict(Conflict::Deleted) => text::conflict_deleted(&subject.name),
    }
}

/// The sentences of a result, and the server's words. `secret_sent` is whether a secret was part of the write.
pub fn explanation(outcome: &Outcome, subject: &Subject, secret_sent: bool) -> (Vec<Phrase>, Option<Words>) {
    let noun = subject.noun();
    match outcome {
        Outcome::NotSent(reason) => {
            let (ours, words) = not_sent(reason, subject);
            (ours.into_iter().chain([text::nothing_sent(noun)]).collect(), words)
        }
        Outcome::Rejected(problem) => {
            let words = Words { ours: text::rejected().into(), theirs: said(problem), status: Some(problem.status) };
            let wants = subject.capabilities.may_want_secret(problem.status, secret_sent);
            let advice = wants.then(|| text::may_want_secret(noun));
            ([text::old_still_valid(noun)].into_iter().chain(advice).collect(), Some(words))
        }
        Outcome::Saved(_) if subject.capabilities.deploys => (vec![text::new_valid_everywhere(noun)], None),
        Outcome::Saved(_) => (stored(subject, secret_sent), None),
        Outcome::SavedNotDeployed(deployment) => {
            (vec![not_deployed(deployment, noun), text::deploys_again().into()], overall_words(deployment))
        }
        Outcome::SavedDetailsLost(details) => {
            let (reason, words) = match details {
                DetailsLost::Body(reason) => (Some(body(reason)), None),
                DetailsLost::Unreadable => (Some(text::read_unreadable().into()), None),
                DetailsLost::NotReported(deployment) => (None, overall_words(deployment)),
            };
            let known = match (subject.capabilities.deploys, secret_sent) {
                (true, _) => text::new_details_lost(noun),
                (false, true) => text::new_value_lost(noun),
                (false, false) => text::details_lost().into(),
            };
            (reason.into_iter().chain([known]).collect(), words)
        }
        Outcome::Unknown(doubt) => unknown(doubt, subject, secret_sent),
        Outcome::Conflict(Conflict::Changed { .. }) if subject.secret_only => {
            (vec![text::going_on(noun), text::gap_remains().into()], None)
        }
        Outcome::Conflict(Conflict::Changed { .. }) => (vec![text::merging(noun), text::gap_remains().into()], None),
        Outcome::Conflict(Conflict::Deleted) => (vec![text::deleted_explained().into()], None),
    }
}

/// What a saved change proves where nothing is deployed: that it is stored, and of a secret that was left out only what
/// the API documents (T19, Z2, Z14).
fn stored(subject: &Subject, secret_sent: bool) -> Vec<Phrase> {
    let noun = subject.noun();
    let details = (!subject.secret_only).then(|| text::details_stored().into());
    let secret = match subject.capabilities.edit_secret {
        _ if secret_sent => text::new_value_stored(noun),
        EditSecret::Optional(Untouched::Kept) => text::secret_was_kept(noun),
        EditSecret::Optional(Untouched::NotDocumented) | EditSecret::Required => text::secret_not_sent(noun),
    };
    details.into_iter().chain([secret]).collect()
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

fn unknown(doubt: &Doubt, subject: &Subject, secret_sent: bool) -> (Vec<Phrase>, Option<Words>) {
    let noun = subject.noun();
    let either = if secret_sent { text::either_valid(noun) } else { text::details_either(noun) };
    let (reason, problem) = match doubt {
        Doubt::Fault(reason @ (Fault::TimedOut | Fault::Stopped)) => {
            return (vec![fault(reason, &subject.place), text::may_still_arrive().into(), either], None);
        }
        Doubt::AnotherRecord => return (vec![text::answer_about_another().into(), either], None),
        Doubt::Fault(reason) => return (vec![fault(reason, &subject.place), either], None),
        Doubt::Server(problem) => (text::server_unclear(&problem.status.to_string()), problem),
        Doubt::NotTheApi(problem) => (text::not_the_api_write(&problem.status.to_string()), problem),
    };
    let words = Words { ours: reason.clone(), theirs: said(problem), status: Some(problem.status) };
    let until = problem
        .retry_after
        .filter(|_| problem.status == 503)
        .map(|seconds| text::unavailable_until(&clock::time(clock::milliseconds() + f64::from(seconds) * 1000.0)));
    (once(reason).chain(until).chain([either]).collect(), Some(words))
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
    use rekey_core::dialect::Dialect;
    use rekey_core::http::Fault;
    use rekey_core::outcome::{Conflict, Deployment, DetailsLost, Doubt, NotSent, Outcome};
    use rekey_core::problem::ApiProblem;

    const DIALECTS: [Dialect; 4] =
        [Dialect::Apinizer, Dialect::ThousandEyesV6, Dialect::ThousandEyesV7, Dialect::ZStack];

    fn words(dialect: Dialect, outcome: &Outcome, secret_only: bool, secret_sent: bool) -> String {
        let (place, capabilities) = ("manager.example".to_owned(), dialect.capabilities());
        let subject = Subject { name: "api-user".to_owned(), capabilities, secret_only, place };
        let sentences = explanation(outcome, &subject, secret_sent).0;
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
            Doubt::AnotherRecord,
            Doubt::Server(ApiProblem { status: 500, ..ApiProblem::default() }),
            Doubt::NotTheApi(ApiProblem { status: 502, ..ApiProblem::default() }),
        ] {
            for (dialect, secret_sent) in DIALECTS.into_iter().flat_map(|dialect| [(dialect, true), (dialect, false)]) {
                let text = words(dialect, &Outcome::Unknown(doubt.clone()), secret_sent, secret_sent);
                assert!(text.contains("may or may not"), "{text}");
                for word in ["error", "failed", "cancelled"] {
                    assert!(!text.to_lowercase().contains(word), "{word} in: {text}");
                }
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
            for (dialect, secret_only) in DIALECTS.into_iter().flat_map(|dialect| [(dialect, true), (dialect, false)]) {
                let text = words(dialect, &outcome, secret_only, true);
                assert!(text.contains("old") || text.contains("new"), "{text}");
                assert!(text.contains(crate::text::noun(dialect.capabilities().secret_noun)), "{text}");
            }
        }
        let deleted = words(Dialect::Apinizer, &Outcome::Conflict(Conflict::Deleted), true, true);
        assert!(deleted.contains("Nothing was sent"));
    }

    #[test]
    fn a_saved_rename_claims_of_the_secret_only_what_the_api_documents_t19_z2() {
        let saved = |dialect| words(dialect, &Outcome::Saved(Deployment::default()), false, false);
        assert!(saved(Dialect::ThousandEyesV6).contains("stays as it was"));
        for dialect in [Dialect::ThousandEyesV7, Dialect::ZStack] {
            assert!(saved(dialect).contains("does not document"), "{}", saved(dialect));
        }
        let changed = words(Dialect::ZStack, &Outcome::Saved(Deployment::default()), true, true);
        assert!(changed.contains("only its next use can prove that it works"), "Z14: {changed}");
    }

    #[test]
    fn a_server_that_may_want_the_secret_is_explained_z1() {
        let refused = Outcome::Rejected(ApiProblem { status: 400, ..ApiProblem::default() });
        assert!(words(Dialect::ZStack, &refused, false, false).contains("may want the value with every update"));
        assert!(!words(Dialect::ZStack, &refused, false, true).contains("may want"));
    }

    #[test]
    fn no_place_of_a_template_is_left_unfilled() {
        for text in [
            words(Dialect::Apinizer, &Outcome::Saved(Deployment::default()), true, true),
            words(Dialect::ZStack, &Outcome::Unknown(Doubt::Fault(Fault::Unreachable)), false, false),
        ] {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    }
}
