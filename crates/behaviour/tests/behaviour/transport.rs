//! Requests of the core as real ones, and real answers as the core knows them: what the transport of the app does in a
//! browser.

use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{HeaderMap, Request as WireRequest};
use rekey_core::base_url::BaseUrl;
use rekey_core::http::{BodyFault, Fault, Patience, RATE_LIMIT_RESET, Reply, Request, Response, wait_hint};
use tokio::time::timeout;

use crate::wire;

/// Sends a request once. `headers_within` is for tests that cannot wait as long as a person would.
pub(crate) async fn send(
    address: SocketAddr,
    base: &BaseUrl,
    request: &Request,
    headers_within: Option<Duration>,
) -> Reply {
    let limit = headers_within.unwrap_or(request.patience.headers());
    let answer = match timeout(limit, wire::send(address, on_the_wire(base, request))).await {
        Err(_) => return Err(Fault::TimedOut),
        Ok(Err(_)) => return Err(Fault::Unreachable),
        Ok(Ok(answer)) => answer,
    };
    if answer.status().is_redirection() {
        return Err(Fault::Redirected);
    }
    let (head, body) = answer.into_parts();
    let status = head.status.as_u16();
    Ok(Response {
        status,
        content_type: text(&head.headers, CONTENT_TYPE.as_str()).map(str::to_owned),
        retry_after: wait_hint(
            head.status.as_u16(),
            text(&head.headers, "retry-after"),
            text(&head.headers, RATE_LIMIT_RESET),
            now(),
        ),
        body: read(body, request.patience, status).await,
    })
}

/// The three headers there may be (N-07), and the host that HTTP itself wants.
fn on_the_wire(base: &BaseUrl, request: &Request) -> WireRequest<Full<Bytes>> {
    let address = request.url(base);
    let (_, host_and_target) = address.split_once("://").expect("the sandbox is not on the page's own origin");
    let (host, _) = host_and_target.split_once('/').expect("every request has a path");
    let target = &host_and_target[host.len()..];
    let mut wire = WireRequest::builder().method(request.method.name()).uri(target).header(HOST, host);
    wire = wire.header(ACCEPT, request.accept);
    if let Some(authorization) = &request.authorization {
        wire = wire.header(AUTHORIZATION, authorization.expose());
    }
    let Some(body) = &request.body else { return wire.body(Full::default()).unwrap() };
    wire.header(CONTENT_TYPE, body.media_type()).body(Full::from(body.text().expose().to_owned())).unwrap()
}

async fn read(mut body: Incoming, patience: Patience, status: u16) -> Result<Vec<u8>, BodyFault> {
    let limit = patience.body_limit(status);
    let mut bytes = Vec::new();
    loop {
        match timeout(patience.silence(), body.frame()).await {
            Err(_) => return Err(BodyFault::Stalled),
            Ok(None) => return Ok(bytes),
            Ok(Some(Err(_))) => return Err(BodyFault::Cut),
            Ok(Some(Ok(frame))) => bytes.extend_from_slice(frame.data_ref().map_or(&[], |data| data)),
        }
        if bytes.len() > limit {
            return Err(BodyFault::TooLarge(limit));
        }
    }
}

fn text<'headers>(headers: &'headers HeaderMap, name: &str) -> Option<&'headers str> {
    headers.get(name)?.to_str().ok()
}

/// This computer's clock, in milliseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}
