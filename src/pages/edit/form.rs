//! The edit form, its review and its result.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::{Capabilities, EditSecret, Field};
use rekey_core::configuration::Connection;
use rekey_core::consequence::{self, Consequence};
use rekey_core::credential::Credential;
use rekey_core::dialect::Change;
use rekey_core::draft::CredentialDraft;
use rekey_core::issue::Issue;
use rekey_core::merge::Merge;
use rekey_core::outcome::{Conflict, Outcome, ReadBack};
use rekey_core::preview::{Entry, Preview, Wish};

use super::conflict::{Choices, MergePart, ReviewMerged};
use super::fields::DraftFields;
use super::kept::Earlier;
use super::parts::{Details, Notices, SecretPart};
use crate::clock;
use crate::components::changes::Changes;
use crate::components::countdown::Countdown;
use crate::components::disguise::DisguiseLine;
use crate::components::frame::LiveHeading;
use crate::components::link::PageLink;
use crate::components::operator::{Operator, OperatorField};
use crate::components::problem::Issues;
use crate::components::request;
use crate::components::result::{Actions, ResultRegion};
use crate::components::review::Review;
use crate::components::secret_field::{SecretInput, ShownOnce, ShownOncePanel};
use crate::components::send_button::SendButton;
use crate::components::sign_in_again::SignInAgain;
use crate::components::target::Target;
use crate::components::write_form::{Act, WriteForm};
use crate::console::Console;
use crate::leaving::{Kept, Loss};
use crate::page::{Page, Place};
use crate::secret_check::SecretCheck;
use crate::submission::Submission;
use crate::text::{self, Subject};
use crate::view::{View, view, when};

/// What the parts of the form share; a handle that copies.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    pub(super) console: Console,
    connection: StoredValue<Connection>,
    pub(super) capabilities: &'static Capabilities,
    pub(super) place: StoredValue<Place>,
    pub(super) base: RwSignal<Credential>,
    pub(super) fields: DraftFields,
    /// What there is to say of changes that were made before.
    pub(super) earlier: RwSignal<Earlier>,
    pub(super) secret: SecretInput,
    pub(super) secret_check: SecretCheck,
    /// Whether a new secret goes with the edit.
    pub(super) with_secret: RwSignal<bool>,
    operator: Operator,
    pub(super) issues: Issues,
    submission: Submission,
    /// What stood in the fields when the last write was sent.
    sent: StoredValue<Option<CredentialDraft>>,
    /// What was chosen where somebody else changed the same.
    pub(super) choices: Choices,
    /// The effects under review while the dialog is open.
    review: RwSignal<Option<Vec<Consequence>>>,
}

impl Editing {
    fn new(connection: Connection, place: Place, credential: Credential) -> Self {
        let (console, capabilities) = (Console::here(), connection.dialect.capabilities());
        let resumed = console.drafts.resume(&place, &credential);
        let earlier = RwSignal::new(Earlier::of(resumed.as_ref()));
        let submission = Submission::new(place.clone());
        let (draft, older) = resumed.map(|resumed| (resumed.draft, resumed.clashes_over)).unzip();
        let base = older.flatten().unwrap_or_else(|| credential.clone());
        if base != credential {
            submission.differs(credential.clone());
        }
        let draft = draft.unwrap_or_else(|| clock::with_clock(|clock| CredentialDraft::of(&credential, clock)));
        let secret = SecretInput::new();
        Self {
            console,
            capabilities,
            secret,
            secret_check: SecretCheck::new(console, secret, &connection, &credential, &place),
            with_secret: RwSignal::new(capabilities.edit_secret == EditSecret::Required),
            operator: Operator::new(console, &connection),
            fields: DraftFields::new(draft),
            earlier,
            issues: Issues::new(connection.dialect),
            submission,
            sent: StoredValue::new(None),
            choices: Choices::new(),
            review: RwSignal::new(None),
            base: RwSignal::new(base),
            connection: StoredValue::new(connection),
            place: StoredValue::new(place),
        }
    }

    /// The view of one field.
    pub(super) fn field(self, field: Field) -> View {
        self.place.with_value(|place| self.fields.view(field, place, self.base, self.capabilities, self.issues))
    }

    /// What people call the record now; after a rename, by its new name.
    fn name(self) -> String {
        self.base.with_untracked(|base| base.name.clone())
    }

    fn back(self) -> Page {
        self.place.with_value(Place::credentials)
    }

    fn effects(self) -> Vec<Consequence> {
        let draft = self.fields.draft();
        let secret_given = self.with_secret.get() && self.secret.length() > 0;
        self.base.with(|base| {
            clock::with_clock(|clock| {
                let expiry = draft.parse_expiry(base, clock).ok();
                consequence::consequences(base, &draft, expiry.as_ref(), self.capabilities, secret_given, clock.now)
            })
        })
    }

    /// Whether saving would change something, whatever becomes of the secret.
    fn is_changed(self) -> bool {
        let draft = self.fields.draft();
        self.base.with(|base| clock::with_clock(|clock| draft.is_changed(base, clock)))
    }

    /// What leaving would lose: a secret in its field. Everything else is a draft (UX-39, UX-43).
    fn loss(self) -> Option<Loss> {
        let kept = if self.is_changed() { Kept::Changes } else { Kept::Nothing };
        (self.secret.length() > 0).then_some(Loss::Secret { noun: self.capabilities.secret_noun, kept })
    }

    /// Keeps what is changed as a draft, for as long as it is neither saved nor taken back.
    fn keep_draft(self) {
        let is_over =
            matches!(self.submission.outcome(), Some(Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted)));
        let (drafts, base, draft) = (self.console.drafts, self.base.get(), self.fields.draft());
        let is_changed = untrack(|| self.is_changed());
        self.place.with_value(|place| {
            if is_changed && !is_over {
                drafts.keep(place, base, draft);
            } else {
                drafts.discard(place, &base.id);
            }
        });
        if !is_changed && matches!(self.earlier.get_untracked(), Earlier::Here { .. }) {
            self.earlier.set(Earlier::Nothing);
        }
    }

    /// The checked change, or everything that is wrong with the form.
    async fn check(self) -> Result<Change, Vec<Issue>> {
        let (draft, base) = (untrack(|| self.fields.draft()), self.base.get_untracked());
        let with_secret = self.with_secret.get_untracked();
        let mut found = Vec::new();
        if with_secret {
            found = self.secret_check.issues().await;
        }
        found.extend(self.operator.issue());
        let parsed = clock::with_clock(|clock| draft.parse(&base, self.capabilities, clock));
        match parsed {
            Ok(_) if !with_secret && !untrack(|| self.is_changed()) => Err(vec![Issue::NothingChanged]),
            Ok(edit) if found.is_empty() => {
                let secret = with_secret.then(|| self.secret.read());
                Ok(Change::details(edit, secret, self.operator.read()))
            }
            Ok(_) => Err(found),
            Err(issues) => Err(issues.into_iter().chain(found).collect()),
        }
    }

    /// Checks the form, and opens the review if nothing is wrong. The comparing read starts meanwhile.
    pub(super) fn ask(self) {
        if self.submission.is_busy() || !self.settle() {
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
                let (place, id) = (self.place.get_value(), self.base.with_untracked(|base| base.id.clone()));
                self.console.records.prepare(self.console, &place, &id);
                self.review.set(Some(untrack(|| self.effects())));
            }
        });
    }

    /// The request that would save the form as it is; nothing while something is wrong with it.
    fn preview(self) -> Option<Preview> {
        let (connection, place, base) = (self.connection.get_value(), self.place.get_value(), self.base.get());
        let draft = self.fields.draft();
        let edit = clock::with_clock(|clock| draft.parse(&base, self.capabilities, clock)).ok()?;
        let entry = if self.with_secret.get() { request::entry(self.secret) } else { Entry::Nothing };
        let wish = Wish { edit: Some(edit), entry, operator: self.operator.follow() };
        request::preview(self.console, &connection, &place, &base, wish)
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
                Ok(change) => {
                    self.secret.sent();
                    self.sent.set_value(Some(untrack(|| self.fields.draft())));
                    self.submission.start(self.console, self.base.get_untracked(), change).await;
                }
            }
        });
    }

    /// Whether the form still is as it was sent. A secret that was typed since is none of what was.
    fn is_as_sent(self) -> bool {
        let draft = untrack(|| self.fields.draft());
        self.sent.with_value(|sent| sent.as_ref() == Some(&draft)) && self.secret.is_empty()
    }

    /// What stands in the form and what the server has now, on top of what the form was loaded from.
    pub(super) fn merge(self, theirs: &Credential) -> Merge {
        let (draft, fields) = (self.fields.draft(), self.capabilities.fields);
        self.base.with(|base| clock::with_clock(|clock| Merge::of(base, theirs, &draft, fields, clock)))
    }

    /// Where the record was changed meanwhile: puts what was chosen on top of the newer record, which the form goes on
    /// from (F-08). Whether there is nothing left to choose.
    fn settle(self) -> bool {
        let Some(Outcome::Conflict(Conflict::Changed { theirs })) = untrack(|| self.submission.outcome()) else {
            return true;
        };
        match untrack(|| self.merge(&theirs).merged(|field| self.choices.of(field))) {
            Ok(merged) => {
                self.base.set(*theirs);
                self.fields.set(merged);
                self.submission.dismiss();
                true
            }
            Err(missing) => {
                self.choices.show_missing(missing);
                false
            }
        }
    }

    fn follow_the_record(self) {
        let id = self.base.with_untracked(|base| base.id.clone());
        let listing = self.console.records.listing(&self.place.get_value());
        if let Some(record) = listing.with_untracked(|listing| listing.find(&id)) {
            self.base.set(record);
        }
    }
}

/// The form.
#[component]
pub(super) fn EditForm(connection: Connection, place: Place, credential: Credential) -> View {
    let capabilities = connection.dialect.capabilities();
    let editing = Editing::new(connection.clone(), place.clone(), credential);
    let submission = editing.submission;
    let shown_once = ShownOnce::new();
    Effect::new(move |_| {
        if let Some(outcome) = submission.outcome() {
            shown_once.settled(editing.secret, &outcome);
        }
    });
    // What was saved is what the next edit starts from, once it has been read again as it was sent. What reads otherwise
    // is somebody else's (X29), and is shown before it is written over.
    Effect::new(move |_| {
        if submission.read_back() == Some(ReadBack::Confirmed) {
            editing.follow_the_record();
        }
    });
    // A server that wants the secret with every edit gets it from the person, never one that was made up (Z1).
    Effect::new(move |_| {
        if let Some(Outcome::Rejected(problem)) = submission.outcome()
            && capabilities.may_want_secret(problem.status, submission.secret_sent())
        {
            editing.with_secret.set(true);
        }
    });
    let reached = Console::place_name(&connection);
    let subject = Callback::new(move |()| Subject {
        name: editing.name(),
        capabilities,
        secret_only: false,
        place: reached.clone(),
    });
    let name = Memo::new(move |_| editing.base.with(|base| base.name.clone()));
    let heading = Memo::new(move |_| name.with(|name| text::edit_what(name))).into();
    let finished = move || matches!(submission.outcome(), Some(Outcome::Saved(_)));
    let effects = Memo::new(move |_| editing.effects());
    let act = Act { label: text::review_changes().into(), busy: text::saving_changes().into() };
    let is_as_sent = Callback::new(move |()| editing.is_as_sent());
    let ask = Callback::new(move |()| editing.ask());
    let loss = Callback::new(move |()| editing.loss());
    Effect::new(move |_| editing.keep_draft());
    view! {
        <div class="page-head"><LiveHeading words=heading/>{move || view! { <DisguiseLine name=name.get()/> }}</div>
        <div class="split">
            <div class="stack">
                <SignInAgain connection=connection.clone()/>
                <ResultRegion submission subject actions=actions(editing) is_as_sent/>
                <ShownOncePanel shown_once noun=text::noun(capabilities.secret_noun)/>
                <WriteForm submission connection=connection.clone() act back=editing.back() loss on_submit=ask>
                    <Notices editing/>
                    <Details editing/>
                    <SecretPart editing/>
                    <OperatorPart editing/>
                </WriteForm>
            </div>
            <aside class="side">
                <section aria-labelledby="effects" hidden=finished>
                    <h2 id="effects">{text::what_will_change()}</h2>
                    <Changes effects noun=capabilities.secret_noun/>
                </section>
                <Target connection place/>
            </aside>
        </div>
        <ReviewPlace editing/>
    }
}

/// Where the review opens.
#[component]
fn ReviewPlace(editing: Editing) -> View {
    let close = Callback::new(move |()| editing.review.set(None));
    let save = Callback::new(move |()| editing.save());
    let dialect = editing.connection.with_value(|connection| connection.dialect);
    let noun = dialect.capabilities().secret_noun;
    let review = move |effects| {
        let request = untrack(|| editing.preview());
        let id = editing.base.with_untracked(|base| base.id.clone());
        view! { <Review name=editing.name() id noun dialect effects request on_save=save on_close=close/> }
    };
    let id = editing.connection.with_value(|connection| connection.id.clone());
    // A dialog over the sign-in that was asked for meanwhile would keep one from it (F-09).
    let open = move || editing.review.get().filter(|_| editing.console.sessions.is_signed_in(&id));
    view! { {move || open().map(&review)} }
}

/// Who does the change, where the API wants to know.
#[component]
fn OperatorPart(editing: Editing) -> View {
    let field =
        move || view! { <div class="part"><OperatorField operator=editing.operator issues=editing.issues/></div> };
    view! { {editing.capabilities.operator.then(field)} }
}

/// What can be done about an outcome here.
fn actions(editing: Editing) -> Actions {
    let again = move || {
        let save = Callback::new(move |()| editing.save());
        view! { <SendButton label=text::send_changes_again().to_owned() on_press=save/> }
    };
    Actions::new(move |outcome| match outcome {
        Outcome::Conflict(Conflict::Changed { theirs }) => {
            (Some(view! { <MergePart editing theirs=*theirs/> }), Some(view! { <ReviewMerged editing/> }))
        }
        Outcome::Saved(_) | Outcome::Conflict(Conflict::Deleted) => {
            (None, Some(view! { <PageLink to=editing.back() class="button">{text::back_to_credentials()}</PageLink> }))
        }
        Outcome::SavedNotDeployed(_) | Outcome::SavedDetailsLost(_) | Outcome::Unknown(_) => {
            let as_sent = move || !editing.with_secret.get() || editing.secret.is_as_sent();
            (None, Some(when(as_sent, again)))
        }
        Outcome::Rejected(problem) if problem.is_rate_limit() => {
            let seconds = editing.capabilities.wait_after(&problem);
            (None, Some(view! { <Countdown seconds then=Callback::new(move |()| again())/> }))
        }
        Outcome::NotSent(_) | Outcome::Rejected(_) => (None, None),
    })
}
