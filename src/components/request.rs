//! The request that a form is about to send (UX-28), and commands that send the same by hand (ux.md 3, G).

use leptos::prelude::*;
use rekey_core::capabilities::SecretNoun;
use rekey_core::configuration::Connection;
use rekey_core::credential::Credential;
use rekey_core::preview::{Entry, Preview, Signing, Wish, Words};

use crate::components::copy_button::CopyButton;
use crate::components::secret_field::SecretInput;
use crate::console::Console;
use crate::page::Place;
use crate::session::Session;
use crate::view::{View, view, when};
use crate::{dom, text};

/// The shells that there is a command for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shell {
    Bash,
    PowerShell,
}

impl Shell {
    fn label(self) -> &'static str {
        match self {
            Self::Bash => text::bash(),
            Self::PowerShell => text::powershell(),
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Bash => "shell-bash",
            Self::PowerShell => "shell-powershell",
        }
    }

    fn command(self, preview: &Preview, words: &Words) -> String {
        match self {
            Self::Bash => preview.bash(words),
            Self::PowerShell => preview.powershell(words),
        }
    }
}

/// How the secret of a field would be typed into a command, and again when that changes. The secret itself is not read.
pub fn entry(secret: SecretInput) -> Entry {
    match (secret.has_lines(), secret.has_windows_ends()) {
        (false, _) => Entry::Line,
        (true, false) => Entry::Lines,
        (true, true) => Entry::WindowsLines,
    }
}

/// The request of a write, and again when the session changes; nothing while nobody is signed in.
pub fn preview(
    console: Console,
    connection: &Connection,
    place: &Place,
    credential: &Credential,
    wish: Wish,
) -> Option<Preview> {
    let Session::SignedIn(access) = console.sessions.get(&connection.id) else { return None };
    let address = (&connection.base_url, &*dom::origin());
    Preview::new(connection.dialect, Signing::from(&access), address, (&place.scope, credential), wish).ok()
}

/// What stands for the values that are left out, and asks for them.
fn words(preview: &Preview, noun: SecretNoun) -> Words {
    let noun = text::noun(noun);
    let token = if preview.signing() == Signing::Basic { text::api_token() } else { text::access_token() };
    Words {
        token: token.to_owned(),
        email: text::email().to_owned(),
        secret: text::new_noun(noun).text(),
        until_control_d: text::new_noun_until_control_d(noun).text(),
        until_dot: text::new_noun_until_dot(noun).text(),
    }
}

/// The fold with the request and its commands.
#[component]
pub fn RequestFold(
    /// The request, as far as it is known.
    #[prop(into)]
    preview: Signal<Option<Preview>>,
    /// What the secret is called.
    noun: SecretNoun,
) -> View {
    let shell = RwSignal::new(Shell::Bash);
    let show = move |show: &dyn Fn(&Preview, &Words) -> String| {
        preview.with(|preview| preview.as_ref().map(|preview| show(preview, &words(preview, noun)))).unwrap_or_default()
    };
    let request = move || show(&Preview::text);
    let command = move || show(&|preview, words| shell.get().command(preview, words));
    let hides = move || preview.with(|preview| preview.as_ref().is_some_and(Preview::hides));
    let explained = move || if hides() { text::request_explained() } else { text::request_complete() };
    let wants_token = move || preview.with(|preview| preview.as_ref().is_some_and(|it| it.signing() != Signing::Proxy));
    let asks = move || {
        let token = move || wants_token().then(text::token_is_made);
        view! { <p class="help">{text::command_asks()}" "{token}</p> }
    };
    // What became of copying one command says nothing about the other.
    let copy = move || {
        let _ = shell.get();
        let content = Callback::new(move |()| untrack(command));
        view! { <CopyButton label=text::copy_command() content/> }
    };
    view! {
        <details class="fold" hidden=move || preview.with(Option::is_none)>
            <summary>{text::request()}</summary>
            <div class="folded">
                <p class="help">{explained}</p>
                <pre dir="ltr">{request}</pre>
                <Shells shell/>
                {when(hides, asks)}
                <div>{copy}</div>
                <pre class="command" dir="ltr">{command}</pre>
            </div>
        </details>
    }
}

/// The choice between the shells. It is no field of the form around it, which Enter here must not submit.
#[component]
fn Shells(shell: RwSignal<Shell>) -> View {
    let choice = move |this: Shell| {
        view! {
            <div class="check">
                <input type="radio" name="shell" form="" id=this.id() prop:checked=move || shell.get() == this
                    on:change=move |_| shell.set(this)/>
                <label for=this.id()>{this.label()}</label>
            </div>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{text::command_for()}</legend>
            {[Shell::Bash, Shell::PowerShell].into_iter().map(choice).collect::<View>()}
        </fieldset>
    }
}
