//! Why a sign-in did not work, in our words and the server's; in the second part of the program, as what it tells of.

use rekey_core::outcome::ReadFailure;

use crate::components::icon::{Icon, Sign};
use crate::components::said::Said;
use crate::text;
use crate::view::{View, view};

/// What is told.
#[derive(Debug)]
pub struct Refusal {
    /// Why.
    pub failure: ReadFailure,
    /// What the connection is called.
    pub place: String,
}

/// The notice.
pub fn notice(refusal: Refusal) -> View {
    let Refusal { failure, place } = refusal;
    let refused = failure.wants_sign_in();
    let title = if refused { text::sign_in_refused() } else { text::sign_in_impossible() };
    let words = text::read_failure(&failure, &place);
    let ours = if refused { text::sign_in_refused_explained().into() } else { words.ours };
    let theirs = words.theirs.map(|theirs| view! { <Said words=theirs status=words.status/> });
    view! {
        <section class="notice" data-tone="bad" role="alert">
            <Icon sign=Sign::Failed/>
            <div><h2>{title}</h2><p>{ours}</p>{theirs}</div>
        </section>
    }
}
