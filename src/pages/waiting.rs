//! What stands in the place of a page while the code for it is on its way, or when it did not come.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::frame::Heading;
use crate::components::missing;
use crate::later::{self, Loaded, Missing};
use crate::pages::signed_in::Wanted;
use crate::text;
use crate::view::{Child, View, view};

/// A page behind the sign-in.
#[component]
pub fn WaitingPage(
    /// The page.
    wanted: Wanted,
) -> View {
    later(Box::new(move |part: Loaded| part.page(wanted.clone())))
}

/// Something of the second part of the program: at once if that is there, as it usually is.
pub fn later(make: Box<dyn Fn(Loaded) -> View>) -> View {
    let part = RwSignal::new(Loaded::now().map(Ok));
    let load = Callback::new(move |()| {
        part.set(None);
        spawn_local(async move {
            let loaded = later::load().await;
            // One may have gone elsewhere meanwhile.
            let _ = part.try_set(Some(loaded));
        });
    });
    if part.with_untracked(Option::is_none) {
        load.run(());
    }
    let content = move || match part.get() {
        Some(Ok(loaded)) => untrack(|| make(loaded)),
        Some(Err(missing)) => failure(missing, load),
        None => view! { <div class="panel"><p class="part" role="status">{text::loading_program()}</p></div> },
    };
    content.into_view()
}

fn failure(missing: Missing, retry: Callback<()>) -> View {
    let again = view! {
        <button type="button" class="button" on:click=move |_| retry.run(())>{text::try_again()}</button>
    };
    view! {
        <div class="page-head"><Heading words=text::product()/></div>
        <div class="panel"><div class="part">{missing::notice(missing, Some(again))}</div></div>
    }
}
