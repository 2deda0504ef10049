use serde_json::{Value, json};

use crate::access::{Access, AccessProblem, SignIn};
use crate::credential::{Credential, Entry, Scope};
use crate::dialect::{Change, Dialect, SignInStep};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{Fault, Reply, Request, Response};
use crate::outcome::{DetailsLost, Outcome, ReadFailure};
use crate::path::SegmentProblem;
use crate::secret::Secret;

const V6: Dialect = Dialect::ThousandEyesV6;
const V7: Dialect = Dialect::ThousandEyesV7;

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the dialect reads")]
fn answer(status: u16, kind: &str, body: &Value) -> Reply {
    let body = Ok(body.to_string().into_bytes());
    Ok(Response { status, content_type: Some(kind.to_owned()), retry_after: None, body })
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn access() -> Access {
    Access::bearer(&secret("token-1")).unwrap()
}

fn scope() -> Scope {
    Scope::AccountGroup("75".to_owned())
}

fn stored() -> Credential {
    Credential { id: "405".to_owned(), name: "Checkout login".to_owned(), enabled: true, ..Credential::default() }
}

fn named(name: &str) -> CredentialEdit {
    CredentialEdit {
        name: name.to_owned(),
        full_name: String::new(),
        email: String::new(),
        description: String::new(),
        roles: vec![],
        addresses: vec![],
        enabled: true,
        expiry: ExpiryEdit::Untouched,
    }
}

fn write(dialect: Dialect, change: &Change) -> Request {
    dialect.write(&access(), &scope(), &stored(), change).unwrap()
}

fn sent(request: &Request) -> (String, Value) {
    let body = serde_json::from_str(request.body.as_ref().unwrap().text().expose()).unwrap();
    (format!("{} {}", request.method.name(), request.path), body)
}

#[test]
fn version_6_sends_only_what_changed_t2() {
    let address = "POST /v6/credentials/405/update.json?aid=75".to_owned();
    for (change, body) in [
        (Change::secret(secret(" new value "), None), json!({"value": " new value "})),
        (Change::details(named("Renamed"), None, None), json!({"name": "Renamed"})),
        (Change::details(named("Renamed"), Some(secret("v")), None), json!({"name": "Renamed", "value": "v"})),
        (Change::details(named("Checkout login"), Some(secret("v")), None), json!({"value": "v"})),
    ] {
        assert_eq!(sent(&write(V6, &change)), (address.clone(), body));
    }
}

#[test]
fn version_7_sends_the_name_always_and_the_value_when_there_is_one_t3() {
    let address = "PUT /v7/credentials/405?aid=75".to_owned();
    for (change, body) in [
        (Change::secret(secret("v"), None), json!({"name": "Checkout login", "value": "v"})),
        (Change::details(named("Renamed"), None, None), json!({"name": "Renamed"})),
        (Change::details(named("Renamed"), Some(secret("v")), None), json!({"name": "Renamed", "value": "v"})),
    ] {
        let request = write(V7, &change);
        assert_eq!(sent(&request), (address.clone(), body));
        assert!(request.accept.starts_with("application/hal+json, application/json"), "T21");
    }
}

#[test]
fn reads_name_the_account_group_except_the_one_that_lists_them_t16() {
    let list = |dialect: Dialect| dialect.list(&access(), &scope(), 0).unwrap().path.to_string();
    assert_eq!(list(V6), "/v6/credentials.json?aid=75");
    assert_eq!(list(V7), "/v7/credentials?aid=75");
    let groups = |dialect: Dialect| dialect.scopes(&access()).unwrap().path.to_string();
    assert_eq!(groups(V6), "/v6/account-groups.json");
    assert_eq!(groups(V7), "/v7/account-groups");
}

#[test]
fn a_returned_value_is_dropped_while_decoding_t6() {
    for (dialect, record) in [
        (V6, json!({"credentialId": 405, "name": "Checkout login", "value": "canary"})),
        (V7, json!({"id": "405", "name": "Checkout login", "value": "canary", "_links": {}})),
        (V7, json!({"id": 405, "name": 7, "value": "canary"})),
    ] {
        let reply = answer(200, "application/hal+json", &json!({"credentials": [record]}));
        let entries = dialect.interpret_list(&mut dialect.list_body(), reply, 0).unwrap().entries;
        assert!(!format!("{entries:?}").contains("canary"));
        match entries.first().unwrap() {
            Entry::Readable(credential) => assert_eq!(*credential, stored(), "T15: ids are texts"),
            Entry::Unreadable(raw) => assert!(raw.contains('7'), "H-08: {raw}"),
        }
    }
}

#[test]
fn account_groups_are_read_in_both_spellings_of_their_flags() {
    let v6 = json!({"accountGroups": [
        {"accountGroupName": "Retail", "aid": 75, "current": 1, "default": 1},
        {"accountGroupName": "Wholesale", "aid": 1234, "current": 0, "default": 0},
        {"accountGroupName": "no id"},
    ]});
    let v7 = json!({"accountGroups": [
        {"accountGroupName": "Retail", "aid": "75", "isCurrentAccountGroup": true, "isDefaultAccountGroup": true},
        {"accountGroupName": "Wholesale", "aid": "1234", "isDefaultAccountGroup": false},
    ]});
    for (dialect, body) in [(V6, v6), (V7, v7)] {
        let groups = dialect.interpret_scopes(answer(200, "application/json", &body)).unwrap();
        let read: Vec<_> =
            groups.iter().map(|group| (group.scope.key(), group.name.as_str(), group.is_default)).collect();
        assert_eq!(read, [("75", "Retail", true), ("1234", "Wholesale", false)]);
    }
}

#[test]
fn a_write_is_saved_only_if_the_answer_names_the_record_t19() {
    let lost = Outcome::SavedDetailsLost(DetailsLost::Unreadable);
    let other = json!({"credentials": [{"credentialId": 406, "name": "x"}]});
    assert!(matches!(V6.interpret_write(answer(200, "application/json", &other), "405"), Outcome::Unknown(_)), "X44");
    for (dialect, body, saved) in [
        (V6, json!({"credentials": [{"credentialId": 405, "name": "x", "apiLinks": []}]}), true),
        (V6, json!({"credentials": []}), false),
        (V7, json!({"id": "405", "name": "x"}), true),
        (V7, json!({}), false),
    ] {
        let outcome = dialect.interpret_write(answer(200, "application/hal+json", &body), "405");
        assert_eq!(outcome.is_saved() && outcome != lost, saved, "{body}");
        assert!(saved || outcome == lost);
    }
}

#[test]
fn every_documented_error_gives_its_words_t8() {
    for (dialect, status, kind, body, words) in [
        (V6, 400, "application/json", json!({"errorMessage": "400 Bad Request\nInvalid aid"}), "Invalid aid"),
        (
            V7,
            401,
            "application/problem+json",
            json!({"error": "invalid_token", "error_description": "Invalid access token"}),
            "Invalid access token",
        ),
        (
            V7,
            404,
            "application/problem+json",
            json!({"title": "URI Resource Not Found", "status": 404, "detail": "wrong ID"}),
            "wrong ID",
        ),
        (V7, 400, "application/json", json!({"httpStatus": "PRECONDITION_FAILED", "errors": ["too many"]}), "too many"),
    ] {
        let Outcome::Rejected(problem) = dialect.interpret_write(answer(status, kind, &body), "405") else {
            panic!("a refusal: {body}")
        };
        assert_eq!(problem.text.as_deref(), Some(words));
    }
}

#[test]
fn a_server_without_version_6_is_told_by_its_answer_to_a_read_t1() {
    let gone = |status| V6.interpret_list(&mut V6.list_body(), answer(status, "text/html", &json!({})), 0);
    for reply in [gone(301), gone(404), gone(410), V6.interpret_list(&mut V6.list_body(), Err(Fault::Redirected), 0)] {
        assert_eq!(reply, Err(ReadFailure::VersionGone));
    }
    let groups = V6.interpret_scopes(Err(Fault::Redirected));
    assert_eq!(groups, Err(ReadFailure::VersionGone));
    assert_eq!(
        V7.interpret_list(&mut V7.list_body(), Err(Fault::Redirected), 0),
        Err(ReadFailure::Fault(Fault::Redirected))
    );
}

#[test]
fn version_6_signs_with_a_token_or_with_an_e_mail_address_and_one_t13() {
    let header = |dialect: Dialect, sign_in: &SignIn| {
        let SignInStep::Ready(granted) = dialect.sign_in(sign_in).unwrap() else { panic!("no exchange") };
        granted.access.header().unwrap().expose().to_owned()
    };
    let pair = SignIn::EmailAndApiToken { email: "a@example.com".to_owned(), token: secret("t") };
    assert_eq!(header(V6, &pair), "Basic YUBleGFtcGxlLmNvbTp0");
    assert_eq!(header(V6, &SignIn::AccessToken(secret("t"))), "Bearer t");
    assert_eq!(V7.capabilities().sign_in.len(), 1, "version 7 dropped Basic");
    let password = SignIn::UserNameAndPassword { user_name: "a".to_owned(), password: secret("p") };
    for (dialect, sign_in) in [(V6, &password), (V7, &password), (V7, &pair), (Dialect::ZStack, &pair)] {
        assert_eq!(dialect.sign_in(sign_in).err(), Some(AccessProblem::NotOffered), "no password is sent as a token");
    }
}

#[test]
fn ids_that_cannot_be_addressed_are_refused_before_sending_n04() {
    for dialect in [V6, V7] {
        let credential = Credential { id: "..".to_owned(), ..stored() };
        let refused = dialect.write(&access(), &scope(), &credential, &Change::secret(secret("x"), None));
        assert_eq!(refused.err(), Some(SegmentProblem::Dots));
    }
}
