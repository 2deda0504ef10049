//! The notice that the second part of the program did not come.

use crate::components::icon::{Icon, Sign};
use crate::later::Missing;
use crate::text;
use crate::view::{View, view};

/// Says why, and holds what can be done.
pub fn notice(missing: Missing, act: Option<View>) -> View {
    let (title, words) = match missing {
        Missing::Unreachable => (text::program_unreachable(), text::program_unreachable_explained()),
        Missing::Unverified => (text::program_unverified(), text::program_unverified_explained()),
    };
    view! {
        <section class="notice" data-tone="bad" role="alert">
            <Icon sign=Sign::Failed/>
            <div><h2>{title}</h2><p>{words}</p>{act}</div>
        </section>
    }
}
