//! What the proxy does not pass on, and who may not use it.

use crate::client::Request;
use crate::server::Server;
use crate::stage::{RETAIL, Stage};

fn nobody_home() -> (Server, Stage) {
    let server = Server::answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    let stage = Stage::before(server.address);
    (server, stage)
}

#[test]
fn a_foreign_name_reaches_neither_the_page_nor_a_system() {
    let (server, stage) = nobody_home();
    let port = stage.address().port();
    for host in [format!("rebound.example:{port}"), "127.0.0.1:1".to_owned(), format!("127.0.0.1.example:{port}")] {
        for path in ["/", "/config.json", RETAIL] {
            let answer = stage.send(&Request::of_page("GET", path).header("Host", &host));
            assert_eq!(answer.status, 403, "{host} {path}");
            assert!(answer.words().contains("by no other name"), "{}", answer.words());
        }
    }
    for host in [format!("localhost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(stage.send(&Request::of_page("GET", "/").header("Host", &host)).status, 200, "{host}");
    }
    assert_eq!(server.received(), [""; 0]);
}

#[test]
fn another_site_and_what_is_no_browser_reach_no_system() {
    let (server, stage) = nobody_home();
    let fetched = |site: &str, mode: &str, destination: &str| {
        let request = Request::of_nobody("POST", RETAIL).header("Sec-Fetch-Site", site);
        request.header("Sec-Fetch-Mode", mode).header("Sec-Fetch-Dest", destination)
    };
    let others = [
        fetched("cross-site", "cors", "empty"),
        fetched("same-site", "no-cors", "empty"),
        fetched("none", "navigate", "document"),
        fetched("same-origin", "navigate", "document"),
        Request::of_nobody("GET", RETAIL),
    ];
    for request in others {
        let answer = stage.send(&request);
        assert_eq!(answer.status, 403, "{request:?}");
        assert!(answer.words().contains("only the page of this proxy"), "{}", answer.words());
    }
    assert_eq!(server.received(), [""; 0]);
}

#[test]
fn nothing_else_of_a_host_is_reached() {
    let (server, stage) = nobody_home();
    for (method, path, status) in [
        ("GET", "/connect/apinizer/", 404),
        ("GET", "/connect/apinizer/manager/", 404),
        ("GET", "/connect/apinizer/apiops/../manager/", 400),
        ("GET", "/connect/apinizer/apiops/%2e%2E/manager/", 400),
        ("GET", "/connect/other/apiops/projects/", 404),
        ("DELETE", RETAIL, 405),
        ("OPTIONS", RETAIL, 405),
    ] {
        let answer = stage.send(&Request::of_page(method, path));
        assert_eq!(answer.status, status, "{method} {path}");
        assert!(answer.words().ends_with("Nothing was sent."), "{}", answer.words());
    }
    let answer = stage.send(&Request::of_page("DELETE", RETAIL));
    assert_eq!(answer.header("allow"), Some("GET, POST, PUT, PATCH"));
    assert_eq!(server.received(), [""; 0]);
}

#[test]
fn a_request_of_more_than_a_mebibyte_is_not_sent() {
    const MEBIBYTE: usize = 1024 * 1024;
    let server = Server::answering("HTTP/1.1 204 No Content\r\n\r\n");
    let stage = Stage::before(server.address);
    let put = |size: usize| stage.send(&Request::of_page("PUT", RETAIL).body("application/json", vec![b' '; size]));
    let answer = put(MEBIBYTE + 1);
    assert_eq!((answer.status, answer.words().as_str()), (413, "a request may have 1 MiB. Nothing was sent."));
    assert_eq!(server.received(), [""; 0]);
    assert_eq!(put(MEBIBYTE).status, 204);
}
