//! Every exchange of these tests against the `OpenAPI` document of its vendor.
//!
//! An answer is held against it whatever was asked; a request only if it was accepted, as the tests send bad ones on
//! purpose. What the sandbox accepts and the document does not is a sandbox that is laxer than the contract, unless
//! the test says that laxness is its subject ([`Request::lax`]).

use std::net::SocketAddr;

use rekey_openapi_check::{Answer as CheckedAnswer, Document, Request as CheckedRequest, contracts};
use serde_json::Value;

use crate::client::{Answer, Request};
use crate::stage::Stage;

/// The way to a document, which is read when it is first needed.
type Contract = fn() -> &'static Document;

/// Below which prefix a document holds, and what of the prefix is not in its paths.
const PLACES: [(&str, &str, Contract); 8] = [
    ("/apinizer/apiops/", "/apinizer", contracts::apinizer),
    ("/apiops/", "", contracts::apinizer),
    ("/thousandeyes/v6/", "/thousandeyes", contracts::thousandeyes_6),
    ("/v6/", "", contracts::thousandeyes_6),
    ("/thousandeyes/v7/", "/thousandeyes", contracts::thousandeyes_7),
    ("/v7/", "", contracts::thousandeyes_7),
    ("/zstack/api/v1/", "/zstack", contracts::zstack),
    ("/api/v1/", "", contracts::zstack),
];

/// Where documents are served, by the path and the content type.
const SERVED: [(&str, &str); 9] = [
    ("/apinizer/apiops/openapi", "application/json"),
    ("/apinizer/apiops/openapi.json", "application/json"),
    ("/apinizer/apiops/openapi.yaml", "application/yaml"),
    ("/apiops/openapi", "application/json"),
    ("/apiops/openapi.json", "application/json"),
    ("/apiops/openapi.yaml", "application/yaml"),
    ("/thousandeyes/openapi/v6.json", "application/json"),
    ("/thousandeyes/openapi/v7.json", "application/json"),
    ("/zstack/openapi.json", "application/json"),
];

/// Statuses that the sandbox decided on because no contract names one; their answers are not looked at.
const DECIDED: [(&str, u16); 5] = [
    // The content type is required (section 1), and nothing says what follows without it.
    ("/apiops/", 415),
    // A version that was switched off may answer so (T1), at every address, and so may one that blocks the caller.
    ("/v6/", 410),
    ("/v6/status.json", 301),
    ("/v6/status.json", 404),
    ("/v6/status.json", 429),
];

/// The faults that put something else in the place of the vendor's own answer.
const MANGLING: [&str; 4] = ["respond", "redirect", "cut-body", "deployment"];

/// Holds an exchange against its document, if it has one.
pub(crate) fn check(request: &Request, answer: &Answer, address: SocketAddr) {
    let Some((target, document)) = document_of(request) else { return };
    let violations = violations(request, answer, target, document);
    if !violations.is_empty() && !met_a_mangling_fault(request, address) {
        let shown: Vec<String> = violations.into_iter().take(5).collect();
        let body: String = answer.text().chars().take(1000).collect();
        panic!("{}\nanswered {}: {body}", shown.join("\n"), answer.status);
    }
}

fn document_of(request: &Request) -> Option<(&str, &'static Document)> {
    let is_served = SERVED.iter().any(|(path, _)| *path == request.path);
    let is_preflight = request.method == "OPTIONS";
    let (_, mount, document) = PLACES.iter().find(|(prefix, _, _)| request.path.starts_with(prefix))?;
    (!is_served && !is_preflight).then_some((request.path.strip_prefix(mount)?, document()))
}

fn violations(request: &Request, answer: &Answer, target: &str, document: &Document) -> Vec<String> {
    let mut asked = CheckedRequest::new(&request.method, target).body(&request.body);
    for (name, value) in &request.headers {
        asked = asked.header(name, value);
    }
    let is_success = (200..300).contains(&answer.status);
    if !document.has(&request.method, target) {
        let unknown = format!("{} {target} succeeds and stands in no document", request.method);
        return is_success.then_some(unknown).into_iter().collect();
    }
    if DECIDED.iter().any(|(prefix, status)| target.starts_with(prefix) && *status == answer.status) {
        return Vec::new();
    }
    let mut told = CheckedAnswer::new(answer.status).body(&answer.body);
    for (name, value) in &answer.headers {
        told = told.header(name, value);
    }
    let mut violations = document.check_answer(&asked, &told).err().unwrap_or_default();
    if is_success && !request.is_lax {
        violations.extend(document.check_request(&asked).err().unwrap_or_default());
    }
    violations
}

/// Asks the truth log whether the answer was the vendor's own.
fn met_a_mangling_fault(request: &Request, address: SocketAddr) -> bool {
    let log = Request::new("GET", "/_sandbox/log").send(address).answer().json();
    let path = request.path.split('?').next().unwrap_or_default();
    let is_meant = |row: &&Value| row["method"] == request.method.as_str() && row["path"] == path;
    let row = log.as_array().unwrap().iter().rev().find(is_meant);
    row.and_then(|row| row["fault"].as_str()).is_some_and(|fault| MANGLING.contains(&fault))
}

#[test]
fn each_document_is_served_and_can_be_read() {
    let stage = Stage::new();
    for (path, content_type) in SERVED {
        let answer = stage.send(&Request::new("GET", path)).answer();
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(content_type)), "{path}");
        Document::parse(&answer.text()).unwrap();
    }
    assert!(stage.log().is_empty());
}

#[test]
fn an_answer_that_no_document_knows_is_noticed() {
    let stage = Stage::new();
    let request = Request::new("GET", "/apiops/projects/");
    let refused = stage.send(&request).answer();
    let (target, document) = document_of(&request).unwrap();
    assert!(violations(&request, &refused, target, document).is_empty());
    let altered = |status: u16, body: &str| Answer { status, body: body.as_bytes().to_vec(), ..refused.clone() };
    for answer in [
        altered(418, &refused.text()),
        altered(401, r#"{"error":"invalid_token"}"#),
        altered(401, r#"{"error":"invalid_token","error_description":"x","more":1}"#),
        altered(200, r#"{"success":true,"resultList":[],"resultCount":0}"#),
    ] {
        assert!(!violations(&request, &answer, target, document).is_empty(), "{} {}", answer.status, answer.text());
    }
}
