use std::collections::BTreeSet;

use axum::http::{HeaderMap, Method};
use rekey_site::{Configuration, Site};

use super::{LASTING, NEVER_STORED, Place, Rule, Value, rules};
use crate::hosting::tests::{Folder, configuration};

/// What every answer has (3.1). Who may frame it is said by the policy as well, in words of its own.
const EVERYWHERE: [&str; 12] = [
    "Cache-Control",
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Integrity-Policy",
    "Origin-Agent-Cluster",
    "Permissions-Policy",
    "Referrer-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "X-DNS-Prefetch-Control",
    "X-Robots-Tag",
];

fn table(portals: &str) -> Vec<Rule> {
    let configuration = configuration(portals);
    let apis = crate::hosting::api::apis(&configuration.connections, &[]).unwrap();
    rules(&Folder::built("rules").path, &configuration, apis).unwrap()
}

fn value<'rule>(rule: &'rule Rule, name: &str) -> Option<&'rule Value> {
    rule.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

fn text<'rule>(rule: &'rule Rule, name: &str) -> Option<&'rule str> {
    value(rule, name).and_then(|value| match value {
        Value::Fixed(text) | Value::OfFound(text) => Some(text.as_str()),
        Value::Lasting | Value::AskingPortal => None,
    })
}

fn files<'rule>(rules: &'rule [Rule], name: &str) -> &'rule Rule {
    let has = |rule: &&Rule| matches!(&rule.place, Place::Files(names) if names.iter().any(|file| file == name));
    rules.iter().find(has).unwrap()
}

#[test]
fn the_table_has_no_hole_and_says_nothing_twice_w01() {
    for rule in table("[]").iter().chain(&table(r#"["https://portal.example"]"#)) {
        let names: BTreeSet<&str> = rule.headers.iter().map(|(name, _)| *name).collect();
        assert!(EVERYWHERE.iter().all(|name| names.contains(name)), "{:?}: {names:?}", rule.place);
        assert_eq!(names.len(), rule.headers.len(), "{:?}", rule.place);
        let framed = matches!(&rule.place, Place::Files(names) if names == &["embed.html"]);
        assert_eq!(text(rule, "X-Frame-Options"), (!framed).then_some("DENY"), "{:?}", rule.place);
    }
}

#[test]
fn only_the_page_says_what_it_needs_at_once() {
    for rule in table("[]").iter().chain(&table(r#"["https://portal.example"]"#)) {
        let expected = (rule.place == Place::Start).then_some("<config.json>; rel=preload; as=fetch; crossorigin");
        assert_eq!(text(rule, "Link"), expected, "{:?}", rule.place);
    }
}

#[test]
fn only_what_its_hash_names_is_kept_w09() {
    for rule in table(r#"["https://portal.example"]"#) {
        let is_kept = value(&rule, "Cache-Control") == Some(&Value::Lasting);
        assert_eq!(is_kept, rule.place == Place::Assets, "{:?}", rule.place);
        assert!(is_kept || text(&rule, "Cache-Control") == Some("no-store"));
    }
}

#[test]
fn no_policy_allows_what_is_inline_evaluated_or_from_anywhere_w02() {
    for rule in table(r#"["https://portal.example"]"#) {
        let policy = text(&rule, "Content-Security-Policy").unwrap();
        for directive in policy.split("; ") {
            let mut words = directive.split(' ').skip(1);
            let is_open = |word: &str| word.contains('*') || word.ends_with(':');
            assert!(
                !words.any(|word| is_open(word) || ["'unsafe-inline'", "'unsafe-eval'"].contains(&word)),
                "{policy}"
            );
        }
        assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'none'"), "{policy}");
    }
}

#[test]
fn without_portals_nothing_is_for_other_origins() {
    let rules = table("[]");
    for rule in &rules {
        assert_eq!(text(rule, "Cross-Origin-Resource-Policy"), Some("same-origin"));
        assert_eq!(value(rule, "Access-Control-Allow-Origin"), None);
        assert!(text(rule, "Content-Security-Policy").unwrap().contains("frame-ancestors 'none'"));
    }
    let served = |name: &str| {
        rules.iter().any(|rule| matches!(&rule.place, Place::Files(names) if names.contains(&name.to_owned())))
    };
    assert!(served("config.json") && !served("embed.html"));
    for hidden in ["404.html", "config.example.json", "kept-assets.json", "favicon.svg.br", "_headers", "notes.md"] {
        assert!(!served(hidden), "{hidden}");
    }
}

#[test]
fn a_portal_may_frame_one_page_and_read_what_the_element_reads_e01() {
    let rules = table(r#"["https://a.example", "https://b.example"]"#);
    let embed = files(&rules, "embed.html");
    let policy = text(embed, "Content-Security-Policy").unwrap();
    assert!(policy.ends_with("frame-ancestors https://a.example https://b.example"), "{policy}");
    assert_eq!(text(embed, "Cross-Origin-Embedder-Policy"), Some("require-corp"));
    assert_eq!(value(embed, "Access-Control-Allow-Origin"), None);
    let assets = rules.iter().find(|rule| rule.place == Place::Assets).unwrap();
    for rule in [files(&rules, "config.json"), files(&rules, "rekey-console.js"), assets] {
        assert_eq!(value(rule, "Access-Control-Allow-Origin"), Some(&Value::AskingPortal));
        assert_eq!(text(rule, "Vary"), Some("Origin"));
    }
    let start = rules.iter().find(|rule| rule.place == Place::Start).unwrap();
    assert_eq!(text(start, "Cross-Origin-Resource-Policy"), Some("same-origin"));
    assert!(text(start, "Content-Security-Policy").unwrap().contains("frame-ancestors 'none'"));
}

#[test]
fn an_answer_of_an_api_cannot_act_as_a_page() {
    let rules = table("[]");
    let apis: Vec<&Rule> = rules.iter().filter(|rule| matches!(rule.place, Place::Api(_))).collect();
    assert_eq!(apis.len(), 2);
    for api in apis {
        assert!(text(api, "Content-Security-Policy").unwrap().ends_with("; sandbox"));
    }
}

/// What serves the page on one's own machine has headers of its own (`crates/site`): a part of those that are here.
#[tokio::test]
async fn the_servers_of_ones_own_machine_say_nothing_else() {
    let folder = Folder::built("own");
    for portal in [None, Some("https://portal.example")] {
        let rules = table(&portal.map_or("[]".to_owned(), |portal| format!("[\"{portal}\"]")));
        let place = |wanted: &Place| rules.iter().find(|rule| rule.place == *wanted).unwrap();
        let mut answers = vec![
            ("/", place(&Place::Start)),
            ("/config.json", files(&rules, "config.json")),
            ("/assets/rekey-0123456789abcdef.js", place(&Place::Assets)),
            ("/assets/rekey-fedcba9876543210.js", place(&Place::Assets)),
        ];
        answers.extend(portal.map(|_| ("/embed.html", files(&rules, "embed.html"))));
        let site = Site::new(&folder.path, Configuration::Unless("{}".into())).shown_by(portal);
        for (address, rule) in answers {
            let answer = site.answer(Method::GET, address, &HeaderMap::new()).await;
            let said = answer.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
            // These are about the one answer, and no matter of the table.
            let said: Vec<_> = said.filter(|(name, _)| !["content-type", "vary"].contains(name)).collect();
            assert!(said.len() >= 5, "{address}: {said:?}");
            for (name, value) in said {
                let (_, here) = rule.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).unwrap();
                let is_same = match here {
                    // There the rest of the policy stands in the page alone.
                    Value::Fixed(text) if name == "content-security-policy" => text.ends_with(&format!("; {value}")),
                    Value::Fixed(text) | Value::OfFound(text) => text == value,
                    Value::Lasting => value == if answer.status().is_success() { LASTING } else { NEVER_STORED },
                    Value::AskingPortal => Some(value) == portal,
                };
                assert!(is_same, "{address}: {name}: {value} and not {here:?}");
            }
        }
    }
}
