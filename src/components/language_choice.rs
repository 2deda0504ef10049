//! The choice of the language, and the notice that one did not come (UX-56).

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::language::Language;

use crate::components::icon::{Icon, Sign};
use crate::components::missing;
use crate::console::Console;
use crate::view::{View, effect, view};
use crate::{dom, language, text};

/// The select in the bar. It always shows what is spoken, and keeps the focus when the page is made anew for a choice.
#[component]
pub fn LanguageChoice() -> View {
    let console = Console::here();
    let node = NodeRef::<html::Select>::new();
    let choose = move |event| {
        let wanted = Language::of_tag(&event_target_value(&event));
        // Until it is spoken, and for good if that is given up.
        if let (Some(select), Some(spoken)) = (node.get_untracked(), language::spoken()) {
            select.set_value(spoken.tag());
        }
        if let Some(wanted) = wanted {
            speak(console, wanted);
        }
    };
    let option = |this: Language| view! { <option value=this.tag() lang=this.tag()>{this.own_name()}</option> };
    let choice = view! {
        <div class="language">
            <Icon sign=Sign::Globe/>
            <select aria-label=text::live(text::language) node_ref=node on:change=choose>
                {Language::ALL.into_iter().map(option).collect::<View>()}
            </select>
        </div>
    };
    let mut before = None;
    effect(Box::new(move || {
        let (Some(select), Some(spoken)) = (node.get_untracked(), language::spoken()) else { return };
        select.set_value(spoken.tag());
        if before.replace(spoken).is_some_and(|before| before != spoken) {
            // The heading of the page takes the focus first.
            request_animation_frame(move || dom::take_focus(&select));
        }
    }));
    choice
}

/// Says that a language did not come, and offers to try again. Choosing any other settles it as well.
#[component]
pub fn LanguageMissing() -> View {
    let console = Console::here();
    let notice = move |missing: Language| {
        let again = move |_| speak(console, missing);
        let again = view! { <button type="button" class="button" on:click=again>{text::try_again()}</button> };
        view! { <div class="apart-below">{missing::language(missing, again)}</div> }
    };
    view! { {move || language::missing().map(notice)} }
}

/// Speaks another language once its words are there, unless a form would lose something by it: then the person is asked.
pub fn speak(console: Console, wanted: Language) {
    spawn_local(async move {
        if language::want(wanted).await && language::spoken() != Some(wanted) {
            console.navigation.speak(wanted);
        }
    });
}
