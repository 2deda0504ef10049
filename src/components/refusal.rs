//! Why somebody is asked to sign in, in our words and the server's; in the second part of the program, as what it tells of.

use rekey_core::outcome::ReadFailure;
use rekey_core::session::SessionEnd;

use crate::components::icon::{Icon, Sign};
use crate::components::said::Said;
use crate::console::Console;
use crate::session::Ended;
use crate::text;
use crate::view::{View, view};

/// What is told.
#[derive(Debug)]
pub struct Refusal {
    /// Why.
    pub ended: Ended,
    /// What the connection is called.
    pub place: String,
}

/// The notice. Who signed out knows it.
pub fn notice(refusal: Refusal) -> View {
    match refusal.ended {
        Ended::Refused(failure) => refused(&failure, &refusal.place),
        Ended::Here => View::fragment(),
        Ended::Over(end) => over(end),
    }
}

fn refused(failure: &ReadFailure, place: &str) -> View {
    let refused = failure.wants_sign_in();
    let title = if refused { text::sign_in_refused() } else { text::sign_in_impossible() };
    let words = text::read_failure(failure, place);
    let ours = if refused { text::sign_in_refused_explained().into() } else { words.ours };
    let theirs = words.theirs.map(|theirs| view! { <Said words=theirs status=words.status/> });
    view! {
        <section class="notice" data-tone="bad" role="alert">
            <Icon sign=Sign::Failed/>
            <div><h2>{title}</h2><p>{ours}</p>{theirs}</div>
        </section>
    }
}

/// The session ended on this side, perhaps while nobody was there to see it (S-14, S-17).
fn over(end: SessionEnd) -> View {
    let words = text::session_over(end, Console::here().configuration(|configuration| configuration.session));
    let kept = end.keeps_changes().then(|| view! { <p>{text::changes_wait()}</p> });
    view! {
        <section class="notice" data-tone="warn" role="alert">
            <Icon sign=Sign::Off/>
            <div><h2>{text::signed_out()}</h2><p>{words}</p>{kept}</div>
        </section>
    }
}
