//! The suggestions of a combobox (UX-48): which there are, which one is marked, and how they look.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::keys::{Press, Standing};
use crate::text;
use crate::view::{View, view};

/// How many are shown at once. Who looks for another one types more of it.
const AT_MOST: usize = 50;

/// A suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The entry that it makes.
    pub entry: String,
    /// What is said of it.
    pub note: String,
}

/// Where suggestions come from, and what is to be said of an entry; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub struct Suggest {
    /// The suggestions for what is typed, the best first, and again when they change.
    pub choices: Callback<String, Vec<Choice>>,
    /// What is to be said of an entry, if anything, and again when that changes.
    pub remark: Callback<String, Option<&'static str>>,
}

impl Suggest {
    fn first(self, typed: String) -> Vec<Choice> {
        let mut choices = self.choices.run(typed);
        choices.truncate(AT_MOST);
        choices
    }
}

/// The combobox; a handle that copies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Combobox {
    suggest: Suggest,
    id: &'static str,
    is_open: RwSignal<bool>,
    text: RwSignal<String>,
    marked: RwSignal<Option<usize>>,
    added: RwSignal<Option<String>>,
    /// What is on screen.
    shown: Memo<Vec<Choice>>,
    list: NodeRef<html::Ul>,
}

impl Combobox {
    /// A closed one, for the input with an id.
    pub(super) fn new(suggest: Suggest, id: &'static str) -> Self {
        let (is_open, text) = (RwSignal::new(false), RwSignal::new(String::new()));
        let shown = move |_: Option<&Vec<Choice>>| if is_open.get() { suggest.first(text.get()) } else { Vec::new() };
        Self {
            suggest,
            id,
            is_open,
            text,
            marked: RwSignal::new(None),
            added: RwSignal::new(None),
            shown: Memo::new(shown),
            list: NodeRef::new(),
        }
    }

    /// What is to be said of an entry.
    pub(super) fn remark(self, entry: &str) -> Option<&'static str> {
        self.suggest.remark.run(entry.to_owned())
    }

    /// Something was typed.
    pub(super) fn typed(self, text: &str) {
        self.marked.set(None);
        self.text.set(text.to_owned());
        self.is_open.set(!text.trim().is_empty());
    }

    /// Shows what there is for the text.
    pub(super) fn open(self, text: &str) {
        self.marked.set(None);
        self.text.set(text.to_owned());
        self.is_open.set(true);
    }

    /// Shows nothing any more.
    pub(super) fn close(self) {
        self.is_open.set(false);
        self.marked.set(None);
    }

    /// An entry was made of the text.
    pub(super) fn added(self, entry: Option<String>) {
        self.close();
        self.text.set(String::new());
        self.added.set(entry);
    }

    /// A key was pressed; says whether it is settled by that.
    pub(super) fn key(self, event: &KeyboardEvent, take: impl FnOnce(String)) -> bool {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return false;
        }
        let choices = untrack(|| self.suggest.first(self.text.get()));
        let (is_open, marked) = (self.is_open.get_untracked() && !choices.is_empty(), self.marked.get_untracked());
        let standing = Standing { is_open, count: choices.len(), marked };
        match standing.press(&event.key(), event.alt_key()) {
            None => return false,
            Some(Press::BackToText) => {
                self.marked.set(None);
                return true;
            }
            Some(Press::Mark(marked)) => {
                self.is_open.set(true);
                self.marked.set(marked);
                self.reveal(marked);
            }
            Some(Press::Take(at)) => {
                if let Some(choice) = choices.into_iter().nth(at) {
                    take(choice.entry);
                }
            }
            Some(Press::Close) => self.close(),
        }
        // Escape closes the list and nothing around it; the arrows move no caret, and Enter sends no form.
        event.prevent_default();
        event.stop_propagation();
        true
    }

    /// Scrolls the list, and not the page, to the marked option, once it is there.
    fn reveal(self, marked: Option<usize>) {
        let Some(at) = marked.and_then(|at| u32::try_from(at).ok()) else { return };
        request_animation_frame(move || {
            let Some(list) = self.list.try_get_untracked().flatten() else { return };
            let option = list.query_selector_all("li").ok().and_then(|options| options.item(at));
            let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) else { return };
            let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
            if top < list.scroll_top() {
                list.set_scroll_top(top);
            } else if bottom > list.scroll_top() + list.client_height() {
                list.set_scroll_top(bottom - list.client_height());
            }
        });
    }

    /// The id of the list.
    pub(super) fn list_id(self) -> String {
        [self.id, "-options"].concat()
    }

    fn option_id(self, at: usize) -> String {
        format!("{}-option-{at}", self.id)
    }

    /// Whether there are options on screen.
    pub(super) fn expanded(self) -> &'static str {
        if self.shown.with(Vec::is_empty) { "false" } else { "true" }
    }

    /// The id of the marked option, if there is one.
    pub(super) fn active_id(self) -> Option<String> {
        self.marked.get().filter(|_| self.is_open.get()).map(|at| self.option_id(at))
    }
}

/// The list below the input. How many there are is said, and so is what is to be said of an entry that was just made.
#[component]
pub(super) fn Options(
    /// The combobox.
    combobox: Combobox,
    /// What the list is called.
    label: &'static str,
    /// Takes an entry.
    take: Callback<String>,
) -> View {
    let shown = combobox.shown;
    let options = move || {
        let choices = shown.get().into_iter().enumerate();
        choices.map(|(at, choice)| option(combobox, at, choice, take)).collect::<View>()
    };
    let said = move || {
        if combobox.is_open.get() {
            return Some(text::suggestions(shown.with(Vec::len)));
        }
        combobox.added.get().and_then(|entry| combobox.remark(&entry)).map(str::to_owned)
    };
    view! {
        <ul class="suggestions" role="listbox" id=combobox.list_id() aria-label=label node_ref=combobox.list
            hidden=move || shown.with(Vec::is_empty)>{options}</ul>
        <span class="sr" role="status">{said}</span>
    }
}

fn option(combobox: Combobox, at: usize, choice: Choice, take: Callback<String>) -> View {
    let Choice { entry, note } = choice;
    let name = text::visible(&entry);
    // The focus stays in the input, which would take its text for an entry when it is left.
    let hold = |event: MouseEvent| event.prevent_default();
    view! {
        <li role="option" id=combobox.option_id(at) on:mousedown=hold on:click=move |_| take.run(entry.clone())
            aria-selected=move || if combobox.marked.get() == Some(at) { "true" } else { "false" }>
            <bdi class="mono">{name}</bdi>" "<small>{note}</small>
        </li>
    }
}
