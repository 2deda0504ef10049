//! What stands around the pages besides the way to them: it is in the second part of the program, because the first form
//! answers without it.

use leptos::prelude::*;
use rekey_core::configuration::Auth;

use crate::components::display_choice::DisplayChoice;
use crate::components::language_choice::{LanguageChoice, LanguageMissing};
use crate::console::Console;
use crate::leaving;
use crate::text;
use crate::view::{View, view, when};

/// Which of it.
#[derive(Debug, Clone, Copy)]
pub enum Around {
    /// The end of the bar: the language, the display, and the way out.
    BarEnd,
    /// Above the page: that a language did not come.
    Notices,
}

/// Makes it, for the console that it is made in.
pub fn view(around: Around) -> View {
    match around {
        Around::BarEnd => view! { <LanguageChoice/><DisplayChoice/><SignOut/> },
        Around::Notices => view! { <LanguageMissing/> },
    }
}

/// Ends the session of the connection one looks at (S-15). A proxy's session cannot be ended from here.
#[component]
fn SignOut() -> View {
    let console = Console::here();
    let connection = Memo::new(move |_| {
        let page = console.page();
        let connection = console.connection(page.connection()?)?;
        (connection.auth == Auth::Token && console.sessions.is_signed_in(&connection.id)).then_some(connection.id)
    });
    let sign_out = move |_| {
        if let Some(id) = connection.get_untracked() {
            leaving::sign_out(console, &id);
        }
    };
    let button = move || {
        view! {
            <button type="button" class="button small" title=text::live(text::sign_out_explained) on:click=sign_out>
                {text::live(text::sign_out)}
            </button>
        }
    };
    when(move || connection.with(Option::is_some), button)
}
