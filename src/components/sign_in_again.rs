//! The sign-in that appears over an open form when the server no longer accepts the token (F-09, UX-40).

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::components::frame::HEADING;
use crate::components::host_sign_in::{self, HostSignIn};
use crate::components::icon::{Icon, Sign};
use crate::components::sign_in_form::SignInForm;
use crate::console::Console;
use crate::view::{View, view, when};
use crate::{dom, text};

/// The id of its heading.
pub const AGAIN: &str = "again";

/// Asks in place. What was typed below stays, and nothing is sent by itself.
#[component]
pub fn SignInAgain(
    /// Where to sign in.
    connection: Connection,
) -> View {
    let console = Console::here();
    let id = connection.id.clone();
    let expired = Memo::new(move |_| !console.sessions.is_signed_in(&id));
    let whose = connection.clone();
    let sign_in = move || {
        let connection = whose.clone();
        if console.host.gives_tokens() {
            host_sign_in::view(HostSignIn::in_place(connection))
        } else {
            view! { <SignInForm connection/> }
        }
    };
    let panel = move || {
        let sign_in = sign_in.clone();
        let heading = NodeRef::<leptos::html::H2>::new();
        Effect::new(move |_| {
            if let Some(heading) = heading.get() {
                dom::take_focus(&heading);
            }
        });
        // Its button goes with it, and what comes next is the form.
        on_cleanup(move || {
            if let Some(heading) = heading.try_get_untracked().flatten() {
                dom::focus(&heading, HEADING);
            }
        });
        view! {
            <section class="panel result" data-tone="warn" aria-labelledby=AGAIN>
                <div class="result-head">
                    <Icon sign=Sign::Key/>
                    <div>
                        <h2 id=AGAIN tabindex="-1" node_ref=heading>{text::sign_in_again()}</h2>
                        <p>{text::sign_in_again_explained(&connection.label)}</p>
                    </div>
                </div>
                {sign_in}
            </section>
        }
    };
    when(move || expired.get(), panel)
}
