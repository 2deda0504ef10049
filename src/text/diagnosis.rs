//! What a connection check found, in words. What is certain is said; the rest is said to be most likely (M6).

use rekey_core::diagnosis::{Cause, Check, Finding, Probe, Report, State};
use rekey_core::http::Fault;

use super::number::number;
use super::{Phrase, catalogue as text, visible};

/// What is checked. `product` is whose API it should be.
pub fn check(check: Check, product: &str) -> Phrase {
    match check {
        Check::Page => text::check_page().into(),
        Check::Network => text::check_network().into(),
        Check::Policy => text::check_policy().into(),
        Check::LocalNetwork => text::check_local_network().into(),
        Check::Reach => text::check_reach().into(),
        Check::Cors => text::check_cors().into(),
        Check::Headers => text::check_headers().into(),
        Check::Api => text::check_api(product),
        Check::Clock => text::check_clock().into(),
        Check::Clipboard => text::check_clipboard().into(),
    }
}

/// The word for how a thing stands.
pub fn check_state(state: &State) -> &'static str {
    match state {
        State::Fine => text::fine(),
        State::Wrong(cause) if cause.is_certain() => text::wrong(),
        State::Wrong(_) => text::likely_wrong(),
        State::Unknown => text::not_known(),
    }
}

/// What is wrong and who can change it, as sentences.
pub fn cause(cause: &Cause, product: &str) -> Vec<Phrase> {
    let title = match cause {
        Cause::Page { title: Some(title), .. } => Some(text::read_page_title(title)),
        _ => None,
    };
    [words(cause, product)].into_iter().chain(title).collect()
}

fn words(cause: &Cause, product: &str) -> Phrase {
    match cause {
        Cause::InClear { .. } => text::cause_in_clear().into(),
        Cause::Offline => text::fault_offline().into(),
        Cause::Policy { origin } => text::fault_policy(origin),
        Cause::Mixed { .. } => text::cause_mixed().into(),
        Cause::LocalNetworkDenied { framed: false } => text::cause_local_denied().into(),
        Cause::LocalNetworkDenied { framed: true } => text::cause_local_framed().into(),
        Cause::LocalNetworkAsked => text::cause_local_asked().into(),
        Cause::Unreachable { origin, .. } => text::cause_unreachable(origin),
        Cause::Silent { origin } => text::cause_silent(origin),
        Cause::Hidden { origin, .. } => text::cause_hidden(origin),
        Cause::Cors { origin, .. } => text::cause_cors(origin),
        Cause::Preflight { origin, .. } => text::cause_preflight(origin),
        Cause::Gateway { status } => text::cause_gateway(&status.to_string()),
        Cause::Redirected { .. } => text::cause_redirected().into(),
        Cause::Page { status, .. } => text::cause_page(&status.to_string()),
        Cause::NotHere { status, .. } => text::cause_not_here(&status.to_string(), product),
        Cause::OtherApi { product: None, .. } => text::cause_other_api(product),
        Cause::OtherApi { product: Some(other), .. } => text::cause_other_product(other, product),
        Cause::Failing { status } => text::cause_failing(&status.to_string()),
        Cause::Retired => text::read_version_gone().into(),
        Cause::Open => text::cause_open().into(),
        Cause::Clock { minutes } => {
            let distance = number(usize::try_from(minutes.unsigned_abs()).unwrap_or(usize::MAX));
            if *minutes > 0 { text::cause_clock_ahead(&distance) } else { text::cause_clock_behind(&distance) }
        }
        Cause::Clipboard => text::cause_clipboard().into(),
    }
}

/// One question and what came of it.
pub struct Exchange {
    /// How it was asked.
    pub asked: &'static str,
    /// What came.
    pub came: Phrase,
}

/// The questions that were asked, in their order.
pub fn exchanges(report: &Report) -> Vec<Exchange> {
    let probes = &report.evidence.probes;
    let came = |probe: &Probe| match probe {
        Ok(answer) => {
            let kind = answer.response.content_type.as_deref().unwrap_or(text::no_type());
            text::came_answer(&answer.response.status.to_string(), kind)
        }
        Err(Fault::Redirected) => text::came_redirect().into(),
        Err(Fault::TimedOut) => text::came_late().into(),
        Err(Fault::Offline | Fault::BlockedByPolicy(_) | Fault::Withdrawn | Fault::Stopped) => text::held_back().into(),
        Err(Fault::Unreachable) => text::came_nothing().into(),
    };
    let opaque = |answers| if answers { text::came_something() } else { text::came_nothing_at_all() };
    let plain = Exchange { asked: text::asked_plainly(), came: came(&probes.plain) };
    let opaque = probes.opaque.map(|it| Exchange { asked: text::asked_opaquely(), came: opaque(it).into() });
    let headers = probes.preflighted.as_ref();
    let headers = headers.map(|probe| Exchange { asked: text::asked_with_headers(), came: came(probe) });
    [Some(plain), opaque, headers].into_iter().flatten().collect()
}

/// A report for whoever can change something, as Markdown: no secret was asked for, so there is none in it (P-03).
pub fn connection_report(report: &Report, address: &str, moment: &str) -> String {
    let product = report.evidence.dialect.product();
    let line = |finding: &Finding| {
        let words = match &finding.state {
            State::Wrong(wrong) => {
                let sentences = cause(wrong, product).iter().map(Phrase::text).collect::<Vec<_>>().join(" ");
                let remedy =
                    wrong.remedy().map(|remedy| ["\n\n  ```\n  ", &remedy.replace('\n', "\n  "), "\n  ```"].concat());
                ["\n  ", &sentences, &remedy.unwrap_or_default()].concat()
            }
            State::Fine | State::Unknown => String::new(),
        };
        ["- ", &check(finding.check, product).text(), ": **", check_state(&finding.state), "**", &words, "\n"].concat()
    };
    let findings: String = report.findings.iter().map(line).collect();
    let asked: String =
        exchanges(report).iter().map(|it| ["- ", it.asked, ": ", &it.came.text(), "\n"].concat()).collect();
    let page = &report.evidence.page.origin;
    [
        "## ",
        text::connection_check(),
        "\n\n",
        product,
        ", ",
        &visible(address),
        ", ",
        moment,
        "\n\n",
        text::this_page(),
        ": ",
        page,
        "\n\n",
        &findings,
        "\n",
        text::what_was_asked(),
        "\n\n",
        &asked,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::{cause, check, check_state};
    use rekey_core::diagnosis::{Cause, Check, State};

    fn causes() -> Vec<Cause> {
        let (origin, base, page) = ("https://manager.example", "https://manager.example/x", "https://page.example");
        let (origin, base, page) = (origin.to_owned(), base.to_owned(), page.to_owned());
        vec![
            Cause::InClear { page: page.clone() },
            Cause::Offline,
            Cause::Policy { origin: origin.clone() },
            Cause::Mixed { base: base.clone() },
            Cause::LocalNetworkDenied { framed: false },
            Cause::LocalNetworkDenied { framed: true },
            Cause::LocalNetworkAsked,
            Cause::Unreachable { origin: origin.clone(), base: base.clone() },
            Cause::Silent { origin: origin.clone() },
            Cause::Hidden { origin: origin.clone(), page: page.clone() },
            Cause::Cors { origin: origin.clone(), page: page.clone() },
            Cause::Preflight { origin, page },
            Cause::Gateway { status: 502 },
            Cause::Redirected { base: base.clone() },
            Cause::Page { status: 200, title: Some("\u{202e}Hotel".to_owned()), base: base.clone() },
            Cause::NotHere { status: 404, base: base.clone() },
            Cause::OtherApi { product: None, base: base.clone() },
            Cause::OtherApi { product: Some("ZStack Cloud"), base },
            Cause::Failing { status: 500 },
            Cause::Retired,
            Cause::Open,
            Cause::Clock { minutes: 60 },
            Cause::Clock { minutes: -60 },
            Cause::Clipboard,
        ]
    }

    fn words(wrong: &Cause) -> String {
        cause(wrong, "Apinizer").iter().map(|sentence| sentence.text() + " ").collect()
    }

    #[test]
    fn every_cause_has_words_of_its_own_n13() {
        let mut all: Vec<_> = causes().iter().map(words).collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn what_is_not_certain_is_never_said_as_if_it_were_m6() {
        for wrong in causes().iter().filter(|wrong| !wrong.is_certain() && **wrong != Cause::Retired) {
            assert!(words(wrong).to_lowercase().contains("most likely"), "{}", words(wrong));
            assert_eq!(check_state(&State::Wrong(wrong.clone())), "Likely problem");
        }
    }

    #[test]
    fn a_cause_beside_an_unknown_outcome_calls_nothing_a_failure_rule_2_3_1() {
        for wrong in &causes() {
            let words = words(wrong).to_lowercase();
            assert!(!["error", "failed", "cancelled"].iter().any(|word| words.contains(word)), "{words}");
            assert!(!words.replace("\\u{202e}", "").contains(['{', '}']), "a place is left: {words}");
        }
    }

    #[test]
    fn a_title_from_outside_is_shown_with_its_hidden_characters_h03() {
        let page = causes().into_iter().find(|wrong| matches!(wrong, Cause::Page { .. })).unwrap();
        assert!(words(&page).contains("“\\u{202e}Hotel”"), "{}", words(&page));
    }

    #[test]
    fn whose_api_it_should_be_is_named() {
        assert_eq!(check(Check::Api, "ZStack Cloud").text(), "The API of ZStack Cloud answers");
    }
}
