//! The page is served as a static host serves it.

use std::fs;
use std::path::PathBuf;

use rekey_sandbox::{Options, Systems};
use serde_json::json;

use crate::client::{Answer, Request};
use crate::stage::Stage;

/// A site in a folder of its own, removed with the test.
struct Site {
    folder: PathBuf,
    stage: Stage,
}

impl Site {
    fn new(name: &str) -> Self {
        Self::with(name, Options::default())
    }

    fn with(name: &str, options: Options) -> Self {
        let folder = std::env::temp_dir().join(format!("rekey-site-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        fs::write(folder.join("index.html"), "<!doctype html>").unwrap();
        fs::write(folder.join("assets/app-1.wasm"), "plain").unwrap();
        fs::write(folder.join("assets/app-1.wasm.br"), "brotli").unwrap();
        let stage = Stage::with(Options { site: Some(folder.clone()), ..options });
        Self { folder, stage }
    }

    fn get(&self, path: &str) -> Answer {
        self.stage.send(&Request::new("GET", path)).answer()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_start_page_is_never_stored_and_carries_the_security_headers() {
    let answer = Site::new("start").get("/");
    assert_eq!((answer.status, answer.text().as_str()), (200, "<!doctype html>"));
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
}

#[test]
fn assets_last_and_have_their_content_type() {
    let answer = Site::new("assets").get("/assets/app-1.wasm");
    assert_eq!((answer.status, answer.text().as_str()), (200, "plain"));
    assert_eq!(answer.header("content-type"), Some("application/wasm"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(answer.header("content-encoding"), None);
}

#[test]
fn a_compressed_neighbour_is_sent_to_who_accepts_it() {
    let site = Site::new("brotli");
    let request = Request::new("GET", "/assets/app-1.wasm").header("Accept-Encoding", "gzip, deflate, br");
    let answer = site.stage.send(&request).answer();
    assert_eq!((answer.text().as_str(), answer.header("content-encoding")), ("brotli", Some("br")));
    assert_eq!(answer.header("content-type"), Some("application/wasm"));
    assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
}

#[test]
fn what_is_not_a_file_is_not_found_and_never_stored() {
    let site = Site::new("missing");
    for path in ["/retail", "/assets/", "/assets/app-2.js", "/../Cargo.toml", "/assets/%2e%2e/index.html"] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("cache-control")), (404, Some("no-store")), "{path}");
    }
    assert_eq!(Stage::new().get("/").status, 404);
}

#[test]
fn the_site_can_only_be_read() {
    let site = Site::new("read");
    assert_eq!(site.stage.send(&Request::new("POST", "/")).answer().status, 405);
}

#[test]
fn the_configuration_is_the_demonstration_unless_the_folder_has_its_own() {
    let site = Site::new("configuration");
    let expected = json!({
        "connections": [{ "id": "gateway", "label": "API gateway", "kind": "apinizer", "baseUrl": "/apinizer" }],
    });
    let answer = site.get("/config.json");
    assert_eq!((answer.json(), answer.header("content-type")), (expected, Some("application/json")));
    fs::write(site.folder.join("config.json"), "{}").unwrap();
    assert_eq!(site.get("/config.json").json(), json!({}));
}

#[test]
fn the_demonstration_connects_to_every_system_if_asked_to() {
    let site = Site::with("systems", Options { systems: Systems::All, ..Options::default() });
    let expected = json!({
        "connections": [
            { "id": "gateway", "label": "API gateway", "kind": "apinizer", "baseUrl": "/apinizer" },
            { "id": "monitoring", "label": "Monitoring", "kind": "thousandeyes", "baseUrl": "/thousandeyes",
              "version": "v7" },
            { "id": "monitoring-v6", "label": "Monitoring (v6)", "kind": "thousandeyes", "baseUrl": "/thousandeyes",
              "version": "v6" },
            { "id": "cloud", "label": "Cloud", "kind": "zstack", "baseUrl": "/zstack", "operator": "ops@example.com" },
        ],
    });
    assert_eq!(site.get("/config.json").json(), expected);
}
