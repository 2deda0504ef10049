//! The only `fetch` of the program (N-01): data in, data out.

mod probe;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Request as FetchRequest, RequestBuilder, Response as FetchResponse};
use gloo_timers::callback::Timeout;
use gloo_timers::future::sleep;
use js_sys::Uint8Array;
use rekey_core::base_url::BaseUrl;
use rekey_core::http::{
    Allowance, BodyFault, Fault, Patience, RATE_LIMIT_RESET, Reply, Request, Response, Wiped, wait_hint,
};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestInit, SecurityPolicyViolationEvent};

pub use probe::{is_isolated, probe, something_answers};

/// Lets somebody stop waiting for a request.
#[derive(Debug, Clone, Default)]
pub struct Stop(Rc<StopState>);

#[derive(Debug, Default)]
struct StopState {
    stopped: Cell<bool>,
    controller: RefCell<Option<AbortController>>,
}

impl Stop {
    /// Ends the request in flight and keeps later ones of the same operation from starting.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        if let Some(controller) = self.0.controller.borrow_mut().take() {
            controller.abort();
        }
    }

    /// Whether anybody but the asking one still holds it.
    pub fn is_in_use(&self) -> bool {
        Rc::strong_count(&self.0) > 1
    }

    /// Whether somebody did.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.get()
    }
}

/// Sends a request once and reads its answer within the limits of its [`Patience`].
pub async fn send(base: &BaseUrl, request: &Request, stop: &Stop) -> Reply {
    // Each piece is wiped when the whole has been made: growing one buffer would leave parts of it behind (T6).
    let mut pieces: Vec<Wiped> = Vec::new();
    let mut reply = send_in_pieces(base, request, stop, &mut |piece| pieces.push(piece)).await;
    if let Ok(response) = &mut reply
        && let Ok(body) = &mut response.body
    {
        body.reserve_exact(pieces.iter().map(Wiped::len).sum());
        for piece in &pieces {
            body.extend_from_slice(piece.after(0));
        }
    }
    reply
}

/// The same for a body that is read while it arrives: `take` gets each piece, and the reply has an empty body.
pub async fn send_in_pieces(base: &BaseUrl, request: &Request, stop: &Stop, take: &mut dyn FnMut(Wiped)) -> Reply {
    let (answer, controller) = open(base, request, Kind::Request, stop).await?;
    read(&answer, request.patience, &controller, take).await
}

/// What kind of request leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As the core made it.
    Request,
    /// With the headers of a signed request and nothing in them: the browser then asks the server beforehand.
    Preflighted,
    /// Without CORS: the page learns whether something answers, and nothing else.
    Opaque,
}

/// Sends something once, up to the headers of its answer.
async fn open(
    base: &BaseUrl,
    request: &Request,
    kind: Kind,
    stop: &Stop,
) -> Result<(FetchResponse, AbortController), Fault> {
    if stop.is_stopped() {
        return Err(Fault::Withdrawn);
    }
    if !is_online() {
        return Err(Fault::Offline);
    }
    let Ok(controller) = AbortController::new() else { return Err(Fault::Unreachable) };
    stop.0.controller.replace(Some(controller.clone()));
    let policy = PolicyWatch::new(base.origin());
    let timed_out = Rc::new(Cell::new(false));
    let timer = arm(request.patience.headers(), &controller, &timed_out);
    let answer = fetch(&request.url(base), request, kind, &controller).await;
    drop(timer);
    let Some(answer) = answer else {
        if stop.is_stopped() {
            return Err(Fault::Stopped);
        }
        if timed_out.get() {
            return Err(Fault::TimedOut);
        }
        // The violation is reported in a task of its own, after the refusal (M6).
        sleep(Duration::from_millis(20)).await;
        return Err(policy.blocked().map_or(Fault::Unreachable, Fault::BlockedByPolicy));
    };
    if answer.type_() == web_sys::ResponseType::Opaqueredirect {
        controller.abort();
        return Err(Fault::Redirected);
    }
    Ok((answer, controller))
}

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Reads an answer to its end.
async fn read(
    answer: &FetchResponse,
    patience: Patience,
    controller: &AbortController,
    take: &mut dyn FnMut(Wiped),
) -> Reply {
    let body = read_body(answer, patience, controller, take).await.map(|()| Vec::new());
    Ok(Response {
        status: answer.status(),
        content_type: answer.headers().get("content-type"),
        retry_after: wait_hint(
            answer.status(),
            answer.headers().get("retry-after").as_deref(),
            answer.headers().get(RATE_LIMIT_RESET).as_deref(),
            crate::clock::now().milliseconds(),
        ),
        body,
    })
}

/// The request is made by hand: the builder of `gloo-net` adds an `&` of its own to an address that has a query.
async fn fetch(url: &str, request: &Request, kind: Kind, controller: &AbortController) -> Option<FetchResponse> {
    let headers = web_sys::Headers::new().ok()?;
    headers.set("Accept", request.accept).ok()?;
    let options = RequestInit::new();
    options.set_method(request.method.name());
    options.set_credentials(web_sys::RequestCredentials::Omit);
    options.set_redirect(web_sys::RequestRedirect::Manual);
    options.set_referrer_policy(web_sys::ReferrerPolicy::NoReferrer);
    options.set_cache(web_sys::RequestCache::NoStore);
    options.set_mode(web_sys::RequestMode::Cors);
    options.set_signal(Some(&controller.signal()));
    if let Some(authorization) = &request.authorization {
        headers.set("Authorization", authorization.expose()).ok()?;
    }
    if let Some(body) = &request.body {
        headers.set("Content-Type", body.media_type()).ok()?;
        options.set_body(&body.text().expose().into());
    }
    probe::prepare(kind, &options, &headers)?;
    options.set_headers(&headers);
    let request = web_sys::Request::new_with_str_and_init(url, &options).ok()?;
    FetchRequest::from(request).send().await.ok()
}

/// A data file of the console's own, as text.
pub async fn asset(address: &str) -> Option<String> {
    let answer = RequestBuilder::new(address).credentials(web_sys::RequestCredentials::Omit).send().await.ok()?;
    if answer.ok() { answer.text().await.ok() } else { None }
}

/// Reads the decoded bytes piece by piece, so that a small compressed body cannot become a large one (M10, H-04).
async fn read_body(
    answer: &FetchResponse,
    patience: Patience,
    controller: &AbortController,
    take: &mut dyn FnMut(Wiped),
) -> Result<(), BodyFault> {
    let mut allowance = Allowance::new(patience, answer.status());
    let Some(stream) = answer.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let stalled = Rc::new(Cell::new(false));
    loop {
        let timer = arm(patience.silence(), controller, &stalled);
        let piece = JsFuture::from(reader.read()).await;
        drop(timer);
        let Ok(piece) = piece else {
            return Err(if stalled.get() { BodyFault::Stalled } else { BodyFault::Cut });
        };
        let field = |name: &str| js_sys::Reflect::get(&piece, &name.into()).unwrap_or(JsValue::UNDEFINED);
        if field("done").is_truthy() {
            return Ok(());
        }
        let piece: Uint8Array = field("value").unchecked_into();
        if let Err(fault) = allowance.take(piece.length() as usize) {
            controller.abort();
            return Err(fault);
        }
        take(Wiped::from(piece.to_vec()));
    }
}

/// Aborts after a while, without a reason: a text there makes `gloo-net` panic (examples.md 12).
fn arm(after: Duration, controller: &AbortController, fired: &Rc<Cell<bool>>) -> Timeout {
    let (controller, fired) = (controller.clone(), fired.clone());
    let milliseconds = u32::try_from(after.as_millis()).unwrap_or(u32::MAX);
    Timeout::new(milliseconds, move || {
        fired.set(true);
        controller.abort();
    })
}

/// Notices that the page's own policy held a request back, which `fetch` itself does not tell (M6).
struct PolicyWatch {
    blocked: Rc<Cell<Option<String>>>,
    listener: Closure<dyn FnMut(SecurityPolicyViolationEvent)>,
}

impl PolicyWatch {
    fn new(origin: Option<&str>) -> Self {
        let blocked = Rc::new(Cell::new(None));
        let (found, origin) = (blocked.clone(), origin.map(str::to_owned));
        let listener = Closure::new(move |event: SecurityPolicyViolationEvent| {
            let ours = origin.as_deref().filter(|origin| event.blocked_uri().starts_with(origin));
            if let (Some(origin), "connect-src") = (ours, event.effective_directive().as_str()) {
                found.set(Some(origin.to_owned()));
            }
        });
        let watch = Self { blocked, listener };
        if let Some(document) = document() {
            let _ = document
                .add_event_listener_with_callback("securitypolicyviolation", watch.listener.as_ref().unchecked_ref());
        }
        watch
    }

    fn blocked(&self) -> Option<String> {
        self.blocked.take()
    }
}

impl Drop for PolicyWatch {
    fn drop(&mut self) {
        if let Some(document) = document() {
            let _ = document
                .remove_event_listener_with_callback("securitypolicyviolation", self.listener.as_ref().unchecked_ref());
        }
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
