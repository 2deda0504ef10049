//! The form that asks for a token, on a page of its own and in place over an open form (F-09).

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rekey_core::access::{AccessProblem, SignIn, SignInMethod};
use rekey_core::configuration::Connection;
use rekey_core::secret::Secret;

use crate::components::icon::{Icon, Sign};
use crate::components::missing;
use crate::components::refusal::Refusal;
use crate::console::Console;
use crate::exchange::{Exchange, NotGranted};
use crate::later::{self, Loaded, Missing};
use crate::session::{Ended, Session};
use crate::view::{View, view, when};
use crate::{dom, text};

/// The id of an input, and the entry of the catalogue that says what is wrong with it.
type InputProblem = (&'static str, fn() -> &'static str);

/// Why a sign-in did not go on.
#[derive(Debug, Clone)]
enum Problem {
    /// Something was not entered as it must be.
    Input(InputProblem),
    /// The server, or the way to it; or a session has ended.
    Ended(Ended),
    /// The second part of the program, which sends it, is not there.
    Missing(Missing),
}

/// What the parts of the form share; a handle that copies.
#[derive(Clone, Copy)]
struct SigningIn {
    console: Console,
    connection: StoredValue<Connection>,
    method: RwSignal<SignInMethod>,
    /// The name that stands in its field at first.
    name: StoredValue<String>,
    secret: NodeRef<html::Input>,
    user: NodeRef<html::Input>,
    problem: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
}

impl SigningIn {
    fn new(connection: Connection) -> Self {
        let console = Console::here();
        let methods = connection.dialect.capabilities().sign_in;
        let refused = match console.sessions.get(&connection.id) {
            Session::SignedOut(Some(ended)) => Some(Problem::Ended(ended)),
            Session::SignedOut(None) | Session::SignedIn(_) | Session::Expired => None,
        };
        let (method, name) = match console.entered(&connection.id) {
            Some((method, name)) => (Some(method), name),
            None => (methods.first().copied(), String::new()),
        };
        Self {
            console,
            connection: StoredValue::new(connection),
            method: RwSignal::new(method.unwrap_or(SignInMethod::AccessToken)),
            name: StoredValue::new(name),
            secret: NodeRef::new(),
            user: NodeRef::new(),
            problem: RwSignal::new(refused),
            busy: RwSignal::new(false),
        }
    }

    /// What was entered, or the input in which something is missing.
    fn entered(self) -> Result<SignIn, InputProblem> {
        let value = |node: NodeRef<html::Input>| node.get_untracked().map(|node| node.value()).unwrap_or_default();
        let (secret, user_name) = (Secret::new(value(self.secret)), value(self.user));
        let user_empty = user_name.trim().is_empty();
        match self.method.get_untracked() {
            SignInMethod::AccessToken => Ok(SignIn::AccessToken(secret)),
            SignInMethod::EmailAndApiToken if user_empty => Err(("user-name", text::sign_in_email_empty)),
            SignInMethod::EmailAndApiToken => Ok(SignIn::EmailAndApiToken { email: user_name, token: secret }),
            SignInMethod::UserNameAndPassword if user_name.is_empty() => Err(("user-name", text::user_name_empty)),
            SignInMethod::UserNameAndPassword if secret.is_empty() => {
                Err(("sign-in-secret", text::sign_in_password_empty))
            }
            SignInMethod::UserNameAndPassword => Ok(SignIn::UserNameAndPassword { user_name, password: secret }),
        }
    }

    fn submit(self) {
        if self.busy.get_untracked() {
            return;
        }
        let sign_in = match self.entered() {
            Ok(sign_in) => sign_in,
            Err(problem) => return self.point_at(problem),
        };
        self.busy.set(true);
        spawn_local(async move {
            let (console, connection) = (self.console, self.connection.get_value());
            let signed_in = match later::load().await {
                Ok(part) => part.exchange(Exchange { console, connection, sign_in }).await.map_err(Problem::from),
                Err(missing) => Err(Problem::Missing(missing)),
            };
            let _ = self.busy.try_set(false);
            match signed_in {
                Ok(()) => {}
                Err(Problem::Input(problem)) => self.point_at(problem),
                Err(problem) => drop(self.problem.try_set(Some(problem))),
            }
        });
    }

    /// Says what is wrong with what was entered, and goes to where.
    fn point_at(self, problem: InputProblem) {
        let (input, _) = problem;
        let _ = self.problem.try_set(Some(Problem::Input(problem)));
        let node = if input == "user-name" { self.user } else { self.secret };
        if let Some(node) = node.try_get_untracked().flatten() {
            let _ = node.focus();
        }
    }
}

/// The fields and the button. The secrets stand in the inputs and nowhere else, until they are sent.
#[component]
pub fn SignInForm(
    /// Where to sign in.
    connection: Connection,
) -> View {
    let methods = connection.dialect.capabilities().sign_in;
    let place = Console::place_name(&connection);
    let signing_in = SigningIn::new(connection);
    let SigningIn { method, name, secret, user, problem, busy, .. } = signing_in;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        signing_in.submit();
    };
    let user_name = move || view! { <UserName method name=name.get_value() node=user problem/> };
    let choices = (methods.len() > 1).then(|| view! { <Methods methods method/> });
    view! {
        <form class="sign-in" part="form" method="post" novalidate on:submit=submit>
            <div class="part">
                {move || problem.get().map(|problem| notice(&problem, &place))}
                {choices}
                {when(move || method.get() != SignInMethod::AccessToken, user_name)}
                <SecretEntry method node=secret problem/>
            </div>
            <div class="acts">
                <button class="button primary" part="button-primary" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {move || if busy.get() { text::signing_in() } else { text::sign_in() }}
                </button>
                <span class="sr" role="status">{move || busy.get().then(text::signing_in)}</span>
            </div>
        </form>
    }
}

/// The message at an input, if that is where the problem is.
fn message(problem: RwSignal<Option<Problem>>, input: &'static str) -> Option<&'static str> {
    match problem.get() {
        Some(Problem::Input((at, words))) if at == input => Some(words()),
        Some(Problem::Input(..) | Problem::Ended(_) | Problem::Missing(_)) | None => None,
    }
}

/// The message itself, in a place that is announced.
#[component]
fn Message(problem: RwSignal<Option<Problem>>, input: &'static str) -> View {
    let words = move || message(problem, input).map(|words| view! { <Icon sign=Sign::Failed/><span>{words}</span> });
    view! { <p class="error" id=format!("{input}-error") role="alert">{words}</p> }
}

/// The user name.
#[component]
fn UserName(
    method: RwSignal<SignInMethod>,
    name: String,
    node: NodeRef<html::Input>,
    problem: RwSignal<Option<Problem>>,
) -> View {
    let is_email = move || method.get() == SignInMethod::EmailAndApiToken;
    view! {
        <div class="field">
            <label for="user-name">{move || if is_email() { text::email() } else { text::user_name() }}</label>
            <input class="control" id="user-name" type=move || if is_email() { "email" } else { "text" } node_ref=node autocomplete="username" prop:value=move || name.clone() autocapitalize="none"
                spellcheck="false" aria-describedby="user-name-error"
                aria-invalid=move || message(problem, "user-name").map(|_| "true")/>
            <Message problem input="user-name"/>
        </div>
    }
}

/// The token or the password. Its input is made anew with the method, so that neither is ever taken for the other.
#[component]
fn SecretEntry(method: RwSignal<SignInMethod>, node: NodeRef<html::Input>, problem: RwSignal<Option<Problem>>) -> View {
    dom::leave_spelling_alone(node);
    let is_token = move || method.get() != SignInMethod::UserNameAndPassword;
    let label = move || match method.get() {
        SignInMethod::AccessToken => text::access_token(),
        SignInMethod::EmailAndApiToken => text::api_token(),
        SignInMethod::UserNameAndPassword => text::sign_in_password(),
    };
    let help = move || is_token().then(text::access_token_help);
    let entry = move || {
        view! {
            <input class="control mono" id="sign-in-secret" type="password" node_ref=node data-secret
                autocomplete=if is_token() { "off" } else { "current-password" } autocapitalize="none" spellcheck="false"
                aria-describedby="sign-in-help sign-in-secret-error"
                aria-invalid=move || message(problem, "sign-in-secret").map(|_| "true")/>
        }
    };
    view! {
        <div class="field">
            <label for="sign-in-secret">{label}</label>
            <p class="help" id="sign-in-help">{help}</p>
            {entry}
            <Message problem input="sign-in-secret"/>
        </div>
    }
}

/// The choice between the ways to sign in.
#[component]
fn Methods(methods: &'static [SignInMethod], method: RwSignal<SignInMethod>) -> View {
    let choice = move |(index, this): (usize, SignInMethod)| {
        let id = format!("sign-in-{index}");
        view! {
            <div class="check">
                <input type="radio" name="sign-in" id=id.clone() prop:checked=move || method.get() == this
                    on:change=move |_| method.set(this)/>
                <label for=id>{move || text::sign_in_method(this)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{text::live(text::sign_in_with)}</legend>
            {methods.iter().copied().enumerate().map(choice).collect::<View>()}
        </fieldset>
    }
}

fn notice(problem: &Problem, place: &str) -> Option<View> {
    match problem {
        Problem::Input(..) => None,
        Problem::Missing(missing) => Some(missing::notice(*missing, None)),
        // Only the second part can have met a failure, and only it ends a session.
        Problem::Ended(ended) => {
            Loaded::now().map(|part| part.refusal(Refusal { ended: ended.clone(), place: place.to_owned() }))
        }
    }
}

impl From<NotGranted> for Problem {
    fn from(reason: NotGranted) -> Self {
        Self::Input(match reason {
            NotGranted::Failed(failure) => return Self::Ended(Ended::Refused(failure)),
            NotGranted::Entered(AccessProblem::Empty) => ("sign-in-secret", text::access_token_empty),
            NotGranted::Entered(AccessProblem::Characters) => ("sign-in-secret", text::access_token_characters),
            NotGranted::Entered(AccessProblem::NotOffered) => ("sign-in-secret", text::sign_in_not_offered),
            NotGranted::Entered(AccessProblem::UserName) => ("user-name", text::sign_in_email_wrong),
        })
    }
}
