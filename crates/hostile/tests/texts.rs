//! Every text through every field of every dialect: read, shown, and sent back (X35, H-02, H-03, N-08).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use rekey_core::access::{Access, SignIn};
use rekey_core::credential::{Credential, Entry, Expiry, Label, Scope};
use rekey_core::dialect::Dialect;
use rekey_core::http::Request;
use rekey_core::outcome::Outcome;
use rekey_core::page::{Page, Place};
use rekey_core::path::{decode, encode};
use rekey_core::secret::Secret;
use rekey_core::visible::{is_hidden, visible};
use rekey_hostile::answers::{DIALECTS, SECRET, json_reply, list, record, written};
use rekey_hostile::targets;
use rekey_hostile::texts::{Text, json, texts};
use serde_json::json;

/// The file that the browser tests read.
const FILE: &str = include_str!("../texts.json");

#[test]
fn there_are_enough_texts_of_each_kind_x35() {
    let mut categories: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts() {
        *categories.entry(text.category).or_default() += 1;
    }
    println!("{categories:#?}");
    assert!(texts().len() >= 500 && categories["markup"] >= 200, "{categories:?}");
    assert!(categories.len() >= 20, "{categories:?}");
}

#[test]
fn the_browser_tests_read_the_same_texts() {
    let hint = "cargo run --package rekey-hostile > crates/hostile/texts.json";
    assert!(json() == FILE, "crates/hostile/texts.json is out of date: {hint}");
}

/// What the console shows of a record, field by field.
fn fields(credential: &Credential) -> Vec<&str> {
    let label = |label: &Option<Label>| match label {
        Some(Label::Words(words)) => words.clone().leak(),
        Some(Label::NotSpecified) | None => "",
    };
    let expiry = match &credential.expiry {
        Expiry::At(_, raw) | Expiry::Unreadable(raw) => raw,
        Expiry::Never => "",
    };
    let lists = credential.roles.iter().chain(&credential.addresses).map(String::as_str);
    let texts = [
        credential.id.as_str(),
        &credential.name,
        &credential.full_name,
        &credential.email,
        &credential.description,
        expiry,
        label(&credential.kind),
        label(&credential.health),
    ];
    texts.into_iter().chain(lists).collect()
}

fn read(dialect: Dialect, id: &str, text: &str) -> Credential {
    let answer = list(dialect, vec![record(dialect, id, text)]);
    let portion = dialect.interpret_list(&mut dialect.list_body(), json_reply(200, &answer), 0).unwrap();
    let [Entry::Readable(credential)] = &portion.entries[..] else { panic!("{dialect:?} {text:?}: {portion:?}") };
    credential.clone()
}

#[test]
fn every_field_is_read_to_the_letter_shown_with_nothing_hidden_and_sent_back_x35() {
    for dialect in DIALECTS {
        for text in texts().iter().map(Text::text) {
            let credential = read(dialect, &text, &text);
            assert_eq!(credential.id, text, "{dialect:?}");
            assert!(!format!("{credential:?}").contains(SECRET));
            match dialect {
                Dialect::Apinizer => {
                    let all = [&credential.full_name, &credential.email, &credential.description];
                    assert!(
                        all.into_iter().chain(&credential.roles).chain(&credential.addresses).all(|it| *it == text)
                    );
                }
                Dialect::ThousandEyesV6 | Dialect::ThousandEyesV7 => assert_eq!(credential.name, text),
                Dialect::ZStack => assert_eq!([&credential.name, &credential.description], [&text, &text]),
            }
            for field in fields(&credential) {
                assert!(!visible(field).chars().any(is_hidden), "{field:?}");
            }
            targets::run("text", text.as_bytes());
            rekey_hostile::sent_back(dialect, &credential);
        }
    }
}

/// The segments of a request's path, decoded.
fn segments(request: &Request) -> Vec<String> {
    let path = request.path.as_str().split('?').next().unwrap();
    path.trim_matches('/').split('/').map(|segment| decode(segment).expect("it was encoded")).collect()
}

#[test]
fn an_id_or_a_scope_is_one_segment_of_an_address_or_is_refused_n04_h14() {
    let access = Access::Proxy;
    for text in texts().iter().map(Text::text) {
        let scope = Scope::Project(text.clone());
        for dialect in DIALECTS {
            match dialect.list(&access, &scope, 0) {
                Ok(request) if dialect == Dialect::Apinizer => {
                    assert_eq!(segments(&request), ["apiops", "projects", &text, "credentials"]);
                }
                Ok(request) => assert!(request.path.as_str().is_ascii()),
                Err(_) => assert!(encode(&text).is_err(), "{text:?}"),
            }
            if let Ok(request) = dialect.look(&access, &Scope::System, &text)
                && dialect == Dialect::ZStack
            {
                assert_eq!(segments(&request), ["api", "v1", "credentials", &text]);
            }
        }
        if encode(&text).is_ok() {
            let page = Page::Edit(Place { connection: "gateway".to_owned(), scope }, text.clone());
            assert_eq!(Page::parse(&page.to_string()), page);
        }
    }
}

#[test]
fn the_words_of_an_answer_are_kept_and_never_change_what_it_says_x35() {
    for dialect in DIALECTS {
        for text in texts().iter().map(Text::text) {
            let Outcome::Saved(deployment) = dialect.interpret_write(json_reply(200, &written(dialect, &text)), "405")
            else {
                panic!("{dialect:?} {text:?}")
            };
            if dialect == Dialect::Apinizer {
                let named: Vec<&str> = deployment.environments.iter().map(|row| row.name.as_str()).collect();
                assert_eq!(named, ["production", &text]);
            }
            for refusal in [
                json!({"error": "bad_request", "error_description": text}),
                json!({"status": "FAILURE", "resultMessage": text}),
                json!({"errorMessage": text, "status": 400}),
                json!({"title": text, "detail": text, "status": 400}),
                json!({"error": {"code": text, "details": text}}),
                json!({"code": 3, "message": text}),
            ] {
                match dialect.interpret_write(json_reply(400, &refusal), "405") {
                    Outcome::Rejected(problem) => {
                        let said = problem.text.or(problem.code).unwrap();
                        assert!(text.contains(&said) || said == "bad_request", "{text:?} {said:?}");
                    }
                    // Blanks alone explain nothing.
                    outcome => assert!(matches!(outcome, Outcome::Unknown(_)) && text.trim().is_empty(), "{text:?}"),
                }
            }
        }
    }
}

#[test]
fn no_text_breaks_out_of_a_header_n05() {
    for text in texts().iter().map(Text::text) {
        let token = Secret::new(text.clone());
        let email = SignIn::EmailAndApiToken { email: text.clone(), token: Secret::new("token".to_owned()) };
        for sign_in in [SignIn::AccessToken(token), email] {
            let Ok(step) = Dialect::ThousandEyesV6.sign_in(&sign_in) else { continue };
            let rekey_core::dialect::SignInStep::Ready(granted) = step else { panic!("nothing is exchanged") };
            let header =
                Dialect::ThousandEyesV6.list(&granted.access, &Scope::System, 0).unwrap().authorization.unwrap();
            assert!(header.expose().bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()), "{text:?}");
        }
    }
}
