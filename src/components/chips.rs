//! A list of short entries: roles, addresses. One input adds, pasted lists are split, bad entries are marked and kept
//! (UX-47).

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rekey_core::issue::Input;

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
) -> View {
    let id = id(input);
    let node = NodeRef::new();
    let list = List { node, entries, rules };
    let key = move |event: KeyboardEvent| {
        let typed = node.get_untracked().is_some_and(|field| !field.value().trim().is_empty());
        match event.key().as_str() {
            // Enter adds what stands in the input, and only sends the form when nothing does.
            "Enter" | "," if typed && !event.is_composing() => {
                event.prevent_default();
                list.commit();
            }
            _ => {}
        }
    };
    let help_id = format!("{id}-help");
    let described = move || {
        let error = if issues.has(input) { format!("{id}-error") } else { String::new() };
        format!("{id}-help {error}")
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="help" id=help_id>{help}</p>
            <div class="chips">
                <ul>{move || entries.get().into_iter().map(|entry| list.chip(entry)).collect::<View>()}</ul>
                <input id=id node_ref=node placeholder=hint autocomplete="off" spellcheck="false"
                    autocapitalize="none" on:keydown=key on:change=move |_| list.commit()
                    aria-invalid=move || issues.has(input).then_some("true") aria-describedby=described/>
            </div>
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
}

impl List {
    /// Makes entries of what stands in the input; one that is there already is not added again.
    fn commit(self) {
        let Some(field) = self.node.get_untracked() else { return };
        let added = (self.rules.split)(&field.value());
        field.set_value("");
        if !added.is_empty() {
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
        if let Some(field) = self.node.get_untracked() {
            let _ = field.focus();
        }
    }

    fn chip(self, entry: String) -> View {
        let (valid, label) = ((self.rules.valid)(&entry), text::remove_entry(&entry).text());
        let shown = text::visible(&entry);
        view! {
            <li class="chip" data-tone=(!valid).then_some("bad")>
                {(!valid).then(|| view! { <Icon sign=Sign::Failed/> })}
                <bdi>{shown}</bdi>
                <button type="button" aria-label=label on:click=move |_| self.remove(&entry)><Icon sign=Sign::Close/></button>
            </li>
        }
    }
}
