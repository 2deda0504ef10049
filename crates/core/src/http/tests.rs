use super::{Body, BodyFault, Fault, MediaType, Method, Patience, Request, Response, room_of_form};
use crate::access::Access;
use crate::base_url::BaseUrl;
use crate::path::Path;
use crate::secret::Secret;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn response(content_type: Option<&str>, body: &str) -> Response {
    let content_type = content_type.map(str::to_owned);
    Response { status: 200, content_type, retry_after: None, body: Ok(body.as_bytes().to_vec()) }
}

#[test]
fn every_text_of_an_answer_can_be_wiped_t6() {
    let mut answer = json!({"access_token": "t", "nested": {"list": ["a", 1, true, null, {"value": "s"}]}});
    super::wipe(&mut answer);
    assert_eq!(answer, json!({"access_token": "", "nested": {"list": ["", 1, true, null, {"value": ""}]}}));
}

#[test]
fn only_a_json_content_type_makes_a_json_answer() {
    for (header, kind) in [
        (Some("application/json"), MediaType::Json),
        (Some("application/json;charset=UTF-8"), MediaType::Json),
        (Some("Application/Problem+JSON ; charset=utf-8"), MediaType::Json),
        (Some("application/hal+json"), MediaType::Json),
        (Some("text/html"), MediaType::Foreign),
        (Some("text/json"), MediaType::Foreign),
        (Some("application/octet-stream"), MediaType::Foreign),
        (Some("application/jsonp"), MediaType::Foreign),
        (Some(""), MediaType::Missing),
        (None, MediaType::Missing),
    ] {
        assert_eq!(response(header, "{}").media_type(), kind, "{header:?}");
    }
}

#[test]
fn json_is_bounded_in_depth_and_whole() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for (body, accepted) in [
        ("{}".to_owned(), true),
        ("\u{feff}{}".to_owned(), true),
        ("\u{feff}\u{feff}{}".to_owned(), false),
        ("{} x".to_owned(), false),
        ("{\"a\":".to_owned(), false),
        (String::new(), false),
        (deep(64), true),
        (deep(65), false),
        (format!("{}0{}", "[\"]\",".repeat(65), "]".repeat(65)), false),
        (format!("\"{}\"", "[".repeat(100)), true),
        (format!("\"\\\"{}\"", "[".repeat(100)), true),
    ] {
        assert_eq!(response(None, &body).json().is_some(), accepted, "{body}");
    }
}

#[test]
fn a_wait_is_read_from_whichever_header_there_is_t10_n11() {
    let now = 1_700_000_000_000;
    for (retry_after, reset, wait) in [
        (None, None, None),
        (Some("7"), None, Some(7)),
        (Some(" 7 "), Some("1700000020"), Some(7)),
        (Some("Wed, 21 Oct 2026 07:28:00 GMT"), Some("1700000020"), Some(20)),
        (None, Some("1700000020"), Some(20)),
        (None, Some("1699999000"), Some(0)),
        (None, Some("1800000000"), Some(120)),
        (None, Some("soon"), None),
        (Some("-3"), None, Some(0)),
    ] {
        assert_eq!(super::wait_hint(429, retry_after, reset, now), wait, "{retry_after:?} {reset:?}");
    }
    assert_eq!(super::wait_hint(503, None, Some("1700000020"), now), None, "a window is no maintenance");
}

/// What grows leaves a copy behind where it was (S-13).
#[test]
fn the_room_of_a_form_is_what_its_worst_values_need() {
    let fields = [("client_id", "äöü"), ("client_secret", "§%&=+")];
    // There is no `&` after the last one.
    assert_eq!(room_of_form(&fields), Body::form(&fields).text().expose().len() + 1);
}

#[test]
fn a_form_body_encodes_every_reserved_character() {
    let body = Body::form(&[("client_id", "a b"), ("client_secret", "p&q=+%")]);
    assert_eq!(body.text().expose(), "client_id=a%20b&client_secret=p%26q%3D%2B%25");
}

#[test]
fn a_read_waits_half_a_minute_and_a_write_two_n09() {
    for (patience, seconds) in [(Patience::List, 30), (Patience::Exchange, 30), (Patience::Write, 120)] {
        assert_eq!(patience.headers().as_secs(), seconds, "{patience:?}");
        assert_eq!(patience.silence().as_secs(), 15, "{patience:?}");
    }
}

#[test]
fn a_body_is_read_up_to_its_bound_and_a_refusal_up_to_64_kib_h04() {
    for (patience, bytes) in
        [(Patience::List, 33_554_432), (Patience::Exchange, 1_048_576), (Patience::Write, 1_048_576)]
    {
        for (status, limit) in [(200, bytes), (399, bytes), (400, 65_536), (503, 65_536)] {
            assert_eq!(patience.body_limit(status), limit, "{patience:?} {status}");
        }
    }
}

#[test]
fn a_request_names_its_method_its_media_types_and_who_signs_it_n07() {
    let access = Access::bearer(&Secret::new("token-1".to_owned())).unwrap();
    let read = Request::read(&access, Path::of("v7/credentials"));
    assert_eq!((read.method.name(), read.accept, read.patience), ("GET", "application/json", Patience::List));
    assert!(read.body.is_none() && read.authorization.is_some_and(|header| header.expose() == "Bearer token-1"));
    let body = Body::json(&Map::new(), None);
    let write = Request::write(&access, Method::Put, Path::of("v7/credentials/1"), body);
    assert_eq!((write.method.name(), write.accept, write.patience), ("PUT", "application/json", Patience::Write));
    assert!(write.authorization.is_some_and(|header| header.expose() == "Bearer token-1"));
    assert_eq!(
        write.body.map(|body| (body.media_type(), body.text().expose().to_owned())),
        Some(("application/json", "{}".to_owned()))
    );
    assert_eq!((Method::Post.name(), Method::Patch.name()), ("POST", "PATCH"));
    assert_eq!(Body::form(&[]).media_type(), "application/x-www-form-urlencoded");
}

#[test]
fn an_address_is_the_base_and_the_path_behind_it() {
    let base = BaseUrl::parse("https://manager.example/base/").unwrap();
    let request = Request::read(&Access::Proxy, Path::of("v7/credentials").query("aid", "75"));
    assert_eq!(request.url(&base), "https://manager.example/base/v7/credentials?aid=75");
}

#[test]
fn only_what_the_browser_held_back_was_never_sent_i2() {
    for (fault, never) in [
        (Fault::Offline, true),
        (Fault::BlockedByPolicy("https://manager.example".to_owned()), true),
        (Fault::Withdrawn, true),
        (Fault::Unreachable, false),
        (Fault::TimedOut, false),
        (Fault::Stopped, false),
        (Fault::Redirected, false),
    ] {
        assert_eq!(fault.never_sent(), never, "{fault:?}");
    }
}

#[test]
fn every_2xx_is_a_success_and_no_other_status_is_q18() {
    for status in 100..600 {
        let answer = Response { status, ..response(None, "") };
        assert_eq!(answer.is_success(), status / 100 == 2, "{status}");
    }
}

#[test]
fn a_body_that_broke_off_is_neither_empty_nor_json() {
    let cut = Response { body: Err(BodyFault::Cut), ..response(None, "") };
    assert!(!cut.is_empty() && cut.json().is_none());
    assert!(response(None, "").is_empty() && !response(None, " ").is_empty());
}

#[test]
fn brackets_count_where_they_nest_and_nowhere_else_h05() {
    let flat = |text: &str| format!("[{}]", vec![text; 100].join(","));
    for body in [flat("[]"), flat("{}"), flat("\"[\""), flat("\"\\\\\""), flat("[\"]\"]"), flat("{\"[\":\"}\"}")] {
        assert!(response(None, &body).json().is_some(), "{body}");
    }
    let mixed = |depth: usize| format!("{}{}", r#"[{"a":"#.repeat(depth), "}]".repeat(depth)).replace(":}", ":0}");
    assert!(response(None, &mixed(32)).json().is_some());
    assert!(response(None, &mixed(33)).json().is_none());
}

#[test]
fn control_characters_are_written_as_their_escapes_rfc8259() {
    let body = Body::json(&Map::new(), Some(("value", &Secret::new("\u{0}\u{f}\u{10}\u{1f} \"\\é".to_owned()))));
    assert_eq!(body.text().expose(), r#"{"value":"\u0000\u000f\u0010\u001f \"\\é"}"#);
}

proptest! {
    #[test]
    fn any_secret_arrives_as_exactly_that_string(secret in any::<String>(), name in "[a-z]{0,8}") {
        let members = if name.is_empty() { Map::new() } else { Map::from_iter([(name, json!(["x", 1, null]))]) };
        let body = Body::json(&members, Some(("password", &Secret::new(secret.clone()))));
        let mut sent: Map<String, Value> = serde_json::from_str(body.text().expose()).unwrap();
        prop_assert_eq!(sent.remove("password"), Some(Value::String(secret)));
        prop_assert_eq!(sent, members);
    }
}
