//! One request to a vendor and its answer, as the truth log and the fault script see it.
//!
//! Whatever a request does is done in a task of its own: a real server does not stop because the client left, and what
//! it applies then must stand in the log.

mod mangled_body;
mod unmeasured_body;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::sleep;

use crate::application::Application;
use crate::connection::Connection;
use crate::cross_origin::Withheld;
use crate::fault::{self, Fault, Moment};
use crate::truth_log::Arrival;
use crate::wire::Defect;

/// More than any documented request needs.
const BODY_LIMIT: usize = 2 * 1024 * 1024;

/// How long an answer waits at most until it is overtaken.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// How long a later answer needs to leave the machine.
const HEAD_START: Duration = Duration::from_millis(50);

/// A thin wire sends as often as this in a second.
const PORTIONS: u32 = 20;

/// Put into an answer by a vendor whose records have changed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Applied;

/// Put into an answer by a vendor that tells what has changed, for the truth log.
#[derive(Debug, Clone)]
pub(crate) struct Effects(pub(crate) Vec<&'static str>);

/// Put into a request for the vendor when the fault concerns what it does or says about deployment.
#[derive(Debug, Clone)]
pub(crate) struct DeploymentFault(pub(crate) Fault);

/// Logs the request, plays its fault if the script has one, and answers or breaks the connection.
pub(crate) async fn play(
    State(application): State<Arc<Application>>,
    Extension(connection): Extension<Connection>,
    OriginalUri(address): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let is_signed = parts.headers.get(header::AUTHORIZATION).is_some_and(|value| !value.is_empty());
    let fault = application.faults.next(parts.method.as_str(), address.path(), is_signed);
    let mut arrival = Arrival {
        connection: connection.number(),
        method: &parts.method,
        address: &address,
        headers: &parts.headers,
        body: &[],
        fault: fault.as_ref().map(Fault::kind),
    };
    if let Some(Fault::Reset { .. }) = fault {
        connection.wire.reset_at_the_end();
    }
    if matches!(fault, Some(Fault::DropBeforeReading {} | Fault::Reset { at: Moment::BeforeReading })) {
        application.log.record(&arrival);
        return never(connection.cut().await);
    }
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        let sequence = application.log.record(&arrival);
        application.log.answered(sequence, StatusCode::PAYLOAD_TOO_LARGE);
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    arrival.body = &body;
    let sequence = application.log.record(&arrival);
    let request = Request::from_parts(parts, Body::from(body));
    let turn = Turn { application: Arc::clone(&application), connection: connection.clone(), sequence, request, next };
    let played = tokio::spawn(turn.meet(fault)).await;
    match played {
        Ok(Some(response)) => {
            application.log.answered(sequence, response.status());
            response
        }
        // No answer was wanted, or the vendor panicked: either way the client sees a connection that ends.
        Ok(None) | Err(_) => never(connection.cut().await),
    }
}

fn never(nothing: Infallible) -> Response {
    match nothing {}
}

/// A request whose time has come.
struct Turn {
    application: Arc<Application>,
    connection: Connection,
    sequence: u64,
    request: Request,
    next: Next,
}

impl Turn {
    /// Plays the fault; `None` means that the connection ends without an answer.
    async fn meet(mut self, fault: Option<Fault>) -> Option<Response> {
        match fault {
            None => Some(self.apply().await),
            Some(Fault::Delay { milliseconds }) => {
                wait(milliseconds).await;
                Some(self.apply().await)
            }
            Some(Fault::DelayAfterApply { milliseconds }) => {
                let response = self.apply().await;
                wait(milliseconds).await;
                Some(response)
            }
            Some(Fault::DropBeforeReading {} | Fault::DropAfterReading {}) => None,
            Some(Fault::ApplyThenDrop {}) => {
                self.apply().await;
                None
            }
            Some(Fault::ApplyLater { milliseconds }) => {
                tokio::spawn(async move {
                    wait(milliseconds).await;
                    self.apply().await;
                });
                None
            }
            Some(Fault::Reset { at }) => self.reset(at).await,
            Some(Fault::CutBody { after }) => Some(mangled_body::cut(self.apply().await, |_| after).await),
            Some(Fault::Limit { bytes }) => Some(self.over(Defect::Ends { after: bytes }).await),
            Some(Fault::Slice { bytes, milliseconds }) => {
                Some(self.over(Defect::Slices { bytes, pause: Duration::from_millis(milliseconds) }).await)
            }
            Some(Fault::Drip { bytes_per_second }) => Some(self.over(thin(bytes_per_second)).await),
            Some(Fault::SlowClose { milliseconds }) => {
                let response = self.over(Defect::ClosesLate(Duration::from_millis(milliseconds))).await;
                Some(unmeasured_body::until_the_end(response).await)
            }
            Some(Fault::Oversize { bytes }) => Some(mangled_body::pad(self.apply().await, bytes).await),
            Some(Fault::Gzip { bytes }) => Some(mangled_body::compress(self.apply().await, bytes).await),
            Some(Fault::Endless {}) => Some(unmeasured_body::endless(self.apply().await).await),
            Some(Fault::Overtaken {}) => Some(self.after_a_later_one().await),
            Some(Fault::NoCors {}) => {
                let mut response = self.apply().await;
                response.extensions_mut().insert(Withheld);
                Some(response)
            }
            Some(Fault::Respond(answer)) => {
                if answer.apply {
                    self.apply().await;
                }
                Some(answer.into_response())
            }
            Some(Fault::Redirect { status, location }) => Some(fault::redirect(status, location)),
            Some(fault @ (Fault::FailEnvironments { .. } | Fault::Deployment { .. })) => {
                self.request.extensions_mut().insert(DeploymentFault(fault));
                Some(self.apply().await)
            }
        }
    }

    /// Does what is to be done before the connection is reset.
    async fn reset(self, at: Moment) -> Option<Response> {
        match at {
            Moment::BeforeReading | Moment::AfterReading => None,
            Moment::AfterApplying => {
                self.apply().await;
                None
            }
            Moment::MidBody => Some(mangled_body::cut(self.apply().await, |whole| whole / 2).await),
        }
    }

    /// Applies, and answers over a wire that is spoilt by then.
    async fn over(self, defect: Defect) -> Response {
        let connection = self.connection.clone();
        let response = self.apply().await;
        connection.wire.spoil(defect);
        response
    }

    /// Applies, and answers when a later request of the same kind was answered.
    async fn after_a_later_one(self) -> Response {
        let (application, sequence) = (Arc::clone(&self.application), self.sequence);
        let response = self.apply().await;
        let end = Instant::now() + LONGEST_WAIT;
        while Instant::now() < end && !application.log.is_overtaken(sequence) {
            wait(10).await;
        }
        sleep(HEAD_START).await;
        response
    }

    /// Lets the vendor do what was asked, and logs whether it changed anything.
    async fn apply(self) -> Response {
        let response = self.next.run(self.request).await;
        if response.extensions().get::<Applied>().is_some() {
            self.application.log.applied(self.sequence);
        }
        if let Some(Effects(effects)) = response.extensions().get() {
            self.application.log.effects(self.sequence, effects);
        }
        response
    }
}

/// A wire that carries so many bytes in a second.
fn thin(bytes_per_second: u32) -> Defect {
    let bytes = (bytes_per_second / PORTIONS).max(1);
    let pause = Duration::from_secs(1) * bytes / bytes_per_second.max(1);
    Defect::Slices { bytes: bytes as usize, pause }
}

async fn wait(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds)).await;
}
