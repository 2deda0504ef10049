//! Changing the secret of one credential, and nothing else.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::SecretNoun;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::outcome::{Conflict, Outcome};

use crate::components::changes::Changes;
use crate::components::conflict::ConflictTable;
use crate::components::frame::{Crumbs, Heading};
use crate::components::link::PageLink;
use crate::components::problem::{ErrorSummary, Issues};
use crate::components::progress::Progress;
use crate::components::result::{Actions, ResultRegion};
use crate::components::secret_field::{SecretField, SecretInput};
use crate::components::sign_in_again::SignInAgain;
use crate::components::target::Target;
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
    let heading = text::change_noun_of(&noun, &id);
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

/// The form, its result, and what will happen.
#[component]
fn SecretForm(connection: Connection, place: Place, credential: Credential) -> View {
    let console = Console::here();
    let capabilities = connection.dialect.capabilities();
    let noun = text::noun(capabilities.secret_noun);
    let name = credential.name.clone();
    let act = text::change_noun_of(&noun, &name);
    let submission = Submission::new(place.clone());
    let issues = Issues::new(connection.dialect);
    let secret = SecretInput::new();
    let base = StoredValue::new(credential);
    let target = StoredValue::new((connection.clone(), place.clone()));
    let send = Callback::new(move |()| {
        let (connection, place) = target.get_value();
        if submission.is_busy() || !console.sessions.is_signed_in(&connection.id) {
            return;
        }
        let base = base.get_value();
        spawn_local(async move {
            let found = secret_check::issues(console, secret, &connection, &base, &place).await;
            let ready = found.is_empty();
            issues.show(found);
            if ready && !submission.is_busy() {
                secret.sent();
                submission.start(console, base, Change::Secret(secret.read()));
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    // A saved secret has no business in the page any more; anything less certain keeps it (F-03).
    Effect::new(move |_| {
        if matches!(submission.outcome(), Some(Outcome::Saved(_))) {
            secret.wipe();
        }
    });
    let refresh = place.clone();
    let on_change = Callback::new(move |()| {
        if console.records.fresh(&refresh).is_none() {
            console.records.refresh(console, &refresh);
        }
        spawn_local(crate::common::load(console));
    });
    let subject = Subject {
        name: name.clone(),
        noun: capabilities.secret_noun,
        secret_only: true,
        place: Console::place_name(&connection),
    };
    let back = Page::Credentials(place.clone());
    let actions = actions(console, submission, secret, base, capabilities.secret_noun, back.clone(), send);
    let label = act.text();
    let busy_label = text::changing(&noun).text();
    let busy = move || submission.activity().is_some();
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let expired = {
        let id = connection.id.clone();
        move || !console.sessions.is_signed_in(&id)
    };
    let help = text::secret_rules(&console.configuration(|all| all.password.minimum_length).to_string()).text();
    let progress = {
        let (label, deploys) = (connection.label.clone(), capabilities.deploys);
        move || view! { <Progress submission label=label.clone() deploys/> }
    };
    let field_noun = noun.clone();
    view! {
        <div class="page-head"><Heading words=act/></div>
        <div class="split">
            <div class="stack">
                <SignInAgain connection=connection.clone()/>
                <ResultRegion submission subject actions/>
                <form class="panel" class:gone=finished method="post" novalidate on:submit=submit
                    aria-busy=move || busy().then_some("true") inert=expired>
                    <div class="part">
                        <ErrorSummary issues/>
                        <SecretField secret noun=field_noun help user_name=name issues on_change/>
                    </div>
                    <div class="acts">
                        <button class="button primary" type="submit" aria-busy=move || busy().then_some("true")>
                            {move || if busy() { busy_label.clone() } else { label.clone() }}
                        </button>
                        {when(busy, progress)}
                        {when(move || !busy(), move || view! { <PageLink to=back.clone() class="button quiet">{text::cancel()}</PageLink> })}
                    </div>
                </form>
            </div>
            <aside class="side">
                <section aria-labelledby="effects">
                    <h2 id="effects">{text::what_will_happen()}</h2>
                    <Changes effects=Signal::stored(rekey_core::consequence::of_secret_change()) noun=capabilities.secret_noun/>
                </section>
                <Target connection scope=place.scope/>
            </aside>
        </div>
    }
}

/// What can be done about an outcome here.
fn actions(
    console: Console,
    submission: Submission,
    secret: SecretInput,
    base: StoredValue<Credential>,
    noun: SecretNoun,
    back: Page,
    send: Callback<()>,
) -> Actions {
    let noun = text::noun(noun);
    Actions::new(move |outcome| {
        let to_list = view! { <PageLink to=back.clone() class="button">{text::back_to_credentials()}</PageLink> };
        match outcome {
            Outcome::Conflict(Conflict::Changed { theirs }) => {
                let table = view! { <ConflictTable base=base.get_value() theirs=*theirs mine=None fields=console_fields(console, &back)/> };
                let go_on = move |_| submission.overwrite(console);
                let button = view! { <button type="button" class="button primary" on:click=go_on>{text::change_anyway(&noun)}</button> };
                (Some(table), Some(button))
            }
            Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted) => (None, Some(to_list)),
            Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Unknown(_) => {
                let again = text::send_again(&noun).text();
                let button = move || {
                    let again = again.clone();
                    view! { <button type="button" class="button primary" on:click=move |_| send.run(())>{again}</button> }
                };
                (None, Some(when(move || secret.is_as_sent(), button)))
            }
            Outcome::NotSent(_) | Outcome::Rejected(_) => (None, None),
        }
    })
}

fn console_fields(console: Console, page: &Page) -> &'static [rekey_core::capabilities::Field] {
    let connection = page.connection().and_then(|id| console.connection(id));
    connection.map_or(&[], |connection| connection.dialect.capabilities().fields)
}
