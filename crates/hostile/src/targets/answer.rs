//! Answers to writes, to looks and to sign-ins, and what a server says of a failure.

use rekey_core::access::Access;
use rekey_core::dialect::Dialect;
use rekey_core::outcome::{Outcome, ReadFailure};
use rekey_core::problem::ApiProblem;
use serde_json::Value;

use crate::answers::{DIALECTS, ID, is_done, reply};
use crate::bytes::Bytes;

const STATUSES: [u16; 20] =
    [200, 201, 202, 204, 206, 299, 300, 301, 304, 400, 401, 403, 404, 408, 409, 429, 499, 500, 502, 503];
const TYPES: [Option<&str>; 7] = [
    Some("application/json"),
    Some("application/json;charset=utf-8"),
    Some("application/hal+json"),
    Some("text/html"),
    Some("application/octet-stream"),
    Some(""),
    None,
];

/// No false success (I1), and no refusal that nobody has spoken (I2).
pub(super) fn write_answer(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let (dialect, status, content_type) = (bytes.pick(&DIALECTS), bytes.pick(&STATUSES), bytes.pick(&TYPES));
    let body = bytes.rest();
    let is_json = content_type.is_some_and(|name| name.contains("json"));
    let outcome = dialect.interpret_write(reply(status, content_type, body.to_vec()), ID);
    let answer = serde_json::from_slice::<Value>(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body)).ok();
    match &outcome {
        Outcome::Saved(deployment) => {
            assert!((200..300).contains(&status) && is_json, "saved by {status} and {content_type:?}");
            assert!(answer.is_some_and(|answer| is_done(dialect, &answer)), "saved, and the answer does not say so");
            assert_eq!(!deployment.environments.is_empty(), dialect.capabilities().deploys);
        }
        Outcome::SavedNotDeployed(deployment) => {
            assert!((200..300).contains(&status) && is_json && dialect.capabilities().deploys);
            assert!(!deployment.environments.is_empty());
        }
        Outcome::SavedDetailsLost(_) => {
            assert!((200..300).contains(&status) && (is_json || status == 204), "{status} {content_type:?}");
        }
        Outcome::Rejected(problem) => {
            let is_refusal = (400..500).contains(&status) && status != 408;
            let is_denied = (200..300).contains(&status) && dialect == Dialect::Apinizer && problem.is_explained();
            assert!(is_refusal || is_denied, "refused by {status}");
            check(problem);
        }
        Outcome::Unknown(_) => assert!(status != 401 && status != 429, "{status} is a refusal"),
        Outcome::NotSent(_) | Outcome::Conflict(_) => panic!("an answer came: {outcome:?}"),
    }
}

/// A record that is looked at is the one that was asked for, and a page that says 404 does not take it away.
pub(super) fn look(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let (dialect, status, content_type) = (bytes.pick(&DIALECTS), bytes.pick(&STATUSES), bytes.pick(&TYPES));
    let body = bytes.rest();
    match dialect.interpret_look(reply(status, content_type, body.to_vec()), ID) {
        Ok(Some(found)) => {
            assert_eq!(found.id, ID);
            super::list::sent_back(dialect, &found);
        }
        Ok(None) => {
            let is_page = content_type.is_some_and(|name| name.contains("html")) && !body.is_empty();
            assert!(!is_page && status < 500, "gone by {status} and {content_type:?}");
        }
        Err(failure) => check_failure(&failure),
    }
    let _ = dialect.interpret_statistics(reply(status, content_type, body.to_vec()));
    if let Ok(scopes) = dialect.interpret_scopes(reply(status, content_type, body.to_vec())) {
        let access = Access::Proxy;
        for entry in scopes {
            if let Ok(request) = dialect.list(&access, &entry.scope, 0) {
                assert!(request.path.as_str().is_ascii() && !request.path.as_str().contains("/../"));
            }
        }
    }
}

/// What is granted can stand in a header (N-05).
pub(super) fn sign_in(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let (status, content_type) = (bytes.pick(&STATUSES), bytes.pick(&TYPES));
    match Dialect::Apinizer.interpret_sign_in(reply(status, content_type, bytes.rest().to_vec())) {
        Ok(granted) => {
            assert!((200..300).contains(&status), "granted by {status}");
            let Access::Bearer(token) = granted.access else { panic!("a token is a bearer token") };
            let token = token.expose();
            assert!(!token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()), "{token:?}");
        }
        Err(failure) => check_failure(&failure),
    }
}

/// What a server says of a failure is short, and never empty where it is said to be there (P-07).
pub(super) fn problem(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let (status, content_type) = (bytes.pick(&STATUSES), bytes.pick(&TYPES));
    let response = reply(status, content_type, bytes.rest().to_vec()).unwrap();
    let problem = ApiProblem::read(&response);
    assert_eq!(problem.status, status);
    check(&problem);
}

fn check_failure(failure: &ReadFailure) {
    match failure {
        ReadFailure::SignInRefused(problem)
        | ReadFailure::Forbidden(problem)
        | ReadFailure::RateLimited(problem)
        | ReadFailure::Server(problem)
        | ReadFailure::NotTheApi(problem) => check(problem),
        ReadFailure::Fault(_)
        | ReadFailure::Body(_)
        | ReadFailure::Unreadable
        | ReadFailure::Address(_)
        | ReadFailure::VersionGone => {}
    }
}

fn check(problem: &ApiProblem) {
    let texts = problem.text.iter().chain(&problem.code).chain(&problem.page_title);
    let sentences = problem.fields.iter().map(|(_, words)| words);
    for text in texts.chain(sentences) {
        assert!(!text.trim().is_empty() && text.chars().count() <= 500, "{text:?}");
    }
    let is_titled = problem.page_title.is_some();
    assert!(!(is_titled && problem.is_explained()), "a page explains nothing");
}
