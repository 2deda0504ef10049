//! The edit form, its review and its result.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::{EditSecret, Field};
use rekey_core::configuration::Connection;
use rekey_core::consequence::{self, Consequence};
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::draft::{CredentialDraft, CredentialEdit};
use rekey_core::issue::Issue;
use rekey_core::outcome::{Conflict, Outcome};

use super::fields::DraftFields;
use crate::components::changes::Changes;
use crate::components::conflict::ConflictTable;
use crate::components::frame::Heading;
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::components::problem::{ErrorSummary, Issues};
use crate::components::result::{Actions, ResultRegion};
use crate::components::review::Review;
use crate::components::secret_field::{SecretField, SecretInput};
use crate::components::sign_in_again::SignInAgain;
use crate::components::target::Target;
use crate::components::write_form::{Act, WriteForm};
use crate::console::Console;
use crate::page::{Page, Place};
use crate::submission::Submission;
use crate::text::{self, Subject};
use crate::view::{View, view, when};
use crate::{clock, secret_check};

/// What the parts of the form share; a handle that copies.
#[derive(Clone, Copy)]
struct Editing {
    console: Console,
    connection: StoredValue<Connection>,
    place: StoredValue<Place>,
    base: RwSignal<Credential>,
    fields: DraftFields,
    secret: SecretInput,
    issues: Issues,
    submission: Submission,
    /// The effects under review while the dialog is open.
    review: RwSignal<Option<Vec<Consequence>>>,
}

impl Editing {
    fn new(connection: Connection, place: Place, credential: Credential) -> Self {
        let draft = clock::with_clock(|clock| CredentialDraft::of(&credential, clock));
        Self {
            console: Console::here(),
            fields: DraftFields::new(draft),
            secret: SecretInput::new(),
            issues: Issues::new(connection.dialect),
            submission: Submission::new(place.clone()),
            review: RwSignal::new(None),
            base: RwSignal::new(credential),
            connection: StoredValue::new(connection),
            place: StoredValue::new(place),
        }
    }

    fn back(self) -> Page {
        Page::Credentials(self.place.get_value())
    }

    fn effects(self) -> Vec<Consequence> {
        let draft = self.fields.draft();
        let secret_given = self.secret.length() > 0;
        let capabilities = self.connection.with_value(|connection| connection.dialect.capabilities());
        self.base.with(|base| {
            let expiry = clock::with_clock(|clock| draft.parse_expiry(base, clock).ok());
            consequence::consequences(base, &draft, expiry.as_ref(), capabilities, secret_given)
        })
    }

    /// The checked edit, or everything that is wrong with the form.
    async fn check(self) -> Result<CredentialEdit, Vec<Issue>> {
        let (connection, place) = (self.connection.get_value(), self.place.get_value());
        let (draft, base) = (untrack(|| self.fields.draft()), self.base.get_untracked());
        let capabilities = connection.dialect.capabilities();
        let secret_issues = secret_check::issues(self.console, self.secret, &connection, &base, &place).await;
        let parsed = clock::with_clock(|clock| draft.parse(&base, capabilities, clock, Some(self.secret.read())));
        match parsed {
            Ok(edit) if secret_issues.is_empty() => Ok(edit),
            Ok(_) => Err(secret_issues),
            Err(issues) => Err(issues.into_iter().chain(secret_issues).collect()),
        }
    }

    /// Checks the form, and opens the review if nothing is wrong. The comparing read starts meanwhile.
    fn ask(self) {
        if self.submission.is_busy() {
            return;
        }
        spawn_local(async move {
            let found = self.check().await.err().unwrap_or_default();
            if self.submission.is_busy() {
                return;
            }
            let ready = found.is_empty();
            self.issues.show(found);
            if ready {
                self.console.records.refresh(self.console, &self.place.get_value());
                self.review.set(Some(untrack(|| self.effects())));
            }
        });
    }

    /// Sends what was reviewed.
    fn save(self) {
        if self.submission.is_busy() {
            return;
        }
        spawn_local(async move {
            match self.check().await {
                _ if self.submission.is_busy() => {}
                Err(issues) => self.issues.show(issues),
                Ok(edit) => {
                    self.secret.sent();
                    self.submission.start(self.console, self.base.get_untracked(), Change::Details(edit));
                }
            }
        });
    }

    /// Takes the newer record as the base and keeps the edits on top of it (F-08).
    fn take_theirs(self, theirs: &Credential) {
        let draft = untrack(|| self.fields.draft());
        let rebased = clock::with_clock(|clock| draft.rebased(&self.base.get_untracked(), theirs, clock));
        self.base.set(theirs.clone());
        self.fields.set(rebased);
        self.submission.dismiss();
    }

    fn follow_the_record(self) {
        let id = self.base.with_untracked(|base| base.id.clone());
        let listing = self.console.records.listing(&self.place.get_value());
        if let Some(record) = listing.with_untracked(|listing| listing.find(&id)) {
            self.base.set(record);
        }
    }

    /// The record as the form would save it, for the table of a conflict.
    fn mine(self) -> Credential {
        let draft = untrack(|| self.fields.draft());
        Credential {
            full_name: draft.full_name,
            email: draft.email,
            description: draft.description,
            roles: draft.roles,
            addresses: draft.addresses,
            enabled: draft.enabled,
            ..self.base.get_untracked()
        }
    }
}

/// The form.
#[component]
pub(super) fn EditForm(connection: Connection, place: Place, credential: Credential) -> View {
    let capabilities = connection.dialect.capabilities();
    let name = credential.name.clone();
    let editing = Editing::new(connection.clone(), place.clone(), credential);
    let submission = editing.submission;
    Effect::new(move |_| {
        if matches!(submission.outcome(), Some(Outcome::Saved(_))) {
            editing.secret.wipe();
        }
    });
    // What was saved is what the next edit starts from, once it has been read again.
    Effect::new(move |_| {
        if submission.read_back().is_some() {
            editing.follow_the_record();
        }
    });
    let subject = Subject {
        name: name.clone(),
        noun: capabilities.secret_noun,
        secret_only: false,
        place: Console::place_name(&connection),
    };
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let effects = Memo::new(move |_| editing.effects());
    let act = Act { label: text::review_changes().to_owned(), busy: text::saving_changes().to_owned() };
    let ask = Callback::new(move |()| editing.ask());
    view! {
        <div class="page-head"><Heading words=text::edit_what(&name)/></div>
        <div class="split">
            <div class="stack">
                <SignInAgain connection=connection.clone()/>
                <ResultRegion submission subject actions=actions(editing)/>
                <WriteForm submission connection=connection.clone() act back=editing.back() on_submit=ask>
                    <Notices editing/>
                    <Details editing/>
                    <SecretPart editing/>
                </WriteForm>
            </div>
            <aside class="side">
                <section aria-labelledby="effects" hidden=finished>
                    <h2 id="effects">{text::what_will_change()}</h2>
                    <Changes effects noun=capabilities.secret_noun/>
                </section>
                <Target connection scope=place.scope/>
            </aside>
        </div>
        <ReviewPlace editing name/>
    }
}

/// Where the review opens.
#[component]
fn ReviewPlace(editing: Editing, name: String) -> View {
    let close = Callback::new(move |()| editing.review.set(None));
    let save = Callback::new(move |()| editing.save());
    let dialect = editing.connection.with_value(|connection| connection.dialect);
    let noun = dialect.capabilities().secret_noun;
    let review = move |effects| view! { <Review name=name.clone() noun dialect effects on_save=save on_close=close/> };
    let id = editing.connection.with_value(|connection| connection.id.clone());
    // A dialog over the sign-in that was asked for meanwhile would keep one from it (F-09).
    let open = move || editing.review.get().filter(|_| editing.console.sessions.is_signed_in(&id));
    view! { {move || open().map(&review)} }
}

/// What is wrong, and what this API needs with every edit: said before anything is typed (UX-29, Q2).
#[component]
fn Notices(editing: Editing) -> View {
    let required = editing.connection.with_value(|connection| connection.dialect.capabilities().edit_secret)
        == EditSecret::Required;
    let only = Page::Secret(editing.place.get_value(), editing.base.with_untracked(|base| base.id.clone()));
    view! {
        <div class="part">
            <ErrorSummary issues=editing.issues/>
            {required.then(|| view! {
                <section class="notice" data-tone="warn" aria-labelledby="sets-secret">
                    <Icon sign=Sign::Attention/>
                    <div>
                        <h2 id="sets-secret">{text::edit_sets_secret()}</h2>
                        <p>{text::edit_sets_secret_explained()}" "<PageLink to=only>{text::change_secret_only()}</PageLink></p>
                    </div>
                </section>
            })}
        </div>
    }
}

/// Who it is, then what it may do.
#[component]
fn Details(editing: Editing) -> View {
    let capabilities = editing.connection.with_value(|connection| connection.dialect.capabilities());
    let field =
        move |field: Field| capabilities.has(field).then(|| editing.fields.view(field, editing.base, editing.issues));
    let name = editing.base.with_untracked(|base| text::visible(&base.name));
    view! {
        <div class="part">
            <div class="field">
                <p class="label">{text::username()}</p>
                <p class="fixed"><bdi>{name}</bdi></p>
                <p class="help">{text::username_fixed()}</p>
            </div>
            <div class="fields">{field(Field::FullName)}{field(Field::Email)}</div>
            {field(Field::Description)}
        </div>
        <div class="part">{field(Field::Roles)}{field(Field::Addresses)}</div>
        <div class="part">{field(Field::Enabled)}{field(Field::Expiry)}</div>
    }
}

/// The secret that goes with the edit.
#[component]
fn SecretPart(editing: Editing) -> View {
    let noun = editing.connection.with_value(|connection| connection.dialect.capabilities().secret_noun);
    let minimum = editing.console.configuration(|all| all.password.minimum_length).to_string();
    let user_name = editing.base.with_untracked(|base| base.name.clone());
    let on_change = Callback::new(move |()| spawn_local(crate::common::load(editing.console)));
    view! {
        <div class="part">
            <SecretField secret=editing.secret noun=text::noun(noun) help=text::secret_rules(&minimum).text() user_name
                issues=editing.issues on_change/>
        </div>
    }
}

/// What can be done about an outcome here.
fn actions(editing: Editing) -> Actions {
    Actions::new(move |outcome| {
        let (console, submission) = (editing.console, editing.submission);
        match outcome {
            Outcome::Conflict(Conflict::Changed { theirs }) => {
                let fields = editing.connection.with_value(|connection| connection.dialect.capabilities().fields);
                let base = editing.base.get_untracked();
                let record = (*theirs).clone();
                let table = view! { <ConflictTable base theirs=record mine=Some(editing.mine()) fields/> };
                let buttons = view! {
                    <button type="button" class="button primary" on:click=move |_| editing.take_theirs(&theirs)>{text::take_theirs()}</button>
                    <button type="button" class="button harm" on:click=move |_| submission.overwrite(console)>{text::overwrite()}</button>
                };
                (Some(table), Some(buttons))
            }
            Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted) => (
                None,
                Some(view! { <PageLink to=editing.back() class="button">{text::back_to_credentials()}</PageLink> }),
            ),
            Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Unknown(_) => {
                let button = move || {
                    view! { <button type="button" class="button primary" on:click=move |_| editing.save()>{text::send_changes_again()}</button> }
                };
                (None, Some(when(move || editing.secret.is_as_sent(), button)))
            }
            Outcome::NotSent(_) | Outcome::Rejected(_) => (None, None),
        }
    })
}
