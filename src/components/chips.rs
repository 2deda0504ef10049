//! A list of short entries: roles, addresses. One input adds, pasted lists are split, bad entries are marked and kept
//! (UX-47). Where there is something to suggest, the input is a combobox (UX-48).

mod keys;
mod pointer;
mod suggestions;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rekey_core::issue::Input;

use pointer::Pointer;
pub use suggestions::{Choice, Suggest};
use suggestions::{Combobox, Options};

use crate::components::icon::{Icon, Sign};
use crate::components::problem::{FieldErrors, Issues, id};
use crate::text;
use crate::view::{View, view};

/// How typed text becomes entries, and which of them are bad.
#[derive(Clone, Copy)]
pub struct EntryRules {
    /// Splits what was typed or pasted.
    pub split: fn(&str) -> Vec<String>,
    /// Whether an entry can be used.
    pub valid: fn(&str) -> bool,
}

/// The list and the input that adds to it.
#[component]
pub fn Chips(
    /// Which input it is.
    input: Input,
    /// The label.
    label: &'static str,
    /// What stands in the empty input.
    hint: &'static str,
    /// The help text under the label, if there is one.
    #[prop(optional)]
    help: Option<Signal<&'static str>>,
    /// What is wrong with the form.
    issues: Issues,
    /// The entries.
    entries: RwSignal<Vec<String>>,
    /// How they are made and judged.
    rules: EntryRules,
    /// What is suggested while one types, if anything is.
    #[prop(optional)]
    suggest: Option<Suggest>,
) -> View {
    let id = id(input);
    let node = NodeRef::new();
    let combobox = suggest.map(|suggest| Combobox::new(suggest, id));
    let list = List { node, entries, rules, combobox, said: RwSignal::new(String::new()) };
    let pointer = Pointer::watch(move || list.commit());
    let help_id = format!("{id}-help");
    let described = move || {
        let error = if issues.has(input) { format!("{id}-error") } else { String::new() };
        format!("{id}-help {error}")
    };
    let each = move |run: fn(Combobox, &str)| {
        if let (Some(combobox), Some(field)) = (combobox, node.get_untracked()) {
            run(combobox, &field.value());
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
            <div class="combobox">
                <div class="chips">
                    <ul>{move || entries.get().into_iter().map(|entry| list.chip(entry)).collect::<View>()}</ul>
                    <input id=id node_ref=node placeholder=hint autocomplete="off" spellcheck="false"
                        autocapitalize="none" on:keydown=move |event| list.key(&event) on:change=move |_| pointer.left()
                        on:input=move |_| each(Combobox::typed) on:click=move |_| each(Combobox::open)
                        on:blur=move |_| each(|combobox, _| combobox.close())
                        role=combobox.map(|_| "combobox") aria-autocomplete=combobox.map(|_| "list")
                        aria-controls=combobox.map(Combobox::list_id) aria-expanded=move || combobox.map(Combobox::expanded)
                        aria-activedescendant=move || combobox.and_then(Combobox::active_id)
                        aria-invalid=move || issues.has(input).then_some("true") aria-describedby=described/>
                </div>
                {combobox.map(|combobox| {
                    let take = Callback::new(move |entry| list.take(entry));
                    view! { <Options combobox label take/> }
                })}
            </div>
            <span class="sr" role="status">{move || list.said.get()}</span>
            <FieldErrors issues input/>
        </div>
    }
}

/// The entries and the input that adds to them; a handle that copies.
#[derive(Clone, Copy)]
struct List {
    node: NodeRef<leptos::html::Input>,
    entries: RwSignal<Vec<String>>,
    rules: EntryRules,
    combobox: Option<Combobox>,
    /// What was added or removed last, for those who do not see it.
    said: RwSignal<String>,
}

impl List {
    fn key(self, event: &KeyboardEvent) {
        // What an input method is still composing is nobody else's key.
        if event.is_composing() {
            return;
        }
        if let Some(combobox) = self.combobox
            && combobox.key(event, move |entry| self.take(entry))
        {
            return;
        }
        let typed = self.node.get_untracked().is_some_and(|field| !field.value().trim().is_empty());
        // Enter adds what stands in the input, and only sends the form when nothing does.
        if typed && matches!(event.key().as_str(), "Enter" | ",") {
            event.prevent_default();
            self.commit();
        }
    }

    /// Makes entries of what stands in the input.
    fn commit(self) {
        if let Some(field) = self.node.get_untracked() {
            self.add((self.rules.split)(&field.value()));
        }
    }

    /// Takes a suggestion in the place of what stands in the input.
    fn take(self, entry: String) {
        self.add(vec![entry]);
    }

    /// Empties the input for new entries; one that is there already is not added again.
    fn add(self, added: Vec<String>) {
        if let Some(field) = self.node.get_untracked() {
            field.set_value("");
        }
        if let Some(combobox) = self.combobox {
            combobox.added(added.last().cloned());
        }
        if !added.is_empty() {
            self.said.set(text::entries_added(&added.join(", ")).text());
            self.entries.update(|entries| {
                for entry in added {
                    if !entries.contains(&entry) {
                        entries.push(entry);
                    }
                }
            });
        }
    }

    /// Takes an entry away; the focus goes back to the input, because the button is gone.
    fn remove(self, entry: &str) {
        self.entries.update(|entries| entries.retain(|other| other != entry));
        self.said.set(text::entry_removed(entry).text());
        if let Some(field) = self.node.get_untracked() {
            let _ = field.focus();
        }
    }

    fn chip(self, entry: String) -> View {
        let (valid, label) = ((self.rules.valid)(&entry), text::remove_entry(&entry).text());
        let remark = self.combobox.and_then(|combobox| combobox.remark(&entry)).filter(|_| valid);
        let (tone, sign) = match (valid, remark) {
            (false, _) => (Some("bad"), Some(Sign::Failed)),
            (true, Some(_)) => (Some("note"), Some(Sign::Attention)),
            (true, None) => (None, None),
        };
        let shown = text::visible(&entry);
        view! {
            <li class="chip" data-tone=tone>
                {sign.map(|sign| view! { <Icon sign/> })}
                <span><bdi>{shown}</bdi>{remark.map(|words| view! { " "<small>{words}</small> })}</span>
                <button type="button" aria-label=label on:click=move |_| self.remove(&entry)><Icon sign=Sign::Close/></button>
            </li>
        }
    }
}
