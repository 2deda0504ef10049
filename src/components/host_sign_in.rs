//! The sign-in by a host that can give tokens, and the form in its place when it gives none; in the second part of the
//! program, because whoever is signed in so needs that next.

use gloo_timers::future::sleep;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::access::{SignIn, SignInMethod};
use rekey_core::configuration::Connection;
use rekey_core::dialect::SignInStep;
use rekey_core::host::{Entrance, PATIENCE, Reason};
use web_sys::HtmlElement;

use crate::components::frame::LiveHeading;
use crate::components::icon::{Icon, Sign};
use crate::components::refusal::{self, Refusal};
use crate::components::sign_in_again::AGAIN;
use crate::components::sign_in_form::SignInForm;
use crate::console::Console;
use crate::pages::sign_in::SignInPage;
use crate::session::{Ended, Session};
use crate::view::{Child, View, effect, view};
use crate::{dom, text};

/// Where a sign-in is shown.
#[derive(Debug)]
pub struct HostSignIn {
    connection: Connection,
    is_page: bool,
}

impl HostSignIn {
    /// As a page.
    pub fn page(connection: Connection) -> Self {
        Self { connection, is_page: true }
    }

    /// In place, over an open form.
    pub fn in_place(connection: Connection) -> Self {
        Self { connection, is_page: false }
    }
}

/// The sign-in as it stands. The host is asked by itself when it is due.
pub fn view(HostSignIn { connection, is_page }: HostSignIn) -> View {
    let console = Console::here();
    let connection = StoredValue::new(connection);
    let entrance = Memo::new(move |_| {
        let id = connection.with_value(|connection| connection.id.clone());
        console.host.sign_in(&id).entrance(console.situation(&id))
    });
    effect(Box::new(move || {
        if let Entrance::Ask(reason) = entrance.get() {
            untrack(|| ask(console, connection.get_value(), reason));
        }
    }));
    let content = move || match entrance.get() {
        Entrance::Form(in_vain) => form(console, connection.get_value(), in_vain, is_page),
        Entrance::Ask(_) | Entrance::Wait => {
            let words = text::live(text::host_signs_in);
            framed(connection.get_value(), is_page, view! { <div class="part"><p role="status">{words}</p></div> })
        }
        Entrance::Offer => framed(connection.get_value(), is_page, offer(console, connection.get_value())),
    };
    content.into_view()
}

/// The heading of a sign-in and a panel; in place there are both already.
fn framed(connection: Connection, is_page: bool, content: View) -> View {
    if !is_page {
        return content;
    }
    let words = Signal::derive(move || text::sign_in_to(&connection.label));
    view! {
        <div class="page-head"><LiveHeading words/></div>
        <div class="panel narrow">{content}</div>
    }
}

/// The form, and why it is there although the host can sign in.
fn form(console: Console, connection: Connection, in_vain: Option<Reason>, is_page: bool) -> View {
    let notice = in_vain.map(|reason| {
        let words = match reason {
            Reason::Needed => text::live(text::host_gave_no_token),
            Reason::Refused => text::live(text::host_gave_no_other_token),
        };
        let asked = connection.clone();
        let again = move |event: MouseEvent| {
            // The button goes; in place, the heading above it stays.
            dom::focus(&event_target::<HtmlElement>(&event), AGAIN);
            ask(console, asked.clone(), reason);
        };
        view! {
            <div class="notice strip" data-tone="warn" role="alert">
                <Icon sign=Sign::Attention/>
                <div>
                    <p>{words}</p>
                    <button type="button" class="button small" on:click=again>{text::live(text::try_again)}</button>
                </div>
            </div>
        }
    });
    if is_page {
        return view! { <SignInPage connection notice=notice/> };
    }
    view! { {notice}<SignInForm connection/> }
}

/// A session was ended, by somebody or by time: it begins again when somebody says so.
fn offer(console: Console, connection: Connection) -> View {
    let place = Console::place_name(&connection);
    let ended = match untrack(|| console.sessions.get(&connection.id)) {
        Session::SignedOut(ended) => ended,
        Session::SignedIn(_) | Session::Expired => None,
    };
    let why = match ended {
        // Who signed out knows it, and a panel with nothing but a button says nothing.
        Some(Ended::Here) | None => view! { <p>{text::live(text::signed_out)}</p> },
        Some(ended) => refusal::notice(Refusal { ended, place }),
    };
    let again = move |_| ask(console, connection.clone(), Reason::Needed);
    view! {
        <div class="part">{why}</div>
        <div class="acts">
            <button type="button" class="button primary" part="button-primary" on:click=again>{text::live(text::host_sign_in_again)}</button>
        </div>
    }
}

/// Asks the host, and begins a session with what it gives.
fn ask(console: Console, connection: Connection, reason: Reason) {
    let (host, id) = (console.host, connection.id.clone());
    let now = move |id: &str| untrack(|| console.situation(id));
    let question = host.change_sign_in(&id, |sign_in| sign_in.ask(reason, now(&id)));
    let awaits = move |id: &str| untrack(|| host.sign_in(id)).awaits(question, now(id));
    let fail = move |id: &str| {
        if awaits(id) {
            host.change_sign_in(id, |sign_in| sign_in.fail(question, now(id)));
        }
    };
    let late = id.clone();
    spawn_local(async move {
        sleep(PATIENCE).await;
        fail(&late);
    });
    spawn_local(async move {
        let token = host.token(&id, reason).await;
        // It may be too late, somebody may have signed out, or the console is gone.
        if !awaits(&id) {
            return;
        }
        let step = token.map(|token| connection.dialect.sign_in(&SignIn::AccessToken(token)));
        if let Some(Ok(SignInStep::Ready(granted))) = step {
            console.remember_entered(&id, SignInMethod::AccessToken, String::new());
            let before = now(&id);
            console.sessions.start(&id, granted);
            host.change_sign_in(&id, |sign_in| sign_in.give(question, console.sessions.number(), before));
        } else {
            fail(&id);
        }
    });
}
