use serde_json::{Value, json};

use crate::access::{Access, SignIn};
use crate::credential::tests::api_user;
use crate::credential::{Credential, Entry, Expiry, Scope, ScopeEntry};
use crate::dialect::{Change, Dialect, SignInStep};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{BodyFault, Fault, Reply, Request, Response};
use crate::outcome::{DetailsLost, Doubt, Environment, EnvironmentState, NotSent, Outcome, ReadFailure};
use crate::path::SegmentProblem;
use crate::secret::Secret;
use crate::timestamp::Timestamp;

const APINIZER: Dialect = Dialect::Apinizer;

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the dialect reads")]
fn answer(status: u16, content_type: &str, body: &str) -> Reply {
    let content_type = Some(content_type.to_owned()).filter(|text| !text.is_empty());
    Ok(Response { status, content_type, retry_after: None, body: Ok(body.as_bytes().to_vec()) })
}

fn json_answer(status: u16, body: &Value) -> Reply {
    answer(status, "application/json;charset=UTF-8", &body.to_string())
}

fn access() -> Access {
    Access::bearer(&Secret::new("token-1".to_owned())).unwrap()
}

fn scope() -> Scope {
    Scope::Project("My Project".to_owned())
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn edit() -> CredentialEdit {
    let base = api_user();
    CredentialEdit {
        name: base.name,
        full_name: base.full_name,
        email: base.email,
        description: String::new(),
        roles: vec![],
        addresses: base.addresses,
        enabled: false,
        expiry: ExpiryEdit::Untouched,
    }
}

fn details(edit: CredentialEdit) -> Change {
    Change::details(edit, Some(secret("a new \"secret\" \\ 🔑")), None)
}

fn write(credential: &Credential, change: &Change) -> Request {
    APINIZER.write(&access(), &scope(), credential, change).unwrap()
}

fn interpret_list(reply: Reply) -> Result<Vec<Entry>, ReadFailure> {
    APINIZER.interpret_list(&mut APINIZER.list_body(), reply, 0).map(|portion| portion.entries)
}

fn interpret_write(reply: Reply) -> Outcome {
    APINIZER.interpret_write(reply, "api-user")
}

fn body(request: &Request) -> Value {
    serde_json::from_str(request.body.as_ref().unwrap().text().expose()).unwrap()
}

#[test]
fn a_password_change_patches_the_password_and_nothing_else() {
    let credential = Credential { id: "ops team/eu".to_owned(), ..api_user() };
    let request = write(&credential, &Change::secret(secret("new"), None));
    assert_eq!(request.method.name(), "PATCH");
    assert_eq!(request.path.as_str(), "/apiops/projects/My%20Project/credentials/ops%20team%2Feu/");
    assert_eq!(request.authorization.as_ref().unwrap().expose(), "Bearer token-1");
    assert_eq!(request.body.as_ref().unwrap().media_type(), "application/json");
    assert_eq!(body(&request), json!({"password": "new"}));
}

#[test]
fn an_edit_puts_all_nine_fields_q3() {
    let request = write(&api_user(), &details(edit()));
    assert_eq!(request.method.name(), "PUT");
    assert_eq!(request.path.as_str(), "/apiops/projects/My%20Project/credentials/");
    assert_eq!(
        body(&request),
        json!({
            "username": "api-user", "password": "a new \"secret\" \\ 🔑", "email": "ops@retail.example",
            "fullName": "API service user", "description": "", "roleNameList": [], "enabled": false,
            "ipList": ["10.20.0.0/16"], "expireDate": "2026-12-31T20:59:00.000Z",
        })
    );
}

#[test]
fn the_expiry_is_sent_as_it_came_or_as_chosen_and_an_unreadable_one_is_left_out() {
    let moment = Timestamp::parse("2027-01-01T00:00:00Z").unwrap();
    for (stored, edited, sent) in [
        (Expiry::Never, ExpiryEdit::Untouched, Some(Value::Null)),
        (
            Expiry::At(moment, "2027-01-01T00:00:00Z".to_owned()),
            ExpiryEdit::Untouched,
            Some(json!("2027-01-01T00:00:00Z")),
        ),
        (Expiry::Unreadable("example".to_owned()), ExpiryEdit::Untouched, None),
        (Expiry::Unreadable("example".to_owned()), ExpiryEdit::At(moment), Some(json!("2027-01-01T00:00:00.000Z"))),
        (Expiry::At(moment, String::new()), ExpiryEdit::Never, Some(Value::Null)),
    ] {
        let credential = Credential { expiry: stored, ..api_user() };
        let request = write(&credential, &details(CredentialEdit { expiry: edited, ..edit() }));
        assert_eq!(body(&request).get("expireDate").cloned(), sent);
    }
}

#[test]
fn members_this_program_does_not_know_go_back_exactly_as_they_came_q4() {
    // The keys stand in the order in which the program writes them; an object has no order of its own.
    let metadata = r#"[{"jwtClaimName":null,"key":"k","secret":true,"value":12345678901234567890.10}]"#;
    let list = format!(r#"{{"resultList":[{{"username":"u","metadata":{metadata},"tags":[],"x":null,"owner":"o"}}]}}"#);
    let entries = interpret_list(answer(200, "application/json", &list)).unwrap();
    let credential = Entry::find(&entries, "u").unwrap();
    let request = write(credential, &details(edit()));
    let sent = request.body.as_ref().unwrap().text().expose();
    assert!(sent.contains(&format!(r#""metadata":{metadata}"#)), "{sent}");
    assert!(sent.contains(r#""owner":"o""#));
    assert!(!sent.contains("tags") && !sent.contains(r#""x""#));
}

#[test]
fn names_that_cannot_be_addressed_are_refused_before_sending_n04() {
    let credential = Credential { id: "..".to_owned(), ..api_user() };
    let refused = APINIZER.write(&access(), &scope(), &credential, &Change::secret(secret("x"), None));
    assert_eq!(refused.err(), Some(SegmentProblem::Dots));
    assert_eq!(APINIZER.list(&access(), &Scope::Project(String::new()), 0).err(), Some(SegmentProblem::Empty));
}

#[test]
fn signing_in_with_a_user_name_asks_the_token_endpoint() {
    let sign_in = SignIn::UserNameAndPassword { user_name: "ad min".to_owned(), password: secret("p&q") };
    let Ok(SignInStep::Exchange(request)) = APINIZER.sign_in(&sign_in) else { panic!("an exchange") };
    assert_eq!(request.path.as_str(), "/apiops/auth/token");
    assert!(request.authorization.is_none());
    let body = request.body.unwrap();
    assert_eq!(body.media_type(), "application/x-www-form-urlencoded");
    assert_eq!(body.text().expose(), "grant_type=client_credentials&client_id=ad%20min&client_secret=p%26q");
    let granted =
        APINIZER.interpret_sign_in(json_answer(200, &json!({"access_token": "eyJ", "expires_in": 3600}))).unwrap();
    assert_eq!(granted.expires_in, Some(3600));
    for body in [
        json!({"error": "unauthorized_client", "error_description": "Bad credentials"}),
        json!({"status": "FAILURE", "resultMessage": "Bad credentials"}),
    ] {
        let refused = APINIZER.interpret_sign_in(json_answer(401, &body));
        let Err(ReadFailure::SignInRefused(problem)) = refused else { panic!("{refused:?}") };
        assert_eq!(problem.text.as_deref(), Some("Bad credentials"));
    }
}

#[test]
fn lists_of_every_generation_are_read() {
    for head in [r#""success":true"#, r#""status":"SUCCESS""#, r#""status":"SUCCESS","resultCount":1"#] {
        let text = format!(
            r#"{{{head},"resultList":[{{"username":"api-user","password":null,"email":"ops@retail.example",
            "fullName":"API service user","description":null,"roleNameList":["r"],"enabled":false,"ipList":null,
            "expireDate":"example"}}]}}"#
        );
        let entries = interpret_list(answer(200, "application/json", &text)).unwrap();
        let credential = Entry::find(&entries, "api-user").unwrap();
        assert_eq!(credential.description, "");
        assert_eq!(credential.roles, ["r"]);
        assert!(!credential.enabled && credential.addresses.is_empty() && credential.carried.is_empty());
        assert_eq!(credential.expiry, Expiry::Unreadable("example".to_owned()));
    }
}

#[test]
fn one_bad_record_leaves_the_good_ones_h08() {
    let text = r#"{"success":true,"resultList":[7,{"fullName":"no name","password":"canary"},{"username":"u"}]}"#;
    let entries = interpret_list(answer(200, "application/json", text)).unwrap();
    assert!(matches!(&entries[..], [Entry::Unreadable(first), Entry::Unreadable(second), Entry::Readable(_)]
        if first == "7" && !second.contains("canary")));
}

#[test]
fn projects_are_read_by_name() {
    let body = json!({"status": "SUCCESS", "resultList": [{"name": "default", "id": 1}, {"x": 1}], "resultCount": 2});
    let scopes = APINIZER.interpret_scopes(json_answer(200, &body)).unwrap();
    assert_eq!(scopes, [ScopeEntry::project("default")]);
}

#[test]
fn a_failed_read_says_why() {
    let html = answer(200, "text/html", "<title>Sign in</title>");
    for (reply, matches) in [
        (
            json_answer(401, &json!({"error": "invalid_token"})),
            (|f| matches!(f, ReadFailure::SignInRefused(_))) as fn(&ReadFailure) -> bool,
        ),
        (answer(401, "text/html", "<html>"), |f| matches!(f, ReadFailure::SignInRefused(_))),
        (json_answer(403, &json!({})), |f| matches!(f, ReadFailure::Forbidden(_))),
        (
            json_answer(400, &json!({"error": "rate_limit_exceeded", "retry_after": 9})),
            |f| matches!(f, ReadFailure::RateLimited(p) if p.retry_after == Some(9)),
        ),
        (json_answer(400, &json!({"resultMessage": "Project (x) is not found!"})), |f| {
            matches!(f, ReadFailure::Server(_))
        }),
        (json_answer(200, &json!({"status": "FAILURE", "resultMessage": "no"})), |f| {
            matches!(f, ReadFailure::Server(_))
        }),
        (answer(502, "text/html", "<html>"), |f| matches!(f, ReadFailure::NotTheApi(_))),
        (json_answer(500, &json!({})), |f| matches!(f, ReadFailure::Server(_))),
        (html, |f| matches!(f, ReadFailure::NotTheApi(p) if p.page_title.as_deref() == Some("Sign in"))),
        (json_answer(200, &json!({"success": true})), |f| matches!(f, ReadFailure::Unreadable)),
        (json_answer(200, &json!({"success": "maybe", "resultList": []})), |f| matches!(f, ReadFailure::Unreadable)),
        (json_answer(200, &json!([])), |f| matches!(f, ReadFailure::Unreadable)),
        (Err(Fault::Redirected), |f| matches!(f, ReadFailure::Fault(Fault::Redirected))),
    ] {
        let failure = interpret_list(reply.clone()).unwrap_err();
        assert!(matches(&failure), "{reply:?} gave {failure:?}");
    }
}

/// An envelope of each generation around a deployment result.
fn envelopes(deployment: &Value) -> [Value; 3] {
    [
        json!({"success": true, "deploymentResult": deployment}),
        json!({"status": "SUCCESS", "deploymentResult": deployment}),
        json!({"status": "SUCCESS", "resultMessage": "ok", "resultList": [], "resultCount": 0, "deploymentResult": deployment}),
    ]
}

#[test]
fn all_combinations_of_three_environments_give_the_outcome_of_their_leaves_f10() {
    for mask in 0..8_u8 {
        for overall in [Some(true), Some(false), None] {
            let ok = |bit: u8| mask & (1 << bit) != 0;
            let leaf = |name: &str, bit| json!({"environmentName": name, "success": ok(bit), "message": "said"});
            let pod = |name: &str, bit| json!({"envName": name, "podName": "p", "success": ok(bit), "detail": "said"});
            let shapes = [
                json!({"success": overall, "environmentResults": [leaf("test", 0), leaf("staging", 1), leaf("production", 2)]}),
                json!({"success": overall, "detailList": [pod("test", 0), {"envName": "x", "detailList": [pod("staging", 1), pod("production", 2)]}]}),
            ];
            for envelope in shapes.iter().flat_map(envelopes) {
                let outcome = interpret_write(json_answer(200, &envelope));
                let (Outcome::Saved(deployment) | Outcome::SavedNotDeployed(deployment)) = &outcome else {
                    panic!("{outcome:?}")
                };
                let states: Vec<bool> =
                    deployment.environments.iter().map(|row| row.state == EnvironmentState::Deployed).collect();
                assert_eq!(states, [ok(0), ok(1), ok(2)]);
                let green = mask == 7 && overall != Some(false);
                assert_eq!(matches!(outcome, Outcome::Saved(_)), green, "{envelope}");
            }
        }
    }
}

#[test]
fn several_pods_of_one_environment_are_one_row_that_is_as_bad_as_its_worst_q7() {
    let result = json!({"success": true, "detailList": [
        {"envName": "production", "success": true, "detail": "ok"},
        {"envName": "production", "success": false, "detail": "pod 2 is full"},
    ]});
    let Outcome::SavedNotDeployed(deployment) = interpret_write(json_answer(200, &envelopes(&result)[0])) else {
        panic!("not deployed")
    };
    let messages = vec!["ok".to_owned(), "pod 2 is full".to_owned()];
    let row = Environment { name: "production".to_owned(), state: EnvironmentState::Failed, messages };
    assert_eq!(deployment.environments, [row]);
}

#[test]
fn a_deployment_that_is_not_reported_is_neither_success_nor_failure_q6() {
    for result in [
        Value::Null,
        json!([]),
        json!([{"environmentName": "test", "success": true}]),
        json!({}),
        json!("done"),
        json!({"success": true}),
        json!({"success": true, "environmentResults": null}),
        json!({"success": false, "environmentResults": []}),
        json!({"success": true, "environmentResults": [{"environmentName": "test"}]}),
        json!({"success": true, "environmentResults": [{"environmentName": "test", "success": "true"}]}),
    ] {
        for envelope in envelopes(&result) {
            let outcome = interpret_write(json_answer(200, &envelope));
            assert!(
                matches!(outcome, Outcome::SavedDetailsLost(DetailsLost::NotReported(_))),
                "{envelope}: {outcome:?}"
            );
        }
    }
}

#[test]
fn a_refusal_in_a_documented_shape_changes_nothing() {
    for (status, body) in [
        (400, json!({"error": "bad_request", "error_description": "Credential password can not be empty!"})),
        (400, json!({"status": "FAILURE", "resultMessage": "Credential (username: api-user) was not found!"})),
        (401, json!({"error": "unauthorized_client", "error_description": "Invalid token"})),
        (403, json!({"error": "forbidden"})),
        (404, json!({"error": "not_found", "error_description": "x"})),
        (409, json!({"error": "conflict"})),
        (429, json!({})),
        (
            200,
            json!({"status": "FAILURE", "resultMessage": "User does not have required permission for this operation!"}),
        ),
        (200, json!({"success": false, "error": "bad_request"})),
    ] {
        let outcome = interpret_write(json_answer(status, &body));
        assert!(matches!(outcome, Outcome::Rejected(_)), "{status} {body}: {outcome:?}");
    }
    for (status, content_type) in [(401, "text/html"), (404, "")] {
        let outcome = interpret_write(answer(status, content_type, ""));
        assert!(matches!(outcome, Outcome::Rejected(_)), "{status}: {outcome:?}");
    }
}

#[test]
fn whatever_does_not_say_what_happened_is_unknown_matrix_2_2() {
    for reply in [
        json_answer(500, &json!({"error": "server_error", "error_description": "An unexpected error occurred"})),
        json_answer(500, &json!({"status": "SUCCESS"})),
        answer(502, "text/html", "<html>Bad gateway"),
        json_answer(503, &json!({})),
        answer(504, "", ""),
        json_answer(408, &json!({"error": "timeout"})),
        answer(403, "text/html", "<html>Forbidden"),
        json_answer(400, &json!({})),
        answer(400, "application/json", "not json"),
        answer(200, "text/html", "<title>Wi-Fi</title>"),
        answer(200, "", ""),
        answer(200, "application/octet-stream", "{\"success\":true}"),
        json_answer(200, &json!({"success": false})),
        json_answer(200, &json!({"status": "FAILURE"})),
        json_answer(200, &json!({"success": "yes"})),
        json_answer(200, &json!({"status": 200})),
        json_answer(200, &json!({"status": "QUEUED", "resultMessage": "later"})),
        answer(302, "", ""),
        Err(Fault::Unreachable),
        Err(Fault::TimedOut),
        Err(Fault::Stopped),
        Err(Fault::Redirected),
    ] {
        let outcome = interpret_write(reply.clone());
        assert!(matches!(outcome, Outcome::Unknown(_)), "{reply:?}: {outcome:?}");
    }
}

#[test]
fn an_accepted_change_with_a_broken_body_is_saved_without_details() {
    let with_body =
        |body| Ok(Response { status: 200, content_type: Some("application/json".to_owned()), retry_after: None, body });
    for reply in [
        with_body(Err(BodyFault::Cut)),
        with_body(Err(BodyFault::TooLarge(1))),
        with_body(Ok(b"{\"success\":tr".to_vec())),
        with_body(Ok(Vec::new())),
        json_answer(200, &json!([true])),
        json_answer(201, &json!({})),
        answer(204, "", ""),
    ] {
        let outcome = interpret_write(reply.clone());
        assert!(matches!(outcome, Outcome::SavedDetailsLost(_)), "{reply:?}: {outcome:?}");
    }
}

#[test]
fn what_never_left_the_browser_was_not_sent_and_a_doubt_says_whose_it_is() {
    for fault in [Fault::Offline, Fault::BlockedByPolicy("https://a.example".to_owned())] {
        assert_eq!(interpret_write(Err(fault.clone())), Outcome::NotSent(NotSent::Fault(fault)));
    }
    let unknown = interpret_write(answer(502, "text/html", "<html>Bad gateway"));
    assert!(matches!(unknown, Outcome::Unknown(Doubt::NotTheApi(_))), "{unknown:?}");
    let unknown = interpret_write(json_answer(500, &json!({"error": "server_error"})));
    assert!(matches!(unknown, Outcome::Unknown(Doubt::Server(_))), "{unknown:?}");
    let unknown = interpret_write(Err(Fault::TimedOut));
    assert_eq!(unknown, Outcome::Unknown(Doubt::Fault(Fault::TimedOut)));
}
