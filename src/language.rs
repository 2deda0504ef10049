//! What the console speaks (UX-56): English, which is part of the program, or a language whose table is fetched when it
//! is wanted.
//!
//! All consoles of a page speak the same: the first one chooses, and a switch in any of them changes all. Nothing of it
//! is stored; a choice lasts as long as the page.

use std::cell::{Cell, OnceCell, RefCell};

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::language::{Language, Table};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::view::{effect, follow};
use crate::{dom, json, text};

thread_local! {
    static LOADER: OnceCell<Function> = const { OnceCell::new() };
    /// The tables that have come. They are never given back: words of them may stand anywhere.
    static TABLES: RefCell<Vec<(Language, &'static Table)>> = const { RefCell::new(Vec::new()) };
    /// The table of what is spoken; none is English.
    static TABLE: Cell<Option<&'static Table>> = const { Cell::new(None) };
    /// What is spoken; nothing while the first table is on its way.
    static SPOKEN: Cell<Option<Language>> = const { Cell::new(None) };
    /// The language that did not come.
    static MISSING: Cell<Option<Language>> = const { Cell::new(None) };
    /// Who wants to know of the one and of the other. A signal with the language in it would weigh 2 kB more.
    static SPOKEN_CHANGES: ArcTrigger = ArcTrigger::new();
    static MISSING_CHANGES: ArcTrigger = ArcTrigger::new();
    /// What was asked for last, so that a table that comes late is not spoken any more.
    static WANTED: Cell<Language> = const { Cell::new(Language::English) };
    /// What somebody chose in this page.
    static CHOSEN: Cell<Option<Language>> = const { Cell::new(None) };
    /// How many consoles there are.
    static CONSOLES: Cell<u32> = const { Cell::new(0) };
}

/// Says how to load a table: a function that takes a tag, and whose promise brings the text, or nothing.
pub fn set_loader(loader: Function) {
    LOADER.with(|known| _ = known.set(loader));
}

/// A console begins, until its owner goes. The first one speaks what was chosen in this page, else what its
/// configuration says, else the browser's language. Without its table it goes on in English, and [`missing`] says so.
pub fn begin(configured: Option<Language>) {
    let others = CONSOLES.replace(CONSOLES.get() + 1);
    on_cleanup(|| CONSOLES.set(CONSOLES.get().saturating_sub(1)));
    if others > 0 {
        return;
    }
    let browser = dom::languages();
    let language = Language::choose(CHOSEN.get().or(configured), browser.iter().map(String::as_str));
    WANTED.set(language);
    miss(None);
    if is_here(language) {
        speak(language);
        return;
    }
    SPOKEN.set(None);
    spawn_local(async move {
        let came = load(language).await;
        if WANTED.get() == language {
            speak(if came { language } else { Language::English });
        }
    });
}

/// What is spoken, and again when that changes; nothing while the first table is on its way.
pub fn spoken() -> Option<Language> {
    follow(&SPOKEN_CHANGES);
    SPOKEN.get()
}

/// The language that did not come, and again when that changes.
pub fn missing() -> Option<Language> {
    follow(&MISSING_CHANGES);
    MISSING.get()
}

/// Somebody wants another language. Says whether it can be spoken now: its table is there, and nothing else was wanted
/// meanwhile.
pub async fn want(language: Language) -> bool {
    WANTED.set(language);
    miss(None);
    load(language).await && WANTED.get() == language
}

/// Speaks a language that [`want`] brought, for as long as the page lasts.
pub fn choose(language: Language) {
    CHOSEN.set(Some(language));
    speak(language);
}

/// Marks an element with the language of what is in it. `whole_page` is whether that is all there is on the page, so that
/// the page's own mark follows; a host's is left alone (E-06).
pub fn mark(element: HtmlElement, whole_page: bool) {
    effect(Box::new(move || {
        let tag = text::language_tag();
        let _ = element.set_attribute("lang", tag);
        let _ = element.set_attribute("dir", text::text_direction());
        dom::set_language(whole_page.then_some(tag));
    }));
}

/// An entry of the catalogue.
#[derive(Debug)]
pub struct Entry {
    /// The number of its name.
    pub number: u32,
    /// Its words in English.
    pub english: &'static str,
}

/// The words of an entry in the language that is spoken, and again when that changes. An entry that nobody has
/// translated yet stays English.
///
/// One address in and one out: this is called for every text, and a pair of values takes three times the code.
#[inline(never)]
pub fn words(entry: &'static Entry) -> &'static &'static str {
    follow(&SPOKEN_CHANGES);
    TABLE.get().and_then(|table| table.words(entry.number)).unwrap_or(&entry.english)
}

fn speak(language: Language) {
    TABLE.set(table(language));
    SPOKEN.set(Some(language));
    SPOKEN_CHANGES.with(Notify::notify);
}

fn miss(language: Option<Language>) {
    MISSING.set(language);
    MISSING_CHANGES.with(Notify::notify);
}

fn is_here(language: Language) -> bool {
    language == Language::English || table(language).is_some()
}

fn table(language: Language) -> Option<&'static Table> {
    TABLES.with_borrow(|tables| tables.iter().find(|(own, _)| *own == language).map(|(_, table)| *table))
}

/// Loads a table unless it is here; says whether it is. A failure is told, and not kept: the next call tries again.
async fn load(language: Language) -> bool {
    if is_here(language) {
        return true;
    }
    let Some(table) = fetch(language).await.and_then(|text| Table::of(json::parse(&text).ok()?)) else {
        if WANTED.get() == language {
            miss(Some(language));
        }
        return false;
    };
    TABLES.with_borrow_mut(|tables| tables.push((language, Box::leak(Box::new(table)))));
    true
}

async fn fetch(language: Language) -> Option<String> {
    let tag = JsValue::from_str(language.tag());
    let promise = LOADER.with(|loader| loader.get().and_then(|loader| loader.call1(&JsValue::NULL, &tag).ok()))?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.as_string()
}
