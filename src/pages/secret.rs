//! Changing the secret of one credential, and nothing else.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::Connection;
use rekey_core::consequence;
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::outcome::{Conflict, Outcome};
use rekey_core::preview::{Preview, Wish};

use crate::components::changes::Changes;
use crate::components::conflict::ConflictTable;
use crate::components::countdown::Countdown;
use crate::components::disguise::DisguiseLine;
use crate::components::frame::Heading;
use crate::components::link::PageLink;
use crate::components::operator::{Operator, OperatorField};
use crate::components::problem::{ErrorSummary, Issues};
use crate::components::request::{self, RequestFold};
use crate::components::result::{Actions, ResultRegion};
use crate::components::secret_field::{SecretField, SecretInput, ShownOnce, ShownOncePanel};
use crate::components::send_button::SendButton;
use crate::components::sign_in_again::SignInAgain;
use crate::components::target::Target;
use crate::components::write_form::{Act, WriteForm};
use crate::console::Console;
use crate::leaving::{Kept, Loss};
use crate::page::{Page, Place};
use crate::pages::loaded::Loaded;
use crate::secret_check::SecretCheck;
use crate::submission::Submission;
use crate::text::{self, Subject};
use crate::view::{View, view, when};

/// The page.
#[component]
pub fn SecretPage(
    /// The connection.
    connection: Connection,
    /// Where the credential is.
    place: Place,
    /// Its id.
    id: String,
) -> View {
    let (whose, at) = (connection.clone(), place.clone());
    let form = move |credential| {
        view! { <SecretForm connection=whose.clone() place=at.clone() credential/> }
    };
    view! { <Loaded connection place id heading form/> }
}

fn heading(name: &str, connection: &Connection) -> text::Phrase {
    text::change_noun_of(text::noun(connection.dialect.capabilities().secret_noun), name)
}

/// What the parts of the page share; a handle that copies.
#[derive(Clone, Copy)]
struct Changing {
    console: Console,
    connection: StoredValue<Connection>,
    place: StoredValue<Place>,
    base: StoredValue<Credential>,
    secret: SecretInput,
    check: SecretCheck,
    operator: Operator,
    issues: Issues,
    submission: Submission,
    /// Whether the comparing read was started.
    prepared: StoredValue<bool>,
}

impl Changing {
    fn new(connection: Connection, place: Place, credential: Credential) -> Self {
        let (console, secret) = (Console::here(), SecretInput::new());
        Self {
            console,
            secret,
            check: SecretCheck::new(console, secret, &connection, &credential, &place),
            operator: Operator::new(console, &connection),
            issues: Issues::new(connection.dialect),
            submission: Submission::new(place.clone()),
            connection: StoredValue::new(connection),
            place: StoredValue::new(place),
            base: StoredValue::new(credential),
            prepared: StoredValue::new(false),
        }
    }

    /// Checks the secret, and sends it if nothing is wrong.
    fn send(self) {
        let (connection, base) = (self.connection.get_value(), self.base.get_value());
        if self.submission.is_busy() || !self.console.sessions.is_signed_in(&connection.id) {
            return;
        }
        spawn_local(async move {
            let mut found = self.check.issues().await;
            found.extend(self.operator.issue());
            // The form may be gone, or another press may have been quicker.
            if self.submission.is_busy() {
                return;
            }
            let ready = found.is_empty();
            self.issues.show(found);
            if ready {
                self.secret.sent();
                let change = Change::secret(self.secret.read(), self.operator.read());
                self.submission.start(self.console, base, change).await;
            }
        });
    }

    /// The comparing read starts with the first change of the secret, so that the write need not wait for it
    /// (design.md 3). Once is enough: a long list is not read again with every key.
    fn prepare(self) {
        let (place, id) = (self.place.get_value(), self.base.with_value(|base| base.id.clone()));
        let first = self.prepared.try_update_value(|prepared| !std::mem::replace(prepared, true));
        if first == Some(true) && self.console.records.fresh(&place, &id).is_none() {
            self.console.records.prepare(self.console, &place, &id);
        }
        spawn_local(crate::common::load(self.console));
    }

    /// The request as it would be sent now, and again when that changes.
    fn preview(self) -> Option<Preview> {
        let wish = Wish { edit: None, entry: request::entry(self.secret), operator: self.operator.follow() };
        let (connection, place) = (self.connection.get_value(), self.place.get_value());
        self.base.with_value(|base| request::preview(self.console, &connection, &place, base, wish))
    }

    fn back(self) -> Page {
        self.place.with_value(Place::credentials)
    }
}

/// The form, its result, and what will happen.
#[component]
fn SecretForm(connection: Connection, place: Place, credential: Credential) -> View {
    let capabilities = connection.dialect.capabilities();
    let noun = text::noun(capabilities.secret_noun);
    let name = credential.name.clone();
    let heading = text::change_noun_of(noun, &name);
    let multiline = capabilities.secret_has_lines && credential.is_likely_multiline();
    let changing = Changing::new(connection.clone(), place.clone(), credential);
    let Changing { secret, check, operator, issues, submission, .. } = changing;
    if multiline {
        secret.set_lines(true);
    }
    let shown_once = ShownOnce::new();
    Effect::new(move |_| {
        if let Some(outcome) = submission.outcome() {
            shown_once.settled(secret, &outcome);
        }
    });
    let (reached, whose) = (Console::place_name(&connection), name.clone());
    let subject = Callback::new(move |()| Subject {
        name: whose.clone(),
        capabilities,
        secret_only: true,
        place: reached.clone(),
    });
    let act = Act { label: heading.clone(), busy: text::changing(noun) };
    let help = text::secret_help(capabilities.secret_noun, changing.console.configuration(|all| all.password));
    let user_name = text::login_name(capabilities.secret_noun, &name);
    let policy = check.policy();
    let on_leave = Callback::new(move |()| spawn_local(check.tell()));
    let kept = Kept::Nothing;
    let loss =
        Callback::new(move |()| (secret.length() > 0).then_some(Loss::Secret { noun: capabilities.secret_noun, kept }));
    let (send, prepare) = (Callback::new(move |()| changing.send()), Callback::new(move |()| changing.prepare()));
    let is_as_sent = Callback::new(move |()| untrack(|| secret.is_as_sent()));
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let effects = Signal::stored(consequence::of_secret_change());
    let preview = Memo::new(move |_| changing.preview());
    view! {
        <div class="page-head"><Heading words=heading/><DisguiseLine name/></div>
        <div class="split">
            <div class="stack">
                <SignInAgain connection=connection.clone()/>
                <ResultRegion submission subject actions=actions(changing, noun) is_as_sent/>
                <ShownOncePanel shown_once noun/>
                <WriteForm submission connection=connection.clone() act back=changing.back() loss on_submit=send>
                    <div class="part">
                        <ErrorSummary issues/>
                        <SecretField secret noun help user_name policy may_have_lines=capabilities.secret_has_lines issues
                            on_change=prepare on_leave/>
                        <OperatorField operator issues/>
                    </div>
                </WriteForm>
            </div>
            <aside class="side">
                <section aria-labelledby="effects" hidden=finished>
                    <h2 id="effects">{text::what_will_happen()}</h2>
                    <Changes effects noun=capabilities.secret_noun/>
                </section>
                <Target connection place/>
                <div hidden=finished><RequestFold preview noun=capabilities.secret_noun/></div>
            </aside>
        </div>
    }
}

/// What can be done about an outcome here.
fn actions(changing: Changing, noun: &'static str) -> Actions {
    let again = move || {
        let label = text::send_again(noun).text();
        let send = Callback::new(move |()| changing.send());
        view! { <SendButton label on_press=send/> }
    };
    Actions::new(move |outcome| match outcome {
        Outcome::Conflict(Conflict::Changed { theirs }) => {
            let fields = changing.connection.with_value(|connection| connection.dialect.capabilities().fields);
            let record = (*theirs).clone();
            let table = view! { <ConflictTable base=changing.base.get_value() theirs=record fields/> };
            // What was seen is what the next comparing read is held against.
            let go_on = Callback::new(move |()| {
                changing.base.set_value((*theirs).clone());
                changing.send();
            });
            let label = text::change_anyway(noun).text();
            (Some(table), Some(view! { <SendButton label on_press=go_on/> }))
        }
        Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted) => {
            (None, Some(view! { <PageLink to=changing.back() class="button">{text::back_to_credentials()}</PageLink> }))
        }
        Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Unknown(_) => {
            (None, Some(when(move || changing.secret.is_as_sent(), again)))
        }
        Outcome::Rejected(problem) if problem.is_rate_limit() => {
            let capabilities = changing.connection.with_value(|connection| connection.dialect.capabilities());
            let seconds = capabilities.wait_after(&problem);
            (None, Some(view! { <Countdown seconds then=Callback::new(move |()| again())/> }))
        }
        Outcome::NotSent(_) | Outcome::Rejected(_) => (None, None),
    })
}
