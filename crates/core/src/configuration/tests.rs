use super::{Auth, Configuration};
use crate::credential::ScopeEntry;
use crate::dialect::Dialect;
use crate::display::{Density, Display, Presenter, Shortcuts, Theme};
use crate::language::Language;
use crate::password::Class;
use crate::session::SessionLimits;
use proptest::prelude::*;
use std::time::Duration;

const CONNECTION: &str =
    r#"{"id":"gateway","label":"API gateway","kind":"apinizer","baseUrl":"https://manager.example"}"#;

fn with(connection: &str, rest: &str) -> String {
    format!(r#"{{"connections":[{connection}]{rest}}}"#)
}

#[test]
fn a_minimal_configuration_has_the_documented_defaults() {
    let configuration = Configuration::parse(&with(CONNECTION, "")).unwrap();
    assert_eq!(configuration.password.minimum_length, 15);
    assert_eq!(configuration.display, Display::default());
    assert_eq!((configuration.session.idle.as_secs(), configuration.session.lifetime.as_secs()), (600, 28_800));
    let connection = configuration.connection("gateway").unwrap();
    assert_eq!((connection.label.as_str(), connection.auth), ("API gateway", Auth::Token));
    assert_eq!(connection.scopes, None);
    assert!(configuration.portals.is_empty());
}

#[test]
fn a_configuration_that_is_confined_has_one_connection_and_all_else() {
    let other = CONNECTION.replace("\"gateway\"", "\"other\"");
    let all = Configuration::parse(&with(&format!("{CONNECTION},{other}"), r#","theme":"dark""#)).unwrap();
    let confined = all.clone().confined("other").unwrap();
    assert_eq!(confined.connections, all.connections[1..]);
    assert_eq!(confined.display, all.display);
    let problem = all.confined("Other").unwrap_err().to_string();
    assert_eq!(problem, "the attribute connection names no connection of the configuration: Other");
}

#[test]
fn the_example_that_ships_with_the_page_is_valid() {
    let example = include_str!("../../../../public/config.example.json");
    assert!(Configuration::parse(example).is_ok());
}

#[test]
fn every_optional_setting_is_read() {
    let connection =
        r#"{"id":"g","kind":"apinizer","baseUrl":"/api","projects":["retail","My Project"],"auth":"proxy"}"#;
    let settings = r#","password":{"minLength":20,"classes":["digit","upper"]},"language":"tr-TR","theme":"dark",
        "density":"compact","presenter":"names","shortcuts":"off","session":{"idleMinutes":5,"lifetimeHours":12},
        "portals":["https://portal.example","http://localhost:3000"]"#;
    let text = with(connection, settings);
    let configuration = Configuration::parse(&format!("\u{feff}{text}")).unwrap();
    assert_eq!(configuration.password.minimum_length, 20);
    assert_eq!(configuration.password.classes, [Class::Upper, Class::Digit].into_iter().collect());
    let display = Display {
        theme: Theme::Dark,
        density: Density::Compact,
        presenter: Presenter::Names,
        shortcuts: Shortcuts::Off,
    };
    assert_eq!(configuration.display, display);
    let session = SessionLimits { idle: Duration::from_mins(5), lifetime: Duration::from_hours(12) };
    assert_eq!(configuration.session, session);
    let portals: Vec<_> = configuration.portals.iter().map(ToString::to_string).collect();
    assert_eq!(portals, ["https://portal.example", "http://localhost:3000"]);
    assert_eq!(configuration.language, Some(Language::Turkish));
    assert_eq!(configuration.connections[0].label, "g");
    assert_eq!(configuration.connections[0].auth, Auth::Proxy);
    assert_eq!(
        configuration.connections[0].scopes.as_deref(),
        Some(&[ScopeEntry::project("retail"), ScopeEntry::project("My Project")][..])
    );
}

#[test]
fn each_kind_has_its_dialect_its_scopes_and_its_own_settings() {
    let one = |settings: &str| {
        let connection = format!(r#"{{"id":"m","baseUrl":"/api",{settings}}}"#);
        Configuration::parse(&with(&connection, "")).map(|all| all.connections[0].clone())
    };
    let dialect = |settings: &str| one(settings).unwrap().dialect;
    assert_eq!(dialect(r#""kind":"thousandeyes""#), Dialect::ThousandEyesV7);
    assert_eq!(dialect(r#""kind":"thousandeyes","version":"v6""#), Dialect::ThousandEyesV6);
    let group = one(r#""kind":"thousandeyes","accountGroup":"75""#).unwrap();
    assert_eq!(group.scopes, Some(vec![ScopeEntry::account_group("75")]));
    let cloud = one(r#""kind":"zstack","operator":" ops@example.com ""#).unwrap();
    assert_eq!(cloud.scopes, Some(vec![ScopeEntry::system()]));
    assert_eq!((cloud.dialect, cloud.operator.as_deref()), (Dialect::ZStack, Some("ops@example.com")));
    for (settings, message) in [
        (r#""kind":"zstack","projects":["a"]"#, "connections[0].projects is not a known setting"),
        (r#""kind":"apinizer","version":"v7""#, "connections[0].version is not a known setting"),
        (r#""kind":"apinizer","operator":"me""#, "connections[0].operator is not a known setting"),
        (r#""kind":"thousandeyes","version":"7""#, "connections[0].version must be \"v7\" or \"v6\""),
        (
            r#""kind":"thousandeyes","accountGroup":"""#,
            "connections[0].accountGroup must be the id of an account group",
        ),
    ] {
        assert_eq!(one(settings).unwrap_err().to_string(), message);
    }
}

#[test]
fn every_refusal_names_its_place() {
    let change = |from: &str, to: &str| with(&CONNECTION.replace(from, to), "");
    for (text, message) in [
        (String::new(), "not valid JSON: EOF while parsing a value at line 1 column 0"),
        ("[]".to_owned(), "the configuration must be an object"),
        ("{}".to_owned(), "connections is missing"),
        (r#"{"connections":[]}"#.to_owned(), "connections must be a list with at least one connection"),
        (r#"{"connections":[7]}"#.to_owned(), "connections[0] must be an object"),
        (with(CONNECTION, r#","colour":"red""#), "colour is not a known setting"),
        (with(CONNECTION, r#","token":"abc""#), "token looks like a secret; a configuration never holds one"),
        (
            change(r#""id""#, r#""apiToken":"x","id""#),
            "connections[0].apiToken looks like a secret; a configuration never holds one",
        ),
        (change(r#""id""#, r#""url":"x","id""#), "connections[0].url is not a known setting"),
        (change(r#""id":"gateway","#, ""), "connections[0].id is missing"),
        (change("\"gateway\"", "\"Gate Way\""), "connections[0].id must be lower-case letters, digits and dashes"),
        (change("\"gateway\"", "7"), "connections[0].id must be a text"),
        (change(r#""kind":"apinizer","#, ""), "connections[0].kind is missing"),
        (
            change("\"apinizer\"", "\"vault\""),
            "connections[0].kind must be \"apinizer\", \"thousandeyes\" or \"zstack\"",
        ),
        (
            change("https://manager", "http://manager"),
            "connections[0].baseUrl may use http: only for this computer (localhost, 127.0.0.1 or [::1])",
        ),
        (
            change("https://manager.example", "javascript:alert(1)"),
            "connections[0].baseUrl must be an https: address or a path that starts with /",
        ),
        (change("https://", "https://user:pass@"), "connections[0].baseUrl must not contain a user name or password"),
        (change(r#""id""#, r#""projects":[""],"id""#), "connections[0].projects must be a list of names"),
        (change(r#""id""#, r#""auth":"basic","id""#), "connections[0].auth must be \"token\" or \"proxy\""),
        (with(&format!("{CONNECTION},{CONNECTION}"), ""), "connections[1].id is used twice: gateway"),
        (with(CONNECTION, r#","password":{"minLength":7}"#), "password.minLength must be a whole number from 8 to 256"),
        (
            with(CONNECTION, r#","password":{"minLength":"15"}"#),
            "password.minLength must be a whole number from 8 to 256",
        ),
        (
            with(CONNECTION, r#","password":{"classes":["upper","any"]}"#),
            "password.classes must be a list of \"upper\", \"lower\", \"digit\" and \"sign\"",
        ),
        (with(CONNECTION, r#","password":{"max":7}"#), "password.max is not a known setting"),
        (with(CONNECTION, r#","theme":"blue""#), "theme must be \"system\", \"light\" or \"dark\""),
        (with(CONNECTION, r#","language":3"#), "language must be \"en\", \"tr\" or \"zh\""),
        (with(CONNECTION, r#","language":"fr""#), "language must be \"en\", \"tr\" or \"zh\""),
    ] {
        assert_eq!(Configuration::parse(&text).unwrap_err().to_string(), message, "{text}");
    }
}

#[test]
fn a_session_has_bounds_and_cannot_be_without_an_end_s14() {
    let refusal = |session: &str| Configuration::parse(&with(CONNECTION, &format!(r#","session":{session}"#)));
    let idle = "session.idleMinutes must be a whole number from 2 to 60";
    let lifetime = "session.lifetimeHours must be a whole number from 1 to 24";
    for (session, message) in [
        ("false", "session must be an object"),
        (r#"{"idle":7}"#, "session.idle is not a known setting"),
        (r#"{"idleMinutes":1}"#, idle),
        (r#"{"idleMinutes":61}"#, idle),
        (r#"{"idleMinutes":0}"#, idle),
        (r#"{"idleMinutes":2.5}"#, idle),
        (r#"{"idleMinutes":"5"}"#, idle),
        (r#"{"lifetimeHours":0}"#, lifetime),
        (r#"{"lifetimeHours":25}"#, lifetime),
        (r#"{"lifetimeHours":null}"#, lifetime),
    ] {
        assert_eq!(refusal(session).unwrap_err().to_string(), message, "{session}");
    }
    for session in [r#"{"idleMinutes":2,"lifetimeHours":24}"#, r#"{"idleMinutes":60,"lifetimeHours":1}"#] {
        assert!(refusal(session).is_ok(), "{session}");
    }
}

#[test]
fn a_portal_is_an_exact_origin_and_is_refused_by_its_place_e02() {
    let parse = |portals: &str| Configuration::parse(&with(CONNECTION, &format!(r#","portals":{portals}"#)));
    let list = "portals must be a list of 1 to 16 origins";
    let origin = "must be an exact origin, such as \"https://portal.example\": no path, no capital letter, no default \
                  port, and http: for this computer only";
    let many = |number: usize| format!("[{}]", vec![r#""https://portal.example""#; number].join(","));
    for (portals, message) in [
        (r#""https://portal.example""#, list.to_owned()),
        ("[]", list.to_owned()),
        ("null", list.to_owned()),
        (&many(17), list.to_owned()),
        ("[7]", format!("portals[0] {origin}")),
        (r#"["*"]"#, format!("portals[0] {origin}")),
        (r#"["null"]"#, format!("portals[0] {origin}")),
        (r#"["https://portal.example","https://portal.example/"]"#, format!("portals[1] {origin}")),
        (r#"["http://portal.example"]"#, format!("portals[0] {origin}")),
    ] {
        assert_eq!(parse(portals).unwrap_err().to_string(), message, "{portals}");
    }
    assert_eq!(parse(&many(16)).unwrap().portals.len(), 16);
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_fail_badly(text in ".*") {
        let _ = Configuration::parse(&text);
    }
}
