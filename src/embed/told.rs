//! What a host is told: that the console is there, which page it shows, whether leaving would lose something, and how
//! writes end. All of it is in the second part of the program, and begins when that is there.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use rekey_core::host::{Detail, Event, Member, Written};
use rekey_core::outcome::Outcome;
use wasm_bindgen::JsValue;

use super::Host;
use crate::console::Console;
use crate::language;
use crate::view::effect;

/// This version of the console.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A write that is on its way.
#[derive(Debug)]
pub struct Going {
    number: u32,
    written: Written,
    was_sent: bool,
}

/// Tells the host of a console from now on, until its end.
pub(super) fn begin(console: Console) {
    let host = console.host;
    let is_first = host.outside.try_update_value(|outside| {
        let is_first = outside.was_dirty.is_none();
        outside.was_dirty.get_or_insert_default();
        is_first
    });
    if is_first != Some(true) {
        return;
    }
    host.for_all(|| {
        let (is_there, page) = (Memo::new(|_| language::spoken().is_some()), Memo::new(move |_| console.page()));
        let mut was_there = false;
        effect(Box::new(move || {
            if is_there.get() {
                if !std::mem::replace(&mut was_there, true) {
                    host.tell(Event::ready(VERSION));
                }
                page.with(|page| host.tell(Event::navigate(page)));
            }
        }));
        let leaving = console.navigation.leaving;
        effect(Box::new(move || host.tell_dirty(leaving.would_lose())));
        // A host asks by itself (E-06); a page of its own has only the browser.
        if console.navigation.follows_address() {
            leaving.ask_before_unload();
        }
        on_cleanup(move || {
            host.interrupt();
            host.tell_dirty(false);
        });
    });
}

impl Host {
    /// Tells the host something, after what is going on here: nothing of the host runs within the program.
    pub fn tell(self, event: Event) {
        let (name, detail) = (JsValue::from_str(event.name), object(event.detail));
        self.outside.try_with_value(|outside| _ = outside.tell.call2(&JsValue::NULL, &name, &detail));
    }

    fn tell_dirty(self, is_dirty: bool) {
        let before = self.outside.try_update_value(|outside| outside.was_dirty.replace(is_dirty));
        if before.is_some_and(|before| before != Some(is_dirty)) {
            self.tell(Event::dirty(is_dirty));
        }
    }

    /// A write begins. Gives its number.
    pub fn begin_write(self, written: Written) -> u32 {
        let begun = self.outside.try_update_value(|outside| {
            let number = outside.writes.last().map_or(0, |last| last.number + 1);
            outside.writes.push(Going { number, written, was_sent: false });
            number
        });
        begun.unwrap_or_default()
    }

    /// It has left the page: from now on it may be carried out.
    pub fn write_is_sent(self, number: u32) {
        self.outside.try_update_value(|outside| {
            for going in outside.writes.iter_mut().filter(|going| going.number == number) {
                going.was_sent = true;
            }
        });
    }

    /// It has ended.
    pub fn end_write(self, number: u32, outcome: &Outcome) {
        let ended = self.outside.try_update_value(|outside| {
            let place = outside.writes.iter().position(|going| going.number == number)?;
            Some(outside.writes.remove(place))
        });
        if let Some(Going { written, .. }) = ended.flatten() {
            self.tell(Event::outcome(&written, outcome));
        }
    }

    /// The console is taken away (E-06).
    fn interrupt(self) {
        let going = self.outside.try_update_value(|outside| std::mem::take(&mut outside.writes));
        for Going { written, was_sent, .. } in going.unwrap_or_default() {
            self.tell(Event::interrupted(&written, was_sent));
        }
    }
}

fn object(detail: Detail) -> JsValue {
    let object = Object::new();
    for (name, member) in detail {
        let value = match member {
            Member::Nothing => JsValue::NULL,
            Member::Flag(flag) => flag.into(),
            Member::Text(text) => text.into(),
            Member::List(rows) => list(rows).into(),
        };
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

fn list(rows: Vec<Detail>) -> Array {
    let list = Array::new();
    for row in rows {
        list.push(&object(row));
    }
    list
}
