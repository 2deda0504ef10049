//! Signing in to a connection. The address stays that of the page one wanted; after the sign-in it is shown.
//!
//! Its words follow the language: what was entered stays when another one is chosen.

use leptos::prelude::*;
use rekey_core::configuration::Connection;

use crate::components::connection_check::{ConnectionCheck, Part};
use crate::components::frame::LiveHeading;
use crate::components::icon::{Icon, Sign};
use crate::components::sign_in_form::SignInForm;
use crate::later::Loaded;
use crate::text;
use crate::view::{Child, View, view};

/// The form and what becomes of the token.
#[component]
pub fn SignInPage(
    /// Where to sign in.
    connection: Connection,
    /// What is said above the form.
    notice: Option<View>,
) -> View {
    let base = connection.base_url.to_string();
    let sent = move || if base.is_empty() { text::sent_only_here().into() } else { text::sent_only_to(&base) };
    let label = connection.label.clone();
    let words = Signal::derive(move || text::sign_in_to(&label));
    let whose = connection.clone();
    let checked = StoredValue::new(connection.clone());
    view! {
        <div class="page-head">
            <LiveHeading words/>
            <p class="sub">{move || text::product_at(&whose)}</p>
        </div>
        {check(checked, Part::Notice)}
        <div class="split">
            <div class="panel">{notice}<SignInForm connection/></div>
            <aside class="side">
                <section aria-labelledby="kept">
                    <h2 id="kept">{text::live(text::kept_heading)}</h2>
                    <ul class="changes">
                        <li data-tone="note"><Icon sign=Sign::Key/><p>{text::live(text::kept_in_memory)}</p></li>
                        <li data-tone="note"><Icon sign=Sign::Arrow/><p>{sent}</p></li>
                        <li data-tone="note"><Icon sign=Sign::Off/><p>{text::live(text::sign_out_explained)}</p></li>
                    </ul>
                </section>
                {check(checked, Part::Button)}
            </aside>
        </div>
    }
}

/// A part of the check, which comes with the second part of the program and holds nothing up (N-13).
fn check(connection: StoredValue<Connection>, part: Part) -> View {
    let view = move || {
        let connection = connection.get_value();
        Loaded::tracked().map(|loaded| untrack(|| loaded.connection_check(ConnectionCheck { connection, part })))
    };
    view.into_view()
}
