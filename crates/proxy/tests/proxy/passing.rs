//! What goes through, and as what.

use std::io::{Read, Write};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::json;

use crate::client::{Request, connect};
use crate::server::Server;
use crate::stage::{RETAIL, Stage, TOKEN};

#[test]
fn the_page_is_served_with_a_configuration_of_the_systems_behind() {
    let stage = Stage::new();
    let page = stage.send(&Request::of_nobody("GET", "/"));
    assert_eq!((page.status, page.header("cache-control")), (200, Some("no-store")));
    assert!(page.text().contains("The page"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("trusted-types 'none'"), "{policy}");
    let asset = stage.send(&Request::of_nobody("GET", "/assets/page-1.js"));
    assert_eq!(asset.header("cache-control"), Some("public, max-age=31536000, immutable"));

    let configuration = stage.send(&Request::of_nobody("GET", "/config.json"));
    assert_eq!(configuration.header("cache-control"), Some("no-store"));
    let configuration = configuration.json();
    let connections = configuration["connections"].as_array().unwrap();
    let read: Vec<_> = connections.iter().map(|one| [&one["id"], &one["kind"], &one["baseUrl"]]).collect();
    assert_eq!(read[0], [&json!("apinizer"), &json!("apinizer"), &json!("/connect/apinizer")]);
    assert_eq!(read[2], [&json!("thousandeyes-v6"), &json!("thousandeyes"), &json!("/connect/thousandeyes-v6")]);
    assert_eq!((connections.len(), &connections[2]["version"]), (4, &json!("v6")));
}

#[test]
fn a_password_is_changed_under_a_name_with_slashes_which_stay_as_they_were_written() {
    let stage = Stage::new();
    let path = format!("{RETAIL}ops%20team%2Feu%2050%25/");
    let answer =
        stage.send(&Request::of_page("PATCH", &path).token(TOKEN).json(&json!({ "password": "correct horse, new" })));
    assert_eq!((answer.status, &answer.json()["success"]), (200, &json!(true)), "{}", answer.text());
    let [row] = &stage.log()[..] else { panic!("one request arrives") };
    assert_eq!(row["path"], "/apiops/projects/retail/credentials/ops%20team%2Feu%2050%25/");
    assert_eq!((&row["applied"], &row["method"]), (&json!(true), &json!("PATCH")));
}

#[test]
fn every_system_answers_at_its_own_place() {
    let stage = Stage::new();
    for path in [
        "/connect/apinizer/apiops/projects/",
        "/connect/thousandeyes/v7/account-groups",
        "/connect/thousandeyes-v6/v6/account-groups.json",
        "/connect/zstack/api/v1/credentials?limit=1",
    ] {
        let answer = stage.send(&Request::of_page("GET", path).token(TOKEN));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
    let limits = stage.send(&Request::of_page("GET", "/connect/thousandeyes/v7/account-groups").token(TOKEN));
    assert!(limits.header("x-organization-rate-limit-remaining").is_some(), "{:?}", limits.headers);
}

#[test]
fn a_refusal_comes_through_as_the_system_wrote_it() {
    let answer = Stage::new().send(&Request::of_page("GET", RETAIL).token("nobody"));
    assert_eq!((answer.status, answer.header("content-type")), (401, Some("application/json;charset=UTF-8")));
    assert!(answer.json()["error_description"].is_string(), "{}", answer.text());
}

#[test]
fn of_a_request_nothing_passes_but_what_the_console_sends() {
    let server = Server::answering("HTTP/1.1 204 No Content\r\n\r\n");
    let stage = Stage::before(server.address);
    let added = [
        ("Cookie", "session=1"),
        ("Origin", "http://127.0.0.1"),
        ("Referer", "http://127.0.0.1/"),
        ("DNT", "1"),
        ("TE", "trailers"),
        ("Upgrade", "websocket"),
        ("Forwarded", "for=10.0.0.1"),
        ("X-Forwarded-For", "10.0.0.1"),
        ("Proxy-Authorization", "Basic Og=="),
    ];
    let kept = [("Accept", "application/json"), ("Accept-Encoding", "gzip, br"), ("User-Agent", "A browser")];
    let request = Request::of_page("POST", "/connect/apinizer/apiops/auth/token?a=%2F").token("t").json(&json!({}));
    let request = added.iter().chain(&kept).fold(request, |request, (name, value)| request.header(name, value));
    assert_eq!(stage.send(&request).status, 204);

    let received = server.received();
    let mut lines: Vec<_> = received[0].trim_end().split("\r\n").map(str::to_lowercase).collect();
    assert_eq!(lines.remove(0), "post /apiops/auth/token?a=%2f http/1.1");
    assert!(received[0].starts_with("POST /apiops/auth/token?a=%2F HTTP/1.1"));
    lines.sort();
    let host = format!("host: {}", server.address);
    let expected = [
        "accept-encoding: gzip, br",
        "accept: application/json",
        "authorization: bearer t",
        "connection: close",
        "content-length: 2",
        "content-type: application/json",
        &host,
        "user-agent: a browser",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn of_an_answer_nothing_passes_that_governs_the_origin_of_the_page() {
    let server = Server::answering(
        "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: 2\r\nRetry-After: 7\r\n\
         Date: Tue, 01 Dec 2026 10:00:00 GMT\r\nSet-Cookie: a=1\r\nClear-Site-Data: \"*\"\r\nAccess-Control-Allow-Origin: *\r\n\
         Strict-Transport-Security: max-age=1\r\nAlt-Svc: h3=\":443\"\r\nLink: </x.js>; rel=preload\r\nRefresh: 0; url=/x\r\n\
         Service-Worker-Allowed: /\r\nKeep-Alive: timeout=5\r\nContent-Security-Policy: default-src *\r\n\r\n{}",
    );
    let answer = Stage::before(server.address).send(&Request::of_page("GET", RETAIL));
    assert_eq!((answer.status, answer.text().as_str()), (429, "{}"));
    let mut names: Vec<_> = answer.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let expected = [
        "cache-control",
        "connection",
        "content-length",
        "content-security-policy",
        "content-type",
        "cross-origin-resource-policy",
        "date",
        "referrer-policy",
        "retry-after",
        "x-content-type-options",
    ];
    assert_eq!(names, expected);
    assert_eq!(answer.header("connection"), Some("close"), "what the client asked for");
    assert_eq!(answer.header("date"), Some("Tue, 01 Dec 2026 10:00:00 GMT"), "the clock of the system");
    assert_eq!(answer.header("retry-after"), Some("7"));
    assert!(answer.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
}

#[test]
fn a_redirect_is_told_and_not_followed() {
    let other = Server::answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    let answer: &'static str = Box::leak(
        format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n", other.address)
            .into_boxed_str(),
    );
    let server = Server::answering(answer);
    let request = Request::of_page("PATCH", &format!("{RETAIL}api-user/")).json(&json!({ "password": "a secret" }));
    let answer = Stage::before(server.address).send(&request);
    assert_eq!((answer.status, answer.header("location")), (307, Some(format!("http://{}/", other.address).as_str())));
    assert_eq!(other.received(), [""; 0], "the other host gets nothing (N-02)");
}

/// A list of 10,000 credentials is read while it arrives.
#[test]
fn a_body_comes_through_while_the_system_still_writes_it() {
    let (go_on, told) = channel::<()>();
    let told: Mutex<Receiver<()>> = Mutex::new(told);
    let server = Server::doing(Box::new(move |mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst").unwrap();
        told.lock().unwrap().recv_timeout(Duration::from_secs(20)).expect("the first half has arrived");
        stream.write_all(b" last").unwrap();
    }));
    let stage = Stage::before(server.address);
    let mut connection = connect(stage.address());
    connection.write_all(&Request::of_page("GET", RETAIL).bytes(stage.address(), "close")).unwrap();
    let mut received = Vec::new();
    let mut buffer = [0; 1024];
    while !received.ends_with(b"first") {
        let count = connection.read(&mut buffer).unwrap();
        received.extend_from_slice(&buffer[..count]);
    }
    go_on.send(()).unwrap();
    connection.read_to_end(&mut received).unwrap();
    assert!(received.ends_with(b"first last"));
}
