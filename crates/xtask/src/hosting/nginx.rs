//! The files for nginx. One of them is the operator's; the others stand in `rekey/` and are replaced by each release.

use super::api::{Api, CLIMBING, HIDDEN};
use super::lines::Lines;
use super::rules::{Header, LASTING, NEVER_STORED, Place, Rule, Value, common, own};
use super::{MEDIA_TYPES, Site, WRITTEN_BY};

/// What goes into `/etc/nginx/conf.d/`.
const SERVER: &str = include_str!("nginx/rekey.conf");
/// How files are given out.
const FILES: &str = include_str!("nginx/files.conf");
/// How requests are passed on.
const PROXY: &str = include_str!("nginx/proxy.conf");

/// The files, by their paths.
pub(super) fn files(site: &Site) -> Vec<(&'static str, String)> {
    let common = common(site.files());
    let mut files = vec![
        ("nginx/rekey.conf", SERVER.replace("{{ path }}", site.path.as_str())),
        ("nginx/rekey/http.conf", written(|lines| http(lines, site))),
        ("nginx/rekey/headers.conf", written(|lines| headers(lines, &common))),
        ("nginx/rekey/site.conf", written(|lines| server(lines, site, &common))),
    ];
    let api = site.rules.iter().find(|rule| matches!(rule.place, Place::Api(_)));
    files.extend(api.map(|rule| ("nginx/rekey/api.conf", written(|lines| every_api(lines, rule)))));
    files
}

fn written(write: impl FnOnce(&mut Lines)) -> String {
    let mut lines = Lines::new("    ");
    lines.add(&format!("# {WRITTEN_BY}"));
    lines.gap();
    write(&mut lines);
    lines.text()
}

/// What stands beside the servers: maps, and where requests are passed on to.
fn http(lines: &mut Lines, site: &Site) {
    lines.add("# What was not found is kept by nobody.");
    lines.block("map $status $rekey_caching", |lines| {
        lines.add(&format!("default \"{NEVER_STORED}\";\n\"~^(?:200|206|304)$\" \"{LASTING}\";"));
    });
    if !site.portals.is_empty() {
        lines.gap();
        lines.block("map $http_origin $rekey_portal", |lines| {
            lines.add("default \"\";");
            site.portals.iter().for_each(|portal| lines.add(&format!("\"{portal}\" $http_origin;")));
        });
    }
    if site.apis().any(|api| api.holds_token) {
        lines.gap();
        lines.add("# What another site, or no browser at all, has sent is not signed.");
        lines.block("map $http_sec_fetch_site $rekey_is_foreign", |lines| lines.add("default 1;\nsame-origin 0;"));
    }
    site.apis().for_each(|api| upstream(lines, api));
}

/// Where the requests of an API go, and which they are: the address as it came, because a proxy that decodes it loses
/// what is encoded in a name.
fn upstream(lines: &mut Lines, api: &Api) {
    let (name, base) = (api.name(), api.base_pattern());
    lines.gap();
    lines.block(&format!("upstream rekey_{name}"), |lines| {
        lines.add(&format!("server {};", api.upstream.address()));
    });
    lines.block(&format!("map \"$request_method $request_uri\" $rekey_{name}_address"), |lines| {
        lines.add(&format!("default \"\";\n\"~*{CLIMBING}\" \"\";"));
        for (methods, path) in api.routes() {
            lines.add(&format!("\"~^(?:{methods}) {base}(?<rekey_{name}_rest>{path})$\" $rekey_{name}_rest;"));
        }
    });
}

/// What stands in the server.
fn server(lines: &mut Lines, site: &Site, common: &[Header]) {
    let path = site.path.as_str();
    let rest = site.rest().map(|rule| own(rule, common)).unwrap_or_default();
    if site.path.is_root() {
        lines.add("# For what nginx answers before it knows a location.");
        all_headers(lines, &rest);
        lines.gap();
    } else {
        lines.block(&format!("location = {}", path.trim_end_matches('/')), |lines| {
            all_headers(lines, &rest);
            lines.add(&format!("absolute_redirect off;\nreturn 308 {path};"));
        });
        lines.gap();
    }
    lines.block(&format!("location {path}"), |lines| {
        all_headers(lines, &rest);
        lines.block("types", |lines| {
            for (ending, media_type) in MEDIA_TYPES {
                lines.add(&format!("{media_type} {ending};"));
            }
        });
        lines.add(FILES);
        site.rules.iter().for_each(|rule| location(lines, rule, path, common));
        lines.add("return 404;");
    });
    site.apis().for_each(|api| api_location(lines, api));
}

/// A location within that of the site.
fn location(lines: &mut Lines, rule: &Rule, path: &str, common: &[Header]) {
    let base = path.replace('.', "\\.");
    let (pattern, file) = match &rule.place {
        Place::Start => (format!("{base}(?:index\\.html)?"), format!("{path}index.html")),
        Place::Files(names) => (format!("{base}(?:{})", names.join("|").replace('.', "\\.")), "$uri".to_owned()),
        Place::Assets => (format!("{base}{}", super::ASSETS), "$uri".to_owned()),
        Place::Api(_) | Place::Rest => return,
    };
    lines.block(&format!("location ~ \"^{pattern}$\""), |lines| {
        all_headers(lines, &own(rule, common));
        lines.add(&format!("try_files {file} =404;"));
    });
}

/// What is the same in the locations of all APIs: their rules differ in nothing but the place.
fn every_api(lines: &mut Lines, rule: &Rule) {
    headers(lines, &rule.headers);
    lines.gap();
    lines.add(PROXY);
    for name in HIDDEN.into_iter().chain(rule.headers.iter().map(|(name, _)| *name)) {
        lines.add(&format!("proxy_hide_header {name};"));
    }
}

fn api_location(lines: &mut Lines, api: &Api) {
    let (name, connection, upstream) = (api.name(), &api.connection, &api.upstream);
    lines.gap();
    lines.block(&format!("location ^~ {}", api.place()), |lines| {
        lines.add("include rekey/api.conf;");
        if api.holds_token {
            lines.add("if ($rekey_is_foreign) { return 403; }");
        }
        lines.add(&format!("if ($rekey_{name}_address = \"\") {{ return 404; }}"));
        if api.holds_token {
            lines.add("# Yours: a line `allow …;` for each network whose people may use the token.");
            lines.add("include rekey-admins.conf;\ndeny all;");
            lines.add("# Yours, for root alone: proxy_set_header Authorization \"Bearer …\";");
            lines.add(&format!("include rekey-authorization-{connection}.conf;"));
        }
        lines.add(&format!("proxy_set_header Host {};", upstream.authority()));
        if upstream.is_encrypted() {
            lines.add(&format!("proxy_ssl_name {};", upstream.host()));
        }
        lines.add(&format!("proxy_pass {}://rekey_{name}$rekey_{name}_address;", upstream.scheme()));
    });
}

/// All headers of a location: nginx forgets those of the level above as soon as one has a header of its own.
fn all_headers(lines: &mut Lines, own: &[Header]) {
    lines.add("include rekey/headers.conf;");
    headers(lines, own);
}

fn headers(lines: &mut Lines, headers: &[Header]) {
    for (name, value) in headers {
        let value = match value {
            Value::Fixed(value) => format!("\"{value}\" always"),
            Value::OfFound(value) => format!("\"{value}\""),
            Value::Lasting => "$rekey_caching always".to_owned(),
            Value::AskingPortal => "$rekey_portal always".to_owned(),
        };
        lines.add(&format!("add_header {name} {value};"));
    }
}
