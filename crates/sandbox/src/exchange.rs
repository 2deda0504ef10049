//! One request to a vendor and its answer, as the truth log and the fault script see it.
//!
//! Whatever a request does is done in a task of its own: a real server does not stop because the client left, and what
//! it applies then must stand in the log.

mod mangled_body;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::sleep;

use crate::application::Application;
use crate::connection::Connection;
use crate::fault::{self, Fault};
use crate::truth_log::Arrival;

/// More than any documented request needs.
const BODY_LIMIT: usize = 2 * 1024 * 1024;

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
    let fault = application.faults.next(parts.method.as_str(), address.path());
    let mut arrival = Arrival {
        connection: connection.number(),
        method: &parts.method,
        address: &address,
        headers: &parts.headers,
        body: &[],
        fault: fault.as_ref().map(Fault::kind),
    };
    if fault == Some(Fault::DropBeforeReading {}) {
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
    let turn = Turn { application: Arc::clone(&application), sequence, request, next };
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
            Some(Fault::DropBeforeReading {}) => None,
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
            Some(Fault::CutBody { after }) => Some(mangled_body::cut(self.apply().await, after).await),
            Some(Fault::Oversize { bytes }) => Some(mangled_body::pad(self.apply().await, bytes).await),
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

async fn wait(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds)).await;
}
