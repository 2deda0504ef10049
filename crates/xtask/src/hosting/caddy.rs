//! The files for Caddy. One of them is the operator's, the other is replaced by each release.

use super::api::{Api, CLIMBING, HIDDEN};
use super::lines::Lines;
use super::rules::{Header, LASTING, Place, Rule, Value, common, own};
use super::{MEDIA_TYPES, Site, WRITTEN_BY};

/// What goes into `/etc/caddy/`.
const SITE: &str = include_str!("caddy/Caddyfile");

/// The files, by their paths.
pub(super) fn files(site: &Site) -> Vec<(&'static str, String)> {
    let mut lines = Lines::new("\t");
    lines.add(&format!("# {WRITTEN_BY}"));
    lines.gap();
    within(&mut lines, site);
    vec![("caddy/Caddyfile", SITE.to_owned()), ("caddy/rekey.caddy", lines.text())]
}

/// What stands in the site.
fn within(lines: &mut Lines, site: &Site) {
    let (path, rest) = (site.path.as_str(), site.rest().map(|rule| rule.headers.clone()).unwrap_or_default());
    if !site.path.is_root() {
        lines.block(&format!("handle {}", path.trim_end_matches('/')), |lines| {
            headers(lines, &rest);
            lines.add(&format!("redir * {path} 308"));
        });
        lines.gap();
    }
    for rule in &site.rules {
        if let Place::Api(api) = &rule.place {
            lines.block(&format!("handle {}*", api.place()), |lines| passed_on(lines, rule, api));
            lines.gap();
        }
    }
    lines.block(&format!("handle {path}*"), |lines| folder(lines, site));
}

/// The site itself. What is not there is answered without asking for a file, so that it has the headers of the rest.
fn folder(lines: &mut Lines, site: &Site) {
    let common = common(site.files());
    let rest = site.rest().map(|rule| own(rule, &common)).unwrap_or_default();
    headers(lines, &common);
    lines.add("header -Server");
    lines.add("# No part of a file is of use to the console, and what is said of a file is not true of one that is not there.");
    lines.add("request_header -Range");
    if !site.portals.is_empty() {
        lines.block("@rekey_portal", |lines| {
            site.portals.iter().for_each(|portal| lines.add(&format!("header Origin {portal}")));
        });
    }
    for (ending, _) in MEDIA_TYPES {
        lines.add(&format!("@rekey_{ending} path *.{ending}"));
    }
    lines.add("@rekey_other_methods not method GET HEAD");
    lines.block("route", |lines| {
        lines.block("handle @rekey_other_methods", |lines| {
            headers(lines, &rest);
            lines.add("header Allow \"GET, HEAD\"\nrespond 405");
        });
        site.rules.iter().enumerate().for_each(|(number, rule)| files_of(lines, number, rule, site, &common));
        lines.block("handle", |lines| {
            headers(lines, &rest);
            lines.add("respond 404");
        });
    });
}

/// The files of a rule, by the number of that rule.
fn files_of(lines: &mut Lines, number: usize, rule: &Rule, site: &Site, common: &[Header]) {
    let (name, path) = (format!("@rekey_{number}"), site.path.as_str());
    match &rule.place {
        Place::Start => lines.add(&format!("{name} path {path} {path}index.html")),
        Place::Files(names) => {
            let paths: Vec<String> = names.iter().map(|file| format!("{path}{file}")).collect();
            lines.add(&format!("{name} path {}", paths.join(" ")));
        }
        Place::Assets => lines.block(&name, |lines| {
            lines.add(&format!("path_regexp \"^{}{}$\"\nfile {{path}}", path.replace('.', "\\."), super::ASSETS));
        }),
        Place::Api(_) | Place::Rest => return,
    }
    lines.block(&format!("handle {name}"), |lines| {
        headers(lines, &own(rule, common));
        if rule.place == Place::Start {
            lines.add(&format!("header Content-Type \"{}\"\nrewrite * {path}index.html", full_type("text/html")));
        } else {
            for (ending, media_type) in MEDIA_TYPES {
                lines.add(&format!("header @rekey_{ending} Content-Type \"{}\"", full_type(media_type)));
            }
        }
        lines.block("file_server", |lines| lines.add("precompressed br gzip"));
    });
}

fn full_type(media_type: &str) -> String {
    format!("{media_type}{}", if media_type.starts_with("text/") { "; charset=utf-8" } else { "" })
}

/// The requests that are passed on; everything else below their place is refused.
fn passed_on(lines: &mut Lines, rule: &Rule, api: &Api) {
    let name = format!("@rekey_{}", api.name());
    headers(lines, &rule.headers);
    if api.holds_token {
        lines.add("# What another site, or no browser at all, has sent is not signed.");
        lines.add(&format!("{name}_foreign not header Sec-Fetch-Site same-origin"));
        lines.add("# Yours: remote_ip, and the networks whose people may use the token.");
        lines.block(&format!("{name}_strangers"), |lines| {
            lines.block("not", |lines| lines.add("import rekey-admins.caddy"));
        });
    }
    lines.block(&format!("{name}_asked"), |lines| asked(lines, api));
    lines.block("route", |lines| {
        if api.holds_token {
            lines.add(&format!("respond {name}_foreign 403\nrespond {name}_strangers 403"));
        }
        lines.block(&format!("handle {name}_asked"), |lines| proxy(lines, rule, api));
        lines.add("respond 404");
    });
}

/// Whether a request is one of the console's, by its address as it came.
fn asked(lines: &mut Lines, api: &Api) {
    let base = api.base_pattern();
    let routes: Vec<String> =
        api.routes().into_iter().map(|(methods, path)| format!("(?:{methods}) {base}{path}")).collect();
    lines.add(&format!("not vars_regexp \"{{http.request.uri}}\" \"(?i){CLIMBING}\""));
    let request = "{http.request.method} {http.request.uri}";
    lines.add(&format!("vars_regexp \"{request}\" \"^(?:{})$\"", routes.join("|")));
}

fn proxy(lines: &mut Lines, rule: &Rule, api: &Api) {
    if !api.base.is_empty() {
        lines.add(&format!("uri strip_prefix {}", api.base));
    }
    lines.block("request_body", |lines| lines.add("max_size 1MB"));
    lines.block(&format!("reverse_proxy {}://{}", api.upstream.scheme(), api.upstream.address()), |lines| {
        if api.holds_token {
            lines.add("# Yours, for root alone: header_up Authorization \"Bearer …\"");
            lines.add(&format!("import rekey-authorization-{}.caddy", api.connection));
        }
        lines.add(&format!("header_up Host {}", api.upstream.authority()));
        lines.add(
            "# What the browser sends besides is of no use to an API, and what an API says besides is not for it.",
        );
        lines.add("header_up -Cookie\nheader_up -Origin\nheader_up -Referer");
        for name in HIDDEN.into_iter().chain(["Server"]).chain(rule.headers.iter().map(|(name, _)| *name)) {
            lines.add(&format!("header_down -{name}"));
        }
        lines.add("# What comes is passed on at once.\nflush_interval -1");
        lines.block("transport http", |lines| {
            // A connection that is used again may have ended meanwhile, and who notices that late sends again.
            lines.add("# A change is sent once: no connection is used again.\nkeepalive off\ndial_timeout 10s");
            lines.add("# The console waits 120 seconds for a change.\nresponse_header_timeout 130s");
        });
    });
}

fn headers(lines: &mut Lines, headers: &[Header]) {
    lines.block("header", |lines| {
        for (name, value) in headers {
            match value {
                // The files of a rule are found, or the next rule answers.
                Value::Fixed(value) | Value::OfFound(value) => lines.add(&format!("{name} \"{value}\"")),
                Value::Lasting => lines.add(&format!("{name} \"{LASTING}\"")),
                Value::AskingPortal => {}
            }
        }
    });
    for (name, _) in headers.iter().filter(|(_, value)| *value == Value::AskingPortal) {
        lines.add(&format!("header @rekey_portal {name} {{header.Origin}}"));
    }
}
