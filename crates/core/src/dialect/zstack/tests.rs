use serde_json::{Value, json};

use crate::access::Access;
use crate::credential::{Credential, Entry, Expiry, Label, Scope};
use crate::dialect::{Change, Dialect};
use crate::draft::{CredentialEdit, ExpiryEdit};
use crate::http::{Fault, Reply, Request, Response};
use crate::outcome::{DetailsLost, Doubt, Outcome, ReadFailure};
use crate::path::SegmentProblem;
use crate::secret::Secret;
use crate::timestamp::Timestamp;

const ZSTACK: Dialect = Dialect::ZStack;
const UUID: &str = "cred-a1b2c3d4-e5f6-7890-abcd-ef1234567890";

#[allow(clippy::unnecessary_wraps, reason = "a reply is what the dialect reads")]
fn answer(status: u16, body: &Value) -> Reply {
    let content_type = Some("application/json".to_owned());
    Ok(Response { status, content_type, retry_after: None, body: Ok(body.to_string().into_bytes()) })
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn access() -> Access {
    Access::bearer(&secret("token-1")).unwrap()
}

fn published() -> Value {
    json!({
        "uuid": UUID, "name": "prod-db-password", "description": "Primary database password",
        "type": "CREDENTIAL_TYPE_TLS_CERT", "healthStatus": "CREDENTIAL_HEALTH_STATUS_EXPIRING",
        "expiresAt": "2026-01-15T08:00:00Z", "createdBy": "admin@example.com",
        "createDate": "2026-01-01T08:00:00Z", "lastOpDate": "2026-01-02T08:00:00Z",
    })
}

fn read(record: &Value) -> Credential {
    ZSTACK.interpret_look(answer(200, record), UUID).unwrap().unwrap()
}

fn edit(expiry: ExpiryEdit) -> CredentialEdit {
    CredentialEdit {
        name: "renamed".to_owned(),
        full_name: String::new(),
        email: String::new(),
        description: String::new(),
        roles: vec![],
        addresses: vec![],
        enabled: true,
        expiry,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "an operator is optional where it is passed")]
fn operator() -> Option<String> {
    Some("ops@example.com".to_owned())
}

fn sent(credential: &Credential, change: &Change) -> (Request, Value) {
    let request = ZSTACK.write(&access(), &Scope::System, credential, change).unwrap();
    let body = serde_json::from_str(request.body.as_ref().unwrap().text().expose()).unwrap();
    (request, body)
}

#[test]
fn a_metadata_edit_has_no_key_value_z1_z2() {
    let (request, body) = sent(&read(&published()), &Change::details(edit(ExpiryEdit::Untouched), None, operator()));
    assert_eq!(request.method.name(), "PUT");
    assert_eq!(request.path.as_str(), format!("/api/v1/credentials/{UUID}"));
    assert_eq!(
        body,
        json!({"name": "renamed", "description": "", "expiresAt": "2026-01-15T08:00:00Z", "operator": "ops@example.com"})
    );
}

#[test]
fn no_operator_is_made_up_z4() {
    let (_, body) = sent(&read(&published()), &Change::secret(secret("v"), None));
    assert_eq!(body.get("operator"), None);
}

#[test]
fn a_new_value_goes_with_the_four_known_fields_byte_for_byte_z15() {
    let value = " -----BEGIN KEY-----\r\nab\tc\n\u{0}🔑 ";
    let (_, body) = sent(&read(&published()), &Change::secret(secret(value), operator()));
    assert_eq!(
        body,
        json!({"name": "prod-db-password", "description": "Primary database password",
            "expiresAt": "2026-01-15T08:00:00Z", "operator": "ops@example.com", "value": value})
    );
}

#[test]
fn the_end_goes_back_as_it_came_or_as_chosen_and_is_left_out_where_it_cannot_be_read_z3_z6() {
    let chosen = Timestamp::parse("2027-03-01T10:00:00Z").unwrap();
    for (stored, expiry, expected) in [
        (json!("2026-01-15T08:00:00.5+03:00"), ExpiryEdit::Untouched, Some("2026-01-15T08:00:00.5+03:00")),
        (json!("2026-01-15T08:00:00Z"), ExpiryEdit::At(chosen), Some("2027-03-01T10:00:00Z")),
        (json!("example"), ExpiryEdit::Untouched, None),
        (json!("example"), ExpiryEdit::At(chosen), Some("2027-03-01T10:00:00Z")),
        (json!({}), ExpiryEdit::Untouched, None),
        (json!(""), ExpiryEdit::Untouched, None),
        (Value::Null, ExpiryEdit::Untouched, None),
    ] {
        let mut record = published();
        record["expiresAt"] = stored;
        let (_, body) = sent(&read(&record), &Change::details(edit(expiry), None, operator()));
        assert_eq!(body.get("expiresAt").and_then(Value::as_str), expected);
    }
}

/// The time of the last change tells after a doubt whether a change has arrived (F-03); nothing here can be disabled.
#[test]
fn the_published_record_is_read_whole() {
    let credential = read(&published());
    assert_eq!((credential.id.as_str(), credential.name.as_str()), (UUID, "prod-db-password"));
    assert_eq!(credential.description, "Primary database password");
    assert_eq!(credential.touched.as_deref(), Some("2026-01-02T08:00:00Z"));
    assert!(credential.enabled);
}

#[test]
fn every_published_oddity_can_be_read_z8_z9() {
    let credential = read(&published());
    assert_eq!(credential.kind, Some(Label::Words("tls cert".to_owned())));
    assert_eq!(credential.health, Some(Label::Words("expiring".to_owned())));
    assert!(credential.is_likely_multiline());
    let mut odd =
        json!({"uuid": UUID, "name": "prod-db-password", "type": {}, "healthStatus": {}, "expiresAt": "example"});
    let credential = read(&odd);
    assert_eq!((credential.kind, credential.health, credential.touched), (None, None, None));
    assert_eq!(credential.expiry, Expiry::Unreadable("example".to_owned()));
    odd["type"] = json!("CREDENTIAL_TYPE_UNSPECIFIED");
    odd["healthStatus"] = json!("SOMETHING_NEW");
    odd["expiresAt"] = Value::Null;
    let credential = read(&odd);
    assert_eq!(credential.kind, Some(Label::NotSpecified));
    assert_eq!(credential.health, Some(Label::Words("SOMETHING_NEW".to_owned())));
    assert_eq!(credential.expiry, Expiry::Never);
}

#[test]
fn a_list_asks_for_explicit_pages_and_goes_on_until_nothing_comes_z10() {
    let path = ZSTACK.list(&access(), &Scope::System, 200).unwrap().path.to_string();
    assert_eq!(path, "/api/v1/credentials?limit=100&offset=200");
    let items: Vec<Value> = (0..3).map(|_| published()).collect();
    for (body, next) in [
        (json!({"items": items}), Some(203)),
        (json!({"items": items, "total": 203}), None),
        (json!({"items": items, "total": "203"}), None),
        (json!({"items": items, "total": 500}), Some(203)),
        (json!({"items": []}), None),
    ] {
        assert_eq!(
            ZSTACK.interpret_list(&mut ZSTACK.list_body(), answer(200, &body), 200).unwrap().next,
            next,
            "{body}"
        );
    }
    assert_eq!(
        ZSTACK.interpret_list(&mut ZSTACK.list_body(), answer(200, &json!({})), 0),
        Err(ReadFailure::Unreadable)
    );
}

#[test]
fn a_record_is_gone_only_if_the_api_says_so() {
    let not_found = json!({"error": {"code": "SYS.1006", "description": "not found"}});
    assert_eq!(ZSTACK.interpret_look(answer(404, &not_found), UUID), Ok(None));
    let page = answer(404, &json!({})).map(|response| Response {
        content_type: Some("text/html".to_owned()),
        body: Ok(b"<title>404</title>".to_vec()),
        ..response
    });
    assert!(matches!(ZSTACK.interpret_look(page, UUID), Err(ReadFailure::NotTheApi(_))));
    let other = json!({"uuid": "cred-other", "name": "x"});
    assert_eq!(ZSTACK.interpret_look(answer(200, &other), UUID), Err(ReadFailure::Unreadable));
}

#[test]
fn three_shapes_of_an_error_give_their_words_and_5xx_stays_unknown() {
    for body in [
        json!({"error": {"code": "SYS.1001", "description": "A message", "details": "the words"}}),
        json!({"code": 3, "message": "the words", "details": []}),
        json!({"error": "the words"}),
    ] {
        let Outcome::Rejected(problem) = ZSTACK.interpret_write(answer(400, &body), UUID) else { panic!("refused") };
        assert_eq!(problem.text.or(problem.code).as_deref(), Some("the words"), "{body}");
        let outcome = ZSTACK.interpret_write(answer(500, &body), UUID);
        assert!(matches!(outcome, Outcome::Unknown(Doubt::Server(_))));
    }
    assert!(matches!(ZSTACK.interpret_write(Err(Fault::TimedOut), UUID), Outcome::Unknown(_)));
    let lost = ZSTACK.interpret_write(answer(200, &json!({})), UUID);
    assert_eq!(lost, Outcome::SavedDetailsLost(DetailsLost::Unreadable));
}

#[test]
fn counters_are_numbers_or_texts_and_anything_else_is_a_dash_z11() {
    let read = |body: &Value| ZSTACK.interpret_statistics(answer(200, body));
    let counted = read(&json!({"total": 50, "ok": "40", "expiring": null, "expired": {}, "unknown": "x"})).unwrap();
    assert_eq!((counted.total.as_deref(), counted.ok.as_deref()), (Some("50"), Some("40")));
    assert_eq!((counted.expiring, counted.expired, counted.unknown), (None, None, None));
    assert_eq!(read(&json!({})), None);
    assert_eq!(ZSTACK.interpret_statistics(answer(404, &json!({"error": "x"}))), None);
}

#[test]
fn an_id_that_is_another_resource_is_refused_before_sending_z19() {
    for (id, problem) in
        [("", SegmentProblem::Empty), ("statistics", SegmentProblem::Reserved), ("..", SegmentProblem::Dots)]
    {
        assert_eq!(ZSTACK.look(&access(), &Scope::System, id).err(), Some(problem));
    }
}

#[test]
fn no_answer_leaves_a_secret_in_a_record() {
    let mut record = published();
    record["value"] = json!("canary");
    assert!(!format!("{:?}", read(&record)).contains("canary"));
    let entry = ZSTACK
        .interpret_list(&mut ZSTACK.list_body(), answer(200, &json!({"items": [{"value": "canary"}]})), 0)
        .unwrap();
    assert!(matches!(entry.entries.first(), Some(Entry::Unreadable(raw)) if !raw.contains("canary")));
}
