use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Answer, Cause, Check, Evidence, Gravity, Page, Permission, Probe, Probes, Report, State};
use crate::base_url::BaseUrl;
use crate::configuration::Auth;
use crate::dialect::Dialect;
use crate::http::{Fault, Method, Response};

const NOW: i64 = 1_800_000_000_000;

#[allow(clippy::unnecessary_wraps, reason = "what came of a question is what a connection is judged by")]
fn answer(status: u16, content_type: &str, body: &str) -> Probe {
    let content_type = Some(content_type.to_owned());
    let response = Response { status, content_type, retry_after: None, body: Ok(body.as_bytes().to_vec()) };
    Ok(Answer { response, date: None })
}

fn json_answer(status: u16, body: &Value) -> Probe {
    answer(status, "application/json", &body.to_string())
}

/// What Apinizer says to who has not signed in.
fn refusal() -> Probe {
    json_answer(401, &json!({"error": "unauthorized_client", "error_description": "Invalid token"}))
}

fn at(base: &str, plain: Probe) -> Evidence {
    Evidence {
        dialect: Dialect::Apinizer,
        base: BaseUrl::parse(base).unwrap(),
        auth: Auth::Token,
        page: Page { origin: "https://page.example".to_owned(), framed: false, isolated: false },
        online: true,
        local_network: Permission::NotKnown,
        clipboard: Permission::Granted,
        probes: Probes { plain, opaque: None, preflighted: None },
        now: NOW,
    }
}

fn abroad(plain: Probe) -> Evidence {
    at("https://manager.example", plain)
}

fn with(mut evidence: Evidence, change: impl FnOnce(&mut Evidence)) -> Report {
    change(&mut evidence);
    Report::of(evidence)
}

/// Set-ups that do not work, each with the word that its remedy or its cause must have.
fn broken() -> Vec<(&'static str, Report)> {
    let page = |title| answer(200, "text/html", &format!("<title>{title}</title>"));
    let date = |difference| {
        let mut answer = refusal();
        if let Ok(answer) = &mut answer {
            answer.date = Some(NOW - difference);
        }
        answer
    };
    let closed = || abroad(Err(Fault::Unreachable));
    vec![
        ("offline", with(abroad(Err(Fault::Offline)), |e| e.online = false)),
        ("policy", Report::of(abroad(Err(Fault::BlockedByPolicy("https://manager.example".to_owned()))))),
        ("closed", with(closed(), |e| e.probes.opaque = Some(false))),
        ("closed, own origin", Report::of(at("/api", Err(Fault::Unreachable)))),
        ("cors", with(closed(), |e| e.probes.opaque = Some(true))),
        ("isolated", with(closed(), |e| e.page.isolated = true)),
        ("preflight", with(abroad(refusal()), |e| e.probes.preflighted = Some(Err(Fault::Unreachable)))),
        ("denied", { with(closed(), |e| (e.probes.opaque, e.local_network) = (Some(false), Permission::Denied)) }),
        ("denied in a frame", {
            with(closed(), |e| {
                (e.probes.opaque, e.local_network, e.page.framed) = (Some(false), Permission::Denied, true);
            })
        }),
        ("to be asked", {
            with(at("https://10.0.0.7", Err(Fault::Unreachable)), |e| {
                (e.probes.opaque, e.local_network) = (Some(false), Permission::Prompt);
            })
        }),
        ("mixed", { with(at("http://localhost:8080", Err(Fault::Unreachable)), |e| e.probes.opaque = Some(false)) }),
        ("silent", Report::of(abroad(Err(Fault::TimedOut)))),
        ("redirect", Report::of(abroad(Err(Fault::Redirected)))),
        ("gateway", Report::of(abroad(answer(502, "text/html", "")))),
        ("page", Report::of(abroad(page("Hotel Wi-Fi")))),
        ("not here", Report::of(abroad(answer(404, "text/html", "")))),
        ("another", Report::of(abroad(json_answer(401, &json!({"error": {"code": "Unauthenticated"}}))))),
        ("failing", Report::of(abroad(json_answer(500, &json!({}))))),
        ("retired", {
            with(abroad(json_answer(404, &json!({"errorMessage": "gone"}))), |e| e.dialect = Dialect::ThousandEyesV6)
        }),
        ("open", Report::of(abroad(json_answer(200, &json!({"success": true, "resultList": []}))))),
        ("clock ahead", Report::of(abroad(date(3_600_000)))),
        ("clock behind", Report::of(abroad(date(-3_600_000)))),
        ("in clear", with(abroad(refusal()), |e| e.page.origin = "http://page.example".to_owned())),
        ("clipboard", with(abroad(refusal()), |e| (e.page.framed, e.clipboard) = (true, Permission::Denied))),
    ]
}

#[test]
fn every_broken_set_up_has_one_cause_of_its_own_n13() {
    let found: Vec<_> = broken().into_iter().map(|(name, report)| (name, report.causes().cloned().collect())).collect();
    for (name, causes) in &found {
        let causes: &Vec<Cause> = causes;
        assert_eq!(causes.len(), 1, "{name}: {causes:?}");
    }
    for (index, (name, causes)) in found.iter().enumerate() {
        let twin = found.iter().skip(index + 1).find(|(_, others)| others == causes);
        assert_eq!(twin.map(|(other, _)| other), None, "{name}");
    }
}

#[test]
fn what_has_to_be_changed_is_named_letter_for_letter_n13() {
    for (name, remedy) in [
        ("policy", Some("connect-src 'self' https://manager.example")),
        ("closed", Some("\"baseUrl\": \"https://manager.example\"")),
        ("cors", Some("Access-Control-Allow-Origin: https://page.example\nVary: Origin")),
        ("denied in a frame", Some("allow=\"local-network; local-network-access; loopback-network\"")),
        ("mixed", Some("\"baseUrl\": \"https://localhost:8080\"")),
        ("page", Some("\"baseUrl\": \"https://manager.example\"")),
        ("retired", Some("\"version\": \"v7\"")),
        ("open", Some("\"auth\": \"proxy\"")),
        ("in clear", Some("https://page.example")),
        ("clipboard", Some("allow=\"clipboard-write\"")),
        ("offline", None),
        ("gateway", None),
    ] {
        let (_, report) = broken().into_iter().find(|(own, _)| *own == name).unwrap();
        assert_eq!(report.causes().next().unwrap().remedy().as_deref(), remedy, "{name}");
    }
    // What a base address has to be, nobody here can know: what it is now is named, and not as what to write.
    for (name, report) in broken() {
        let stands = ["closed", "redirect", "page", "not here", "another"].iter().any(|start| name.starts_with(start));
        assert!(report.causes().all(|cause| cause.names_what_stands() == stands), "{name}");
    }
    let (_, report) = broken().into_iter().find(|(name, _)| *name == "preflight").unwrap();
    let remedy = report.causes().next().unwrap().remedy().unwrap();
    for header in ["Allow-Origin: https://page.example", "Allow-Headers: authorization, content-type", "Allow-Methods"]
    {
        assert!(remedy.contains(header), "{remedy}");
    }
}

#[test]
fn what_the_browser_hides_is_said_to_be_likely_and_no_more_m6() {
    let hidden = ["closed", "cors", "preflight", "isolated", "denied", "to be asked", "mixed", "another", "open"];
    for (name, report) in broken() {
        let certain = report.causes().all(Cause::is_certain);
        let likely = hidden.iter().any(|start| name.starts_with(start)) || name == "retired";
        assert_eq!(certain, !likely, "{name}");
    }
}

#[test]
fn only_what_keeps_requests_from_working_is_an_obstacle() {
    let harmless = ["open", "clock ahead", "clock behind", "in clear", "clipboard"];
    for (name, report) in broken() {
        assert_eq!(report.obstacle().is_none(), harmless.contains(&name), "{name}");
    }
}

#[test]
fn a_page_that_may_not_ask_without_cors_is_told_no_false_cause_m6c() {
    let isolated = with(abroad(Err(Fault::Unreachable)), |e| e.page.isolated = true);
    assert!(matches!(isolated.obstacle(), Some(Cause::Hidden { .. })));
    let states: Vec<_> = isolated.findings.iter().filter(|finding| finding.state == State::Unknown).collect();
    assert!(states.iter().any(|finding| finding.check == Check::Cors), "{states:?}");
}

#[test]
fn a_healthy_set_up_has_nothing_against_it() {
    let own = |dialect: Dialect| match dialect {
        Dialect::Apinizer => vec![
            json!({"error": "unauthorized_client", "error_description": "Invalid token"}),
            json!({"status": "FAILURE", "resultMessage": "Token is not valid!"}),
        ],
        Dialect::ThousandEyesV6 => vec![json!({"errorMessage": "401 Unauthorized\nInvalid credentials"})],
        Dialect::ThousandEyesV7 => vec![json!({"error": "invalid_token", "error_description": "Invalid access token"})],
        Dialect::ZStack => vec![
            json!({"error": {"code": "Unauthenticated", "description": "x", "details": "y"}}),
            json!({"code": 16, "message": "no token", "details": []}),
            json!({"error": "no token"}),
        ],
    };
    for (dialect, body) in
        Dialect::ALL.into_iter().flat_map(|dialect| own(dialect).into_iter().map(move |b| (dialect, b)))
    {
        let report = with(abroad(json_answer(401, &body)), |e| {
            (e.dialect, e.probes.preflighted) = (dialect, Some(json_answer(401, &body)));
        });
        assert_eq!(report.causes().next(), None, "{dialect:?}: {body}");
        let fine = |check| report.findings.iter().any(|f| f.check == check && f.state == State::Fine);
        assert!([Check::Reach, Check::Cors, Check::Headers, Check::Api].into_iter().all(fine), "{dialect:?}");
    }
}

#[test]
fn another_system_is_named_where_only_it_can_have_answered() {
    for (dialect, body, product) in [
        (Dialect::ZStack, json!({"status": "FAILURE", "resultMessage": "Token is not valid!"}), Some("Apinizer")),
        (Dialect::Apinizer, json!({"error": {"code": "Unauthenticated"}}), Some("ZStack Cloud")),
        (Dialect::Apinizer, json!({"errorMessage": "401 Unauthorized"}), Some("ThousandEyes v6")),
        // Two versions have problem documents.
        (Dialect::Apinizer, json!({"title": "Unauthorized", "status": 401}), None),
        (Dialect::ZStack, json!({"hello": "world"}), None),
    ] {
        let report = with(abroad(json_answer(401, &body)), |e| e.dialect = dialect);
        let Some(Cause::OtherApi { product: found, .. }) = report.obstacle() else { panic!("{dialect:?}: {body}") };
        assert_eq!(*found, product, "{dialect:?}: {body}");
    }
}

#[test]
fn a_proxy_that_signs_is_what_the_configuration_says_it_is() {
    let signed = || abroad(json_answer(200, &json!({"success": true, "resultList": []})));
    assert!(matches!(Report::of(signed()).causes().next(), Some(Cause::Open)));
    assert_eq!(with(signed(), |e| e.auth = Auth::Proxy).causes().next(), None);
}

#[test]
fn a_clock_may_be_five_minutes_off_f17() {
    for (difference, told) in [(0, false), (299_999, false), (-300_000, false), (300_001, true), (-300_001, true)] {
        let mut plain = refusal();
        if let Ok(answer) = &mut plain {
            answer.date = Some(NOW - difference);
        }
        assert_eq!(Report::of(abroad(plain)).causes().next().is_some(), told, "{difference}");
    }
}

#[test]
fn an_address_is_local_by_its_name() {
    for (base, local) in [
        ("https://10.1.2.3", true),
        ("https://192.168.0.9:8443", true),
        ("https://172.20.0.1", true),
        ("https://[fd00::1]:8443", true),
        ("https://printer.local", true),
        ("http://localhost:1", true),
        ("https://172.32.0.1", false),
        ("https://manager.example", false),
        ("https://[2001:db8::1]", false),
    ] {
        let report = Report::of(at(base, refusal()));
        assert_eq!(report.findings.iter().any(|finding| finding.check == Check::LocalNetwork), local, "{base}");
    }
}

#[test]
fn a_page_that_is_as_near_needs_no_permission_m12() {
    for (page, base, told) in [
        ("https://page.example", "http://127.0.0.1:8080", true),
        ("http://192.168.0.2", "http://127.0.0.1:8080", true),
        ("http://127.0.0.1:9000", "http://127.0.0.1:8080", false),
        ("http://localhost:9000", "https://10.0.0.7", false),
        ("https://10.0.0.2", "https://10.0.0.7", false),
    ] {
        let report = with(at(base, Err(Fault::Unreachable)), |e| {
            page.clone_into(&mut e.page.origin);
            (e.probes.opaque, e.local_network) = (Some(false), Permission::Denied);
        });
        let denied = report.causes().any(|cause| matches!(cause, Cause::LocalNetworkDenied { .. }));
        assert_eq!(denied, told, "{page}, {base}");
        assert!(report.obstacle().is_some(), "{page}, {base}");
    }
}

#[test]
fn no_question_carries_a_secret_or_changes_anything_n13() {
    for dialect in Dialect::ALL {
        let request = dialect.probe();
        assert_eq!(request.method, Method::Get, "{dialect:?}");
        assert!(request.authorization.is_none() && request.body.is_none(), "{dialect:?}");
    }
}

proptest! {
    #[test]
    fn whatever_answers_leads_to_one_state_for_each_check(
        status in 100_u16..600, kind in "[a-z/+]{0,20}", body in ".{0,60}", seed in 0_usize..4, foreign: bool,
    ) {
        let base = if foreign { "https://manager.example" } else { "/api" };
        let report = with(at(base, answer(status, &kind, &body)), |e| e.dialect = Dialect::ALL[seed]);
        let mut checks: Vec<_> = report.findings.iter().map(|finding| finding.check as usize).collect();
        let all = checks.len();
        checks.dedup();
        prop_assert_eq!(checks.len(), all);
        // What answers is reached, and is never taken for one that does not let the page read it.
        let denies_it = |cause: &Cause| matches!(cause, Cause::Cors { .. } | Cause::Unreachable { .. });
        prop_assert_eq!(report.causes().find(|cause| denies_it(cause)), None);
        let is_harmless = report.causes().all(|cause| cause.gravity() == Gravity::Disturbs);
        prop_assert_eq!(is_harmless, report.obstacle().is_none());
    }
}
