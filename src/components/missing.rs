//! The notices that something did not come: the second part of the program, or a language.

use rekey_core::language::Language;

use crate::components::icon::{Icon, Sign};
use crate::later::Missing;
use crate::text::{self, Phrase};
use crate::view::{View, view};

/// Says why the second part did not come, and holds what can be done.
pub fn notice(missing: Missing, act: Option<View>) -> View {
    match missing {
        Missing::Unreachable => show(text::program_unreachable().into(), text::program_unreachable_explained(), act),
        Missing::Unverified => show(text::program_unverified().into(), text::program_unverified_explained(), act),
    }
}

/// Says that a language did not come, and holds what can be done (UX-56).
pub fn language(missing: Language, act: View) -> View {
    show(text::language_missing(missing.own_name()), text::language_missing_explained(), Some(act))
}

#[inline(never)]
fn show(title: Phrase, words: &'static str, act: Option<View>) -> View {
    view! {
        <section class="notice" data-tone="bad" role="alert">
            <Icon sign=Sign::Failed/>
            <div><h2>{title}</h2><p>{words}</p>{act}</div>
        </section>
    }
}
