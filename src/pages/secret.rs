//! Changing the secret of one credential, and nothing else.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::configuration::Connection;
use rekey_core::consequence;
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::outcome::{Conflict, Outcome};

use crate::components::changes::Changes;
use crate::components::conflict::ConflictTable;
use crate::components::frame::{Crumbs, Heading};
use crate::components::link::PageLink;
use crate::components::problem::{ErrorSummary, Issues};
use crate::components::result::{Actions, ResultRegion};
use crate::components::secret_field::{SecretField, SecretInput};
use crate::components::sign_in_again::SignInAgain;
use crate::components::target::Target;
use crate::components::write_form::{Act, WriteForm};
use crate::console::Console;
use crate::page::{Page, Place};
use crate::pages::loaded::Loaded;
use crate::secret_check;
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
    let noun = text::noun(connection.dialect.capabilities().secret_noun);
    let heading = text::change_noun_of(noun, &id);
    let above = vec![
        (Page::Scopes { connection: connection.id.clone() }, connection.label.clone()),
        (Page::Credentials(place.clone()), text::visible(place.scope.name())),
    ];
    let (at, here) = (place.clone(), id.clone());
    let form = move |credential| {
        view! { <SecretForm connection=connection.clone() place=at.clone() credential/> }
    };
    view! { <Crumbs above here/><Loaded place id heading form/> }
}

/// What the parts of the page share; a handle that copies.
#[derive(Clone, Copy)]
struct Changing {
    console: Console,
    connection: StoredValue<Connection>,
    place: StoredValue<Place>,
    base: StoredValue<Credential>,
    secret: SecretInput,
    issues: Issues,
    submission: Submission,
    /// Whether the comparing read was started.
    prepared: StoredValue<bool>,
}

impl Changing {
    fn new(connection: Connection, place: Place, credential: Credential) -> Self {
        Self {
            console: Console::here(),
            secret: SecretInput::new(),
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
        let (connection, place, base) = (self.connection.get_value(), self.place.get_value(), self.base.get_value());
        if self.submission.is_busy() || !self.console.sessions.is_signed_in(&connection.id) {
            return;
        }
        spawn_local(async move {
            let found = secret_check::issues(self.console, self.secret, &connection, &base, &place).await;
            // The form may be gone, or another press may have been quicker.
            if self.submission.is_busy() {
                return;
            }
            let ready = found.is_empty();
            self.issues.show(found);
            if ready {
                self.secret.sent();
                self.submission.start(self.console, base, Change::Secret(self.secret.read()));
            }
        });
    }

    /// The comparing read starts with the first change of the secret, so that the write need not wait for it
    /// (design.md 3). Once is enough: a long list is not read again with every key.
    fn prepare(self) {
        let place = self.place.get_value();
        let first = self.prepared.try_update_value(|prepared| !std::mem::replace(prepared, true));
        if first == Some(true) && self.console.records.fresh(&place).is_none() {
            self.console.records.refresh(self.console, &place);
        }
        spawn_local(crate::common::load(self.console));
    }

    fn back(self) -> Page {
        Page::Credentials(self.place.get_value())
    }
}

/// The form, its result, and what will happen.
#[component]
fn SecretForm(connection: Connection, place: Place, credential: Credential) -> View {
    let capabilities = connection.dialect.capabilities();
    let noun = text::noun(capabilities.secret_noun);
    let name = credential.name.clone();
    let heading = text::change_noun_of(noun, &name);
    let changing = Changing::new(connection.clone(), place.clone(), credential);
    let Changing { secret, issues, submission, .. } = changing;
    // A saved secret has no business in the page any more; anything less certain keeps it (F-03).
    Effect::new(move |_| {
        if matches!(submission.outcome(), Some(Outcome::Saved(_))) {
            secret.wipe();
        }
    });
    let subject = Subject {
        name: name.clone(),
        noun: capabilities.secret_noun,
        secret_only: true,
        place: Console::place_name(&connection),
    };
    let act = Act { label: heading.text(), busy: text::changing(noun).text() };
    let help =
        text::secret_rules(&changing.console.configuration(|all| all.password.minimum_length).to_string()).text();
    let (send, prepare) = (Callback::new(move |()| changing.send()), Callback::new(move |()| changing.prepare()));
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let effects = Signal::stored(consequence::of_secret_change());
    view! {
        <div class="page-head"><Heading words=heading/></div>
        <div class="split">
            <div class="stack">
                <SignInAgain connection=connection.clone()/>
                <ResultRegion submission subject actions=actions(changing, noun)/>
                <WriteForm submission connection=connection.clone() act back=changing.back() on_submit=send>
                    <div class="part">
                        <ErrorSummary issues/>
                        <SecretField secret noun help user_name=name issues on_change=prepare/>
                    </div>
                </WriteForm>
            </div>
            <aside class="side">
                <section aria-labelledby="effects" hidden=finished>
                    <h2 id="effects">{text::what_will_happen()}</h2>
                    <Changes effects noun=capabilities.secret_noun/>
                </section>
                <Target connection scope=place.scope/>
            </aside>
        </div>
    }
}

/// What can be done about an outcome here.
fn actions(changing: Changing, noun: &'static str) -> Actions {
    Actions::new(move |outcome| match outcome {
        Outcome::Conflict(Conflict::Changed { theirs }) => {
            let fields = changing.connection.with_value(|connection| connection.dialect.capabilities().fields);
            let table = view! { <ConflictTable base=changing.base.get_value() theirs=*theirs mine=None fields/> };
            let go_on = move |_| changing.submission.overwrite(changing.console);
            let words = text::change_anyway(noun).text();
            (Some(table), Some(view! { <button type="button" class="button primary" on:click=go_on>{words}</button> }))
        }
        Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted) => {
            (None, Some(view! { <PageLink to=changing.back() class="button">{text::back_to_credentials()}</PageLink> }))
        }
        Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Unknown(_) => {
            let again = move || {
                let words = text::send_again(noun).text();
                view! { <button type="button" class="button primary" on:click=move |_| changing.send()>{words}</button> }
            };
            (None, Some(when(move || changing.secret.is_as_sent(), again)))
        }
        Outcome::NotSent(_) | Outcome::Rejected(_) => (None, None),
    })
}
