//! The parts of the edit form, each made from what the system can do.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::capabilities::{EditSecret, Field};

use super::form::Editing;
use super::kept::EarlierChanges;
use crate::components::icon::{Icon, Sign};
use crate::components::link::PageLink;
use crate::components::problem::ErrorSummary;
use crate::components::question::{Question, QuestionInPlace};
use crate::components::secret_field::SecretField;
use crate::page::Page;
use crate::text;
use crate::view::{View, view, when};

/// What is wrong, and what this API needs with every edit: said before anything is typed (UX-29, Q2).
#[component]
pub(super) fn Notices(editing: Editing) -> View {
    let required = editing.capabilities.edit_secret == EditSecret::Required;
    let only = Page::Secret(editing.place.get_value(), editing.base.with_untracked(|base| base.id.clone()));
    view! {
        <div class="part">
            <ErrorSummary issues=editing.issues/>
            <EarlierChanges editing/>
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
pub(super) fn Details(editing: Editing) -> View {
    let capabilities = editing.capabilities;
    let field = move |field: Field| capabilities.has(field).then(|| editing.field(field));
    let any = |fields: &[Field]| fields.iter().any(|field| capabilities.has(*field));
    let access = any(&[Field::Roles, Field::Addresses])
        .then(|| view! { <div class="part">{field(Field::Roles)}{field(Field::Addresses)}</div> });
    let life = any(&[Field::Enabled, Field::Expiry])
        .then(|| view! { <div class="part">{field(Field::Enabled)}{field(Field::Expiry)}</div> });
    let people = any(&[Field::FullName, Field::Email])
        .then(|| view! { <div class="fields">{field(Field::FullName)}{field(Field::Email)}</div> });
    view! {
        <div class="part">
            <Identity editing/>
            {people}
            {field(Field::Description)}
        </div>
        {access}
        {life}
    }
}

/// What people call it: a field, or text with the reason why it cannot be changed. Programs that look it up by its name
/// are told of beside it (T18).
#[component]
fn Identity(editing: Editing) -> View {
    if editing.capabilities.has(Field::Name) {
        let field = editing.field(Field::Name);
        let warning =
            move || view! { <p class="warning"><Icon sign=Sign::Attention/><span>{text::found_by_name()}</span></p> };
        let warns = move || editing.capabilities.found_by_name && editing.fields.is_renamed(editing.base);
        return view! { <div class="field">{field}{when(warns, warning)}</div> };
    }
    let name = editing.base.with_untracked(|base| text::visible(&base.name));
    view! {
        <div class="field">
            <p class="label">{text::username()}</p>
            <p class="fixed"><bdi>{name}</bdi></p>
            <p class="help">{text::username_fixed()}</p>
        </div>
    }
}

/// The secret that goes with the edit: always, or only when it is asked for.
#[component]
pub(super) fn SecretPart(editing: Editing) -> View {
    let noun = text::noun(editing.capabilities.secret_noun);
    let is_optional = editing.capabilities.edit_secret != EditSecret::Required;
    let offered = NodeRef::<html::Button>::new();
    // What was pressed is gone with the press: the focus goes to what came in its place.
    let also = move |_| {
        editing.with_secret.set(true);
        request_animation_frame(move || editing.secret.focus());
    };
    let offer = move || {
        let words = text::also_change(noun).text();
        view! {
            <div class="part">
                <p class="help">{text::secret_left_out(noun)}</p>
                <button type="button" class="button start" node_ref=offered on:click=also>{words}</button>
            </div>
        }
    };
    let field = move || view! { <SecretEntry editing is_optional offered/> };
    view! {
        {when(move || !editing.with_secret.get(), offer)}
        {when(move || editing.with_secret.get(), field)}
    }
}

#[component]
fn SecretEntry(editing: Editing, is_optional: bool, offered: NodeRef<html::Button>) -> View {
    let (capabilities, secret) = (editing.capabilities, editing.secret);
    let noun = text::noun(capabilities.secret_noun);
    let help = text::secret_help(capabilities.secret_noun, editing.console.configuration(|all| all.password));
    let (name, multiline) = editing.base.with_untracked(|base| (base.name.clone(), base.is_likely_multiline()));
    let user_name = text::login_name(capabilities.secret_noun, &name);
    let (policy, check) = (editing.secret_check.policy(), editing.secret_check);
    let on_leave = Callback::new(move |()| spawn_local(check.tell()));
    let on_change = Callback::new(move |()| spawn_local(crate::common::load(editing.console)));
    let leave_out = is_optional.then(|| view! { <LeaveOut editing noun offered/> });
    secret.set_lines(capabilities.secret_has_lines && multiline);
    view! {
        <div class="part">
            <SecretField secret noun help user_name policy may_have_lines=capabilities.secret_has_lines
                issues=editing.issues on_change on_leave/>
            {leave_out}
        </div>
    }
}

/// Takes the secret out of the edit again, and asks first while it may be live (UX-21). The focus then goes to the button
/// that offers it again.
#[component]
fn LeaveOut(editing: Editing, noun: &'static str, offered: NodeRef<html::Button>) -> View {
    let (secret, asking, button) = (editing.secret, RwSignal::new(false), NodeRef::<html::Button>::new());
    let answer = move |leave_out: bool| {
        asking.set(false);
        if leave_out {
            secret.wipe();
            editing.with_secret.set(false);
            request_animation_frame(move || {
                if let Some(button) = offered.get_untracked() {
                    let _ = button.focus();
                }
            });
        } else if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let press = move |_| if untrack(|| secret.may_be_live()) { asking.set(true) } else { answer(true) };
    let question = move || {
        let question = Question {
            heading: text::leave_out_question(noun).text(),
            explained: text::leave_out_explained(noun).text(),
            keep: text::keep_it(),
            give_up: text::leave_out(noun).text(),
        };
        view! { <QuestionInPlace id="leave-out" question on_answer=Callback::new(answer)/> }
    };
    view! {
        <button type="button" class="button quiet start" node_ref=button on:click=press>{text::leave_out(noun).text()}</button>
        {when(move || asking.get() && secret.may_be_live(), question)}
    }
}
