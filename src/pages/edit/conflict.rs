//! What somebody else changed meanwhile, and the choice for each field that both changed (F-08, UX-38).

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use rekey_core::capabilities::Field;
use rekey_core::credential::Credential;
use rekey_core::issue::Input;
use rekey_core::merge::{Elsewhere, Merge, Side, Standing};
use web_sys::HtmlElement;

use super::form::Editing;
use crate::components::changes::Difference;
use crate::components::conflict::shown;
use crate::components::frame::HEADING;
use crate::components::icon::{Icon, Sign};
use crate::components::problem;
use crate::dom;
use crate::text::{self, Phrase};
use crate::view::{View, view, when};

/// What was chosen for the fields that both changed; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices {
    chosen: RwSignal<Vec<(Field, Side)>>,
    /// The fields that somebody went on without.
    missing: RwSignal<Vec<Field>>,
    place: NodeRef<html::Div>,
}

impl Choices {
    /// Nothing is chosen.
    pub(super) fn new() -> Self {
        Self { chosen: RwSignal::new(Vec::new()), missing: RwSignal::new(Vec::new()), place: NodeRef::new() }
    }

    /// What was chosen for a field, and again when that changes.
    pub(super) fn of(self, field: Field) -> Option<Side> {
        self.chosen.with(|chosen| chosen.iter().find(|(own, _)| *own == field).map(|(_, side)| *side))
    }

    /// Says which choices are missing, and moves the focus to the first of them.
    pub(super) fn show_missing(self, missing: Vec<Field>) {
        let first = missing.first().map(|field| id_of(*field, Side::Theirs));
        self.missing.set(missing);
        if let (Some(place), Some(first)) = (self.place.get_untracked(), first) {
            dom::focus(&place, &first);
        }
    }

    fn choose(self, field: Field, side: Side) {
        self.missing.update(|missing| missing.retain(|own| *own != field));
        self.chosen.update(|chosen| {
            chosen.retain(|(own, _)| *own != field);
            chosen.push((field, side));
        });
    }

    fn forget(self) {
        self.chosen.set(Vec::new());
        self.missing.set(Vec::new());
    }
}

/// The choices, and what needs none. It follows what stands in the form.
#[component]
pub(super) fn MergePart(editing: Editing, theirs: Credential) -> View {
    let choices = editing.choices;
    // Those of an earlier conflict say nothing about this one.
    choices.forget();
    let merge = Memo::new(move |_| editing.merge(&theirs));
    let asked = move || {
        let asked: View = merge.with(|merge| merge.clashes().map(|field| clash(choices, merge, field)).collect());
        view! { <h3>{text::both_changed()}</h3>{asked} }
    };
    let settled = move || {
        let noun = text::noun(editing.capabilities.secret_noun);
        let lines: View = merge.with(|merge| lines(merge, noun).collect());
        view! { <ul class="changes">{lines}</ul> }
    };
    view! {
        <div class="part" node_ref=choices.place>
            {move || merge.with(|merge| merge.clashes().next().is_some()).then(asked)}
            {settled}
        </div>
    }
}

/// Goes on with what was chosen: to the review, where all of it stands once more.
#[component]
pub(super) fn ReviewMerged(editing: Editing) -> View {
    let go_on = move |event: MouseEvent| {
        // The button goes with the result, and the review gives the focus back to where it was.
        dom::focus(&event_target::<HtmlElement>(&event), HEADING);
        editing.ask();
    };
    view! { <button type="button" class="button primary" part="button-primary" on:click=go_on>{text::review_merged()}</button> }
}

/// One field that both changed.
fn clash(choices: Choices, merge: &Merge, field: Field) -> View {
    let group = group_of(field);
    let (was, error) = ([&group, "-was"].concat(), [&group, "-error"].concat());
    let is_missing = move || choices.missing.with(|missing| missing.contains(&field));
    let option = |side: Side, words: &'static str, value: String| {
        let id = id_of(field, side);
        view! {
            <div class="check">
                <input type="radio" name=group.clone() id=id.clone() prop:checked=move || choices.of(field) == Some(side)
                    on:change=move |_| choices.choose(field, side)/>
                <label for=id><span class="was">{words}</span>" "<bdi>{value}</bdi></label>
            </div>
        }
    };
    let both = merge.both(field).map(|both| option(Side::Both, text::both_of_them(), both.join(", ")));
    let described = {
        let (was, error) = (was.clone(), error.clone());
        move || if is_missing() { [was.as_str(), error.as_str()].join(" ") } else { was.clone() }
    };
    let message = move || {
        let words = text::choose_one();
        view! { <p class="error" id=error.clone()><Icon sign=Sign::Failed/><span>{words}</span></p> }
    };
    view! {
        <fieldset class="choices" role="radiogroup" aria-required="true" aria-invalid=move || is_missing().then_some("true")
            aria-describedby=described>
            <legend>{text::field(field)}</legend>
            <p id=was><span class="was">{text::when_opened()}</span>" "<bdi>{shown(merge.base(), field)}</bdi></p>
            {option(Side::Theirs, text::theirs(), shown(merge.theirs(), field))}
            {option(Side::Mine, text::mine(), shown(merge.mine(), field))}
            {both}
            {when(is_missing, message)}
        </fieldset>
    }
}

/// What is kept without a question, each with what it was and what it becomes.
fn lines(merge: &Merge, noun: &'static str) -> impl Iterator<Item = View> {
    let fields = merge.changed().filter_map(|(field, standing)| {
        let name = text::field(field);
        let (words, becomes) = match standing {
            Standing::Untouched | Standing::Clash => return None,
            Standing::Theirs => (text::only_theirs(name), merge.theirs()),
            Standing::Mine => (text::only_mine(name), merge.mine()),
            Standing::Alike => (text::both_alike(name), merge.theirs()),
        };
        Some(line(words, Some((shown(merge.base(), field), shown(becomes, field)))))
    });
    let elsewhere = merge.elsewhere().map(|elsewhere| match elsewhere {
        Elsewhere::Members => line(text::others_stay().into(), None),
        Elsewhere::Unseen => line(text::nothing_shows(noun), None),
    });
    fields.chain(elsewhere)
}

fn line(words: Phrase, difference: Option<(String, String)>) -> View {
    let difference = difference.map(|(old, new)| view! { <Difference old new/> });
    view! { <li data-tone="note"><Icon sign=Sign::Note/><div><p>{words}</p>{difference}</div></li> }
}

fn group_of(field: Field) -> String {
    ["merge-", problem::id(Input::Field(field))].concat()
}

fn id_of(field: Field, side: Side) -> String {
    let side = match side {
        Side::Theirs => "-theirs",
        Side::Mine => "-mine",
        Side::Both => "-both",
    };
    group_of(field) + side
}
