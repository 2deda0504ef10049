//! The mark of a name that one may take for another one (H-03): sign and words.

use leptos::prelude::*;
use rekey_core::visible::name::disguise;

use crate::components::icon::{Icon, Sign};
use crate::text;
use crate::view::{View, view};

/// The mark, where there is something to mark.
pub fn mark(name: &str) -> Option<View> {
    let words = text::disguise(&disguise(name)?);
    Some(view! { <span class="state" data-tone="warn"><Icon sign=Sign::Attention/><span>{words}</span></span> })
}

/// The mark below the heading of a page.
#[component]
pub fn DisguiseLine(
    /// The name as it came.
    name: String,
) -> View {
    mark(&name).map_or_else(View::fragment, |mark| view! { <p class="sub">{mark}</p> })
}
