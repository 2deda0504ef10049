use proptest::prelude::*;

use super::{
    Entrance, Event, Focus, HostSignIn, Member, Operation, Reason, Situation, Vacancy, Written, may_take_focus, page,
};
use crate::configuration::Configuration;
use crate::credential::Scope;
use crate::http::Fault;
use crate::outcome::{Deployment, Doubt, Environment, EnvironmentState, NotSent, Outcome};
use crate::page::{Page, Place};

const CONFIGURATION: &str = r#"{"connections":[
    {"id":"gateway","kind":"apinizer","baseUrl":"/g"},
    {"id":"cloud","kind":"zstack","baseUrl":"/c"}
]}"#;

fn retail() -> Place {
    Place { connection: "gateway".to_owned(), scope: Scope::Project("retail".to_owned()) }
}

fn written() -> Written {
    Written { operation: Operation::Secret, place: retail(), id: "api-user".to_owned() }
}

/// A detail as a host sees it.
fn shown(event: &Event) -> String {
    let members = |detail: &[(&str, Member)]| {
        let member = |(name, value): &(&str, Member)| match value {
            Member::List(rows) => format!("{name}={}", rows.len()),
            Member::Text(text) => format!("{name}={text}"),
            Member::Flag(flag) => format!("{name}={flag}"),
            Member::Nothing => format!("{name}=null"),
        };
        detail.iter().map(member).collect::<Vec<_>>().join(" ")
    };
    format!("{}: {}", event.name, members(&event.detail))
}

#[test]
fn a_host_names_a_page_with_or_without_the_beginning_of_an_address() {
    let configuration = Configuration::parse(CONFIGURATION).unwrap();
    let change = Page::Secret(retail(), "api-user".to_owned());
    for beginning in ["", "/", "#/"] {
        let address = format!("{beginning}gateway/projects/retail/credentials/api-user/password");
        assert_eq!(page(&configuration, &address), Some(change.clone()), "{address}");
        assert_eq!(page(&configuration, beginning), Some(Page::Connections), "{beginning}");
    }
    assert_eq!(page(&configuration, &change.path()), Some(change));
}

#[test]
fn what_the_console_has_no_page_for_is_no_page() {
    let configuration = Configuration::parse(CONFIGURATION).unwrap();
    for address in [
        "elsewhere",
        "gateway/projects",
        "gateway/account-groups/75",
        "gateway/credentials/x/edit",
        "cloud/projects/retail",
        "//gateway",
        "##/gateway",
        "https://gateway.example/",
        "javascript:alert(1)",
    ] {
        assert_eq!(page(&configuration, address), None, "{address}");
    }
    let confined = configuration.confined("cloud").unwrap();
    assert_eq!(page(&confined, "gateway"), None);
    assert!(page(&confined, "cloud/credentials/x/password").is_some());
}

#[test]
fn a_host_is_told_where_one_is_in_words_it_can_say_back() {
    let event = Event::navigate(&Page::Credentials(retail()));
    assert_eq!(shown(&event), "rekey-navigate: page=gateway/projects/retail connection=gateway");
    assert_eq!(shown(&Event::navigate(&Page::Connections)), "rekey-navigate: page= connection=null");
    assert_eq!(shown(&Event::ready("1.2.3")), "rekey-ready: version=1.2.3");
    assert_eq!(shown(&Event::dirty(true)), "rekey-dirty: dirty=true");
}

#[test]
fn an_outcome_is_told_by_its_code_with_what_each_environment_did() {
    let row = |name: &str, state| Environment { name: name.to_owned(), state, messages: vec!["said".to_owned()] };
    let environments = vec![row("test", EnvironmentState::Deployed), row("production", EnvironmentState::Failed)];
    let deployment = Deployment { environments, message: Some("said".to_owned()), success: Some(false) };
    let event = Event::outcome(&written(), &Outcome::SavedNotDeployed(deployment));
    let about = "connection=gateway scope=retail credential=api-user";
    assert_eq!(
        shown(&event),
        format!("rekey-outcome: operation=password outcome=saved-not-deployed {about} environments=2")
    );
    let Some((_, Member::List(rows))) = event.detail.last() else { panic!("no environments") };
    let text = |text: &str| Member::Text(text.to_owned());
    assert_eq!(rows[1], [("name", text("production")), ("state", text("failed"))]);

    let place = Place { connection: "cloud".to_owned(), scope: Scope::System };
    let edit = Written { operation: Operation::Edit, place, id: "c-1".to_owned() };
    let event = Event::outcome(&edit, &Outcome::NotSent(NotSent::Fault(Fault::Offline)));
    assert_eq!(
        shown(&event),
        "rekey-outcome: operation=edit outcome=not-sent connection=cloud scope=null credential=c-1"
    );
}

#[test]
fn a_write_that_is_interrupted_is_unknown_once_it_was_sent_e06() {
    for (was_sent, code) in [(true, "outcome=unknown"), (false, "outcome=not-sent")] {
        assert!(shown(&Event::interrupted(&written(), was_sent)).contains(code));
    }
    let unknown = Outcome::Unknown(Doubt::Fault(Fault::TimedOut));
    assert_eq!(Event::interrupted(&written(), true), Event::outcome(&written(), &unknown));
}

#[test]
fn the_focus_is_never_taken_from_the_page_around_e06() {
    for (focus, was_inside, may) in [
        (Focus::Inside, true, true),
        (Focus::Nowhere, true, true),
        (Focus::Nowhere, false, false),
        (Focus::Outside, true, false),
        (Focus::Outside, false, false),
    ] {
        assert_eq!(may_take_focus(focus, was_inside), may, "{focus:?} {was_inside}");
    }
}

/// Nobody is signed in, and no session was ended yet.
fn vacant(vacancy: Vacancy, session: Option<u32>) -> Situation {
    Situation { vacancy, session, ends: 0 }
}

const UNTOUCHED: Situation = Situation { vacancy: Vacancy::Untouched, session: None, ends: 0 };

#[test]
fn a_host_is_asked_when_a_token_is_needed_and_waited_for() {
    let mut sign_in = HostSignIn::new();
    assert_eq!(sign_in.entrance(UNTOUCHED), Entrance::Ask(Reason::Needed));
    let question = sign_in.ask(Reason::Needed, UNTOUCHED);
    assert_eq!(sign_in.entrance(UNTOUCHED), Entrance::Wait);
    sign_in.give(question, 1, UNTOUCHED);
    assert_eq!(sign_in.gave(1), Some(Reason::Needed));
    assert_eq!(sign_in.gave(2), None);
}

#[test]
fn a_refused_token_is_replaced_once_and_again_after_one_that_was_accepted() {
    let mut sign_in = HostSignIn::new();
    let refused = |session| vacant(Vacancy::Refused, Some(session));
    let question = sign_in.ask(Reason::Needed, UNTOUCHED);
    sign_in.give(question, 1, UNTOUCHED);
    assert_eq!(sign_in.entrance(refused(1)), Entrance::Ask(Reason::Refused));
    let question = sign_in.ask(Reason::Refused, refused(1));
    sign_in.give(question, 2, refused(1));
    assert_eq!(sign_in.entrance(refused(2)), Entrance::Form(None));
    sign_in.accept(1);
    assert_eq!(sign_in.entrance(refused(2)), Entrance::Form(None));
    sign_in.accept(2);
    assert_eq!(sign_in.entrance(refused(2)), Entrance::Ask(Reason::Refused));
}

#[test]
fn after_a_sign_in_by_hand_a_refusal_asks_the_host_again() {
    let mut sign_in = HostSignIn::new();
    let refused = |session| vacant(Vacancy::Refused, Some(session));
    let question = sign_in.ask(Reason::Refused, refused(0));
    sign_in.give(question, 1, refused(0));
    assert_eq!(sign_in.entrance(refused(2)), Entrance::Ask(Reason::Refused));
    let question = sign_in.ask(Reason::Refused, refused(2));
    sign_in.fail(question, refused(2));
    assert_eq!(sign_in.entrance(refused(2)), Entrance::Form(Some(Reason::Refused)));
    assert_eq!(sign_in.entrance(refused(3)), Entrance::Ask(Reason::Refused));
}

#[test]
fn nobody_is_asked_while_somebody_is_signed_in() {
    let filled = |session| vacant(Vacancy::Filled, Some(session));
    let mut sign_in = HostSignIn::new();
    assert_eq!(sign_in.entrance(filled(1)), Entrance::Wait);
    let question = sign_in.ask(Reason::Needed, UNTOUCHED);
    sign_in.give(question, 2, UNTOUCHED);
    assert_eq!(sign_in.entrance(filled(2)), Entrance::Wait);
    let question = sign_in.ask(Reason::Refused, vacant(Vacancy::Refused, Some(2)));
    sign_in.fail(question, vacant(Vacancy::Refused, Some(2)));
    assert_eq!(sign_in.entrance(filled(3)), Entrance::Wait);
}

#[test]
fn an_answer_that_is_late_or_withdrawn_is_none() {
    let mut sign_in = HostSignIn::new();
    let late = sign_in.ask(Reason::Needed, UNTOUCHED);
    sign_in.fail(late, UNTOUCHED);
    assert!(!sign_in.awaits(late, UNTOUCHED));
    sign_in.give(late, 1, UNTOUCHED);
    assert_eq!(sign_in.entrance(UNTOUCHED), Entrance::Form(Some(Reason::Needed)));
    let ended = Situation { vacancy: Vacancy::Ended, session: None, ends: 1 };
    let withdrawn = sign_in.ask(Reason::Needed, UNTOUCHED);
    sign_in.give(withdrawn, 1, ended);
    assert_eq!((sign_in.entrance(ended), sign_in.gave(1)), (Entrance::Offer, None));
    let first = sign_in.ask(Reason::Needed, ended);
    let second = sign_in.ask(Reason::Needed, ended);
    assert_eq!((sign_in.awaits(first, ended), sign_in.awaits(second, ended)), (false, true));
    assert_eq!(sign_in.entrance(ended), Entrance::Wait);
}

/// What happens to the sign-in of one connection, in any order.
#[derive(Debug, Clone, Copy)]
enum Happening {
    Ask(Reason),
    Give,
    Fail,
    Accept,
    End,
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = prop_oneof![
        Just(Happening::Ask(Reason::Needed)),
        Just(Happening::Ask(Reason::Refused)),
        Just(Happening::Give),
        Just(Happening::Fail),
        Just(Happening::Accept),
        Just(Happening::End),
    ];
    proptest::collection::vec(one, 0..20)
}

proptest! {
    #[test]
    fn nobody_is_signed_in_by_itself_after_an_end_and_nobody_is_asked_for_ever(happenings in happenings()) {
        let (mut sign_in, mut question, mut session, mut ends) = (HostSignIn::new(), 0, 0, 0);
        for happening in happenings {
            let now = Situation { vacancy: Vacancy::Ended, session: Some(session), ends };
            match happening {
                Happening::Ask(reason) => question = sign_in.ask(reason, now),
                Happening::Give => {
                    session += u32::from(sign_in.awaits(question, now));
                    sign_in.give(question, session, now);
                }
                Happening::Fail => sign_in.fail(question, now),
                Happening::Accept => sign_in.accept(session),
                Happening::End => {
                    ends += 1;
                    let after = Situation { ends, ..now };
                    prop_assert!(!sign_in.awaits(question, after));
                    prop_assert_eq!(sign_in.entrance(after), Entrance::Offer);
                }
            }
            let now = Situation { vacancy: Vacancy::Ended, session: Some(session), ends };
            prop_assert!(matches!(sign_in.entrance(now), Entrance::Offer | Entrance::Wait));
        }
        // A host that gives tokens which are never accepted is asked twice at most.
        let mut asked = 0;
        ends += 1;
        while let Entrance::Ask(reason) =
            sign_in.entrance(Situation { vacancy: Vacancy::Refused, session: Some(session), ends })
        {
            let now = Situation { vacancy: Vacancy::Refused, session: Some(session), ends };
            let question = sign_in.ask(reason, now);
            session += 1;
            sign_in.give(question, session, now);
            asked += 1;
            prop_assert!(asked <= 2);
        }
    }
}
