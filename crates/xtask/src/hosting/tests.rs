use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use super::{Options, Site, caddy, cdn, nginx, policy};
use crate::dist::Configuration;

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// A folder that goes away with the test.
pub(super) struct Folder {
    pub(super) path: PathBuf,
}

impl Folder {
    /// With the files of a build, and some that are not for browsers.
    pub(super) fn built(test: &str) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("rekey-hosting-{}-{test}-{number}", process::id()));
        fs::create_dir_all(path.join("assets")).unwrap();
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self' \
            https:; form-action 'none'\">";
        let page = policy::narrow(page, &["https://zstack.example".to_owned()]).unwrap();
        let preload = "<link rel=\"preload\" href=\"config.json\" as=\"fetch\" crossorigin>";
        fs::write(path.join("index.html"), format!("{page}{preload}")).unwrap();
        fs::write(path.join("embed.html"), page).unwrap();
        for name in [
            "404.html",
            "_headers",
            "config.example.json",
            "config.json",
            "favicon.svg",
            "favicon.svg.br",
            "kept-assets.json",
            "notes.md",
            "rekey-console.js",
        ] {
            fs::write(path.join(name), "{}").unwrap();
        }
        for name in ["rekey-0123456789abcdef.js", "rekey-0123456789abcdef.js.br", "rekey-later-0123456789abcdef.wasm"] {
            fs::write(path.join("assets").join(name), "").unwrap();
        }
        Self { path }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.path).unwrap();
    }
}

/// Two systems on the page's own origin, one of them with a token in the proxy, and a third elsewhere.
pub(super) fn configuration(portals: &str) -> Configuration {
    // Without any the key is left out: an empty list is refused.
    let portals = if portals == "[]" { String::new() } else { format!("\"portals\": {portals},") };
    let text = format!(
        r#"{{{portals} "connections": [
            {{"id": "gateway", "kind": "apinizer", "baseUrl": "/apinizer"}},
            {{"id": "monitoring-7", "kind": "thousandeyes", "baseUrl": "/", "auth": "proxy"}},
            {{"id": "cloud", "kind": "zstack", "baseUrl": "https://zstack.example"}}]}}"#
    );
    let file =
        env::temp_dir().join(format!("rekey-{}-{}.json", process::id(), FOLDERS.fetch_add(1, Ordering::Relaxed)));
    fs::write(&file, text).unwrap();
    let configuration = Configuration::read(&file).unwrap();
    fs::remove_file(file).unwrap();
    configuration
}

fn site(path: &str, portals: &str) -> Site {
    let upstreams = vec![("gateway".to_owned(), "https://manager.example:8443".parse().unwrap())];
    let options = Options { path: path.parse().unwrap(), upstreams };
    Site::of(&Folder::built("site").path, &configuration(portals), &options).unwrap()
}

fn nginx_file(site: &Site, name: &str) -> String {
    nginx::files(site).into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// The text between a line that begins with `head` and the end of its block.
fn block<'text>(text: &'text str, head: &str) -> &'text str {
    let rest = text.split_once(head).unwrap_or_else(|| panic!("no {head} in\n{text}")).1;
    rest.split_once("\n}\n").unwrap().0
}

#[test]
fn every_location_of_nginx_has_all_headers() {
    let site = site("/", r#"["https://portal.example"]"#);
    let text = nginx_file(&site, "nginx/rekey/site.conf");
    for location in text.split("location ").skip(1) {
        let [common, api] = ["headers", "api"].map(|name| location.contains(&format!("include rekey/{name}.conf;")));
        assert!(common != api, "{location}");
        for name in ["Cache-Control", "Cross-Origin-Resource-Policy"] {
            assert_eq!(location.contains(&format!("add_header {name} ")), common, "{location}");
        }
    }
    let api = nginx_file(&site, "nginx/rekey/api.conf");
    for line in text.lines().chain(api.lines()).filter(|line| line.contains("add_header")) {
        assert_eq!(line.ends_with(" always;"), !line.contains("add_header Link "), "{line}");
    }
}

#[test]
fn a_change_is_passed_on_once_and_never_again_n16() {
    let site = site("/", "[]");
    let api = nginx_file(&site, "nginx/rekey/api.conf");
    for line in ["proxy_next_upstream off;", "proxy_intercept_errors off;", "proxy_ssl_verify on;"] {
        assert!(api.contains(line), "{api}");
    }
    assert!(caddy::files(&site)[1].1.contains("keepalive off"));
}

#[test]
fn a_token_stands_in_a_file_of_its_own_and_only_where_it_is_wanted() {
    let site = site("/", "[]");
    let text = nginx_file(&site, "nginx/rekey/site.conf");
    let (signed, unsigned) = (block(&text, "location ^~ /v7/ {"), block(&text, "location ^~ /apinizer/apiops/ {"));
    for line in [
        "if ($rekey_is_foreign) { return 403; }",
        "include rekey-admins.conf;\n    deny all;",
        "include rekey-authorization-monitoring-7.conf;",
    ] {
        assert!(signed.contains(line) && !unsigned.contains(line), "{line}");
    }
    let caddy = &caddy::files(&site)[1].1;
    let (signed, unsigned) = (block(caddy, "handle /v7/* {"), block(caddy, "handle /apinizer/apiops/* {"));
    for line in
        ["_foreign 403", "_strangers 403", "import rekey-admins.caddy", "rekey-authorization-monitoring-7.caddy"]
    {
        assert!(signed.contains(line) && !unsigned.contains(line), "{line}");
    }
}

#[test]
fn an_upstream_that_nobody_named_is_one_that_cannot_be() {
    let text = nginx_file(&site("/", "[]"), "nginx/rekey/http.conf");
    assert!(text.contains("server manager.example:8443;"), "{text}");
    assert!(text.contains("server upstream-of-monitoring-7.invalid:443;"), "{text}");
}

#[test]
fn below_a_path_nothing_else_of_the_host_is_touched() {
    let site = site("/console/", "[]");
    let text = nginx_file(&site, "nginx/rekey/site.conf");
    assert!(text.lines().skip(1).find(|line| !line.is_empty()).unwrap().starts_with("location = /console {"), "{text}");
    assert!(text.contains("try_files /console/index.html =404;"));
    assert!(caddy::files(&site)[1].1.contains("handle /console/* {"));
    let headers = cdn::headers(&site).unwrap();
    let addresses: Vec<&str> = headers.lines().filter(|line| line.starts_with('/')).collect();
    assert!(addresses.iter().all(|address| address.starts_with("/console/")), "{addresses:?}");
}

/// The rules of a `_headers` file: addresses with the names of their headers.
fn cdn_rules(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        if line.starts_with('/') {
            rules.push((line, Vec::new()));
        } else if let Some((name, _)) = line.trim().split_once(": ").filter(|_| line.starts_with("  ")) {
            rules.last_mut().unwrap().1.push(name);
        }
    }
    rules
}

#[test]
fn no_two_rules_of_a_host_say_the_same_header_of_one_address() {
    for portals in ["[]", r#"["https://portal.example"]"#] {
        let text = cdn::headers(&site("/", portals)).unwrap();
        let rules = cdn_rules(&text);
        let everywhere = &rules.iter().find(|(address, _)| *address == "/*").unwrap().1;
        for (address, names) in rules.iter().filter(|(address, _)| *address != "/*") {
            assert!(!address.contains('*'), "{address}");
            assert!(names.iter().all(|name| !everywhere.contains(name)), "{address}: {names:?}");
            let all: Vec<&&str> = names.iter().chain(everywhere).collect();
            assert!(all.contains(&&"Cache-Control") && all.contains(&&"Content-Security-Policy"), "{address}");
        }
        let addresses: Vec<&str> = rules.iter().map(|(address, _)| *address).collect();
        let expected = ["/", "/index.html", "/config.json", "/assets/rekey-0123456789abcdef.js"];
        assert!(expected.iter().all(|address| addresses.contains(address)), "{addresses:?}");
    }
}

#[test]
fn a_missing_asset_is_not_told_to_be_kept_m15() {
    let text = cdn::headers(&site("/", "[]")).unwrap();
    let everywhere = block(&format!("{text}\n}}\n"), "/*\n").split("\n\n").next().unwrap().to_owned();
    assert!(!everywhere.contains("Cache-Control"), "{everywhere}");
}

#[test]
fn a_file_that_is_read_by_several_portals_is_open_because_it_cannot_ask_who_asks() {
    let allowed = |portals: &str| {
        let text = cdn::headers(&site("/", portals)).unwrap();
        text.lines().find_map(|line| line.trim().strip_prefix("Access-Control-Allow-Origin: ")).map(str::to_owned)
    };
    assert_eq!(allowed("[]"), None);
    assert_eq!(allowed(r#"["https://a.example"]"#).unwrap(), "https://a.example");
    assert_eq!(allowed(r#"["https://a.example", "https://b.example"]"#).unwrap(), "*");
}

#[test]
fn the_policy_of_the_header_is_that_of_the_page_w06() {
    let site = site("/", "[]");
    let policy = "default-src 'none'; connect-src 'self' https://zstack.example; form-action 'none'; frame-src 'none'; \
        worker-src 'none'; object-src 'none'; frame-ancestors 'none'";
    assert!(
        nginx_file(&site, "nginx/rekey/headers.conf")
            .contains(&format!("add_header Content-Security-Policy \"{policy}\" always;"))
    );
    assert!(caddy::files(&site)[1].1.contains(&format!("Content-Security-Policy \"{policy}\"")));
    assert!(cdn::headers(&site).unwrap().contains(&format!("Content-Security-Policy: {policy}")));
}
