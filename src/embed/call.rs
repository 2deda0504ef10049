//! What the element asks of a console behind the first part of the program.

use rekey_core::host::page;
use rekey_core::language::Language;

use super::told;
use crate::components::language_choice;
use crate::console::Console;
use crate::page::Page;

/// A call from the first part.
#[derive(Debug)]
pub struct Call {
    /// The console.
    pub console: Console,
    /// What it is about.
    pub what: What,
}

/// What a call is about.
#[derive(Debug, Clone)]
pub enum What {
    /// The host wants to be told from now on.
    Begin,
    /// An attribute of the element was set or taken away.
    Attribute(String),
    /// The host ends all sessions.
    EndSessions,
}

/// Does it.
pub fn call(Call { console, what }: Call) {
    // It may be gone before this part of the program was there.
    if console.host.element().is_none() {
        return;
    }
    match what {
        What::Begin => told::begin(console),
        What::Attribute(name) => follow(console, &name),
        What::EndSessions => console.end_sessions(),
    }
}

fn follow(console: Console, attribute: &str) {
    let value = console.host.attribute(attribute);
    match (attribute, value) {
        ("page", Some(address)) => {
            let page = console.configuration(|configuration| page(configuration, &address));
            console.navigation.go(page.unwrap_or(Page::Unknown));
        }
        ("language", Some(tag)) => {
            if let Some(wanted) = Language::of_tag(&tag) {
                language_choice::speak(console, wanted);
            }
        }
        ("page" | "language", None) => {}
        _ => console.display.follow(attribute),
    }
}
