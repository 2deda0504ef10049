//! The form that asks for a token, on a page of its own and in place over an open form (F-09).

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::access::{AccessProblem, SignIn, SignInMethod};
use rekey_core::configuration::Connection;
use rekey_core::dialect::SignInStep;
use rekey_core::outcome::ReadFailure;
use rekey_core::secret::Secret;

use crate::components::icon::{Icon, Sign};
use crate::components::said::Said;
use crate::console::Console;
use crate::session::Session;
use crate::transport::Stop;
use crate::{dom, runner, text};
use crate::view::view;

/// Why a sign-in did not go on.
#[derive(Debug, Clone)]
enum Problem {
    /// Something was not entered as it must be; the id of the input.
    Input(&'static str, String),
    /// The server, or the way to it.
    Failure(ReadFailure),
}

/// The fields and the button. The secrets stand in the inputs until they are sent, and are wiped then.
#[component]
pub fn SignInForm(
    /// Where to sign in.
    connection: Connection,
) -> impl IntoView {
    let console = Console::here();
    let methods = connection.dialect.capabilities().sign_in;
    let method = RwSignal::new(methods.first().copied().unwrap_or(SignInMethod::AccessToken));
    let (secret, user) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let busy = RwSignal::new(false);
    let refused = match console.sessions.get(&connection.id) {
        Session::SignedOut(Some(failure)) => Some(Problem::Failure(failure)),
        Session::SignedOut(None) | Session::SignedIn(_) | Session::Expired => None,
    };
    let problem = RwSignal::new(refused);
    let place = Console::place_name(&connection);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let value = |node: NodeRef<html::Input>| node.get_untracked().map(|node| node.value()).unwrap_or_default();
        let entered = Secret::new(value(secret));
        let sign_in = match method.get_untracked() {
            SignInMethod::AccessToken => Ok(SignIn::AccessToken(entered)),
            SignInMethod::UserNameAndPassword if value(user).is_empty() => Err(("user-name", text::user_name_empty())),
            SignInMethod::UserNameAndPassword if entered.is_empty() => Err(("sign-in-secret", text::sign_in_password_empty())),
            SignInMethod::UserNameAndPassword => {
                Ok(SignIn::UserNameAndPassword { user_name: value(user), password: entered })
            }
        };
        let step = sign_in.and_then(|sign_in| {
            connection.dialect.sign_in(&sign_in).map_err(|problem| ("sign-in-secret", access_problem(problem)))
        });
        match step {
            Err((input, words)) => {
                problem.set(Some(Problem::Input(input, words)));
                if let Some(node) = if input == "user-name" { user } else { secret }.get_untracked() {
                    let _ = node.focus();
                }
            }
            Ok(SignInStep::Ready(granted)) => console.sessions.start(&connection.id, granted.access),
            Ok(SignInStep::Exchange(request)) => {
                busy.set(true);
                let connection = connection.clone();
                spawn_local(async move {
                    let reply = runner::exchange(&connection.base_url, &request, &Stop::default()).await;
                    let _ = busy.try_set(false);
                    match connection.dialect.interpret_sign_in(reply) {
                        Ok(granted) => console.sessions.start(&connection.id, granted.access),
                        Err(failure) => drop(problem.try_set(Some(Problem::Failure(failure)))),
                    }
                });
            }
        }
    };
    let choices = (methods.len() > 1).then(|| view! { <Methods methods method/> });
    view! {
        <form class="sign-in" method="post" novalidate on:submit=submit>
            <div class="part">
                {move || problem.get().map(|problem| notice(&problem, &place))}
                {choices}
                <Show when=move || method.get() == SignInMethod::UserNameAndPassword>
                    <div class="field">
                        <label for="user-name">{text::user_name()}</label>
                        <input class="control" id="user-name" node_ref=user autocomplete="username" autocapitalize="none" spellcheck="false"/>
                    </div>
                </Show>
                <SecretEntry method node=secret problem/>
            </div>
            <div class="acts">
                <button class="button primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {move || if busy.get() { text::signing_in() } else { text::sign_in() }}
                </button>
            </div>
        </form>
    }
}

/// The token or the password. Its input is made anew with the method, so that neither is ever taken for the other.
#[component]
fn SecretEntry(method: RwSignal<SignInMethod>, node: NodeRef<html::Input>, problem: RwSignal<Option<Problem>>) -> impl IntoView {
    dom::leave_spelling_alone(node);
    let words = move || match problem.get() {
        Some(Problem::Input(_, words)) => Some(words),
        Some(Problem::Failure(_)) | None => None,
    };
    let entry = move || {
        let (label, help, autocomplete) = match method.get() {
            SignInMethod::AccessToken => (text::access_token(), Some(text::access_token_help()), "off"),
            SignInMethod::UserNameAndPassword => (text::sign_in_password(), None, "current-password"),
        };
        view! {
            <div class="field">
                <label for="sign-in-secret">{label}</label>
                <p class="help" id="sign-in-help">{help}</p>
                <input class="control mono" id="sign-in-secret" type="password" node_ref=node data-secret
                    autocomplete=autocomplete autocapitalize="none" spellcheck="false"
                    aria-describedby="sign-in-help sign-in-error" aria-invalid=move || words().map(|_| "true")/>
                <p class="error" id="sign-in-error" role="alert">
                    {move || words().map(|words| view! { <Icon sign=Sign::Failed/><span>{words}</span> })}
                </p>
            </div>
        }
    };
    view! { {entry} }
}

/// The choice between the ways to sign in.
#[component]
fn Methods(methods: &'static [SignInMethod], method: RwSignal<SignInMethod>) -> impl IntoView {
    let choice = move |(index, this): (usize, SignInMethod)| {
        let id = format!("sign-in-{index}");
        view! {
            <div class="check">
                <input type="radio" name="sign-in" id=id.clone() prop:checked=move || method.get() == this
                    on:change=move |_| method.set(this)/>
                <label for=id>{text::sign_in_method(this)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{text::sign_in_with()}</legend>
            {methods.iter().copied().enumerate().map(choice).collect_view()}
        </fieldset>
    }
}

fn notice(problem: &Problem, place: &str) -> Option<AnyView> {
    let Problem::Failure(failure) = problem else { return None };
    let refused = failure.wants_sign_in();
    let title = if refused { text::sign_in_refused() } else { text::sign_in_impossible() };
    let words = text::read_failure(failure, place);
    let ours = (!refused).then(|| words.ours.view());
    let theirs = words.theirs.map(|theirs| view! { <Said words=theirs status=words.status/> });
    Some(
        view! {
            <section class="notice" data-tone="bad" role="alert">
                <Icon sign=Sign::Failed/>
                <div><h2>{title}</h2><p>{ours}</p>{theirs}</div>
            </section>
        }
        .into_any(),
    )
}

fn access_problem(problem: AccessProblem) -> String {
    match problem {
        AccessProblem::Empty => text::access_token_empty(),
        AccessProblem::Characters => text::access_token_characters(),
    }
}
