//! One request to a system, and its answer.

use axum::body::{Body, Bytes};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Uri, header};
use axum::response::Response;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::dial::dial;
use crate::failure::Failure;
use crate::headers;
use crate::relay::{Conversation, Relay};
use crate::server::Patience;
use crate::upstream::Upstream;

/// A request that may be sent, and has come whole.
#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) method: Method,
    pub(crate) address: PathAndQuery,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Sends it once (N-16). A connection that was used before may have died since, and whoever finds it so sends again; so
/// each request has a connection of its own, and what fails on it has failed.
pub(crate) async fn exchange(
    upstream: &Upstream,
    encryption: Option<&TlsConnector>,
    patience: Patience,
    order: Order,
) -> Result<Response, Failure> {
    let line = dial(upstream, encryption, patience.connecting).await?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(line)).await.map_err(|error| Failure::exchanging(&error))?;
    // How a connection ends is told to whoever waits for the answer.
    let conversation = Conversation(tokio::spawn(async move { drop(connection.await) }));
    let answer = timeout(patience.answering, sender.send_request(request(upstream, order))).await;
    let answer =
        answer.map_err(|_| Failure::Silent(patience.answering))?.map_err(|error| Failure::exchanging(&error))?;

    let (parts, body) = answer.into_parts();
    let mut passed_on = Response::new(Body::new(Relay::new(body, patience.answering, conversation)));
    *passed_on.status_mut() = parts.status;
    *passed_on.headers_mut() = headers::of_answer(&parts.headers);
    Ok(passed_on)
}

/// The request as the system gets it.
fn request(upstream: &Upstream, order: Order) -> Request<Body> {
    let mut request = Request::new(Body::from(order.body));
    *request.method_mut() = order.method;
    *request.uri_mut() = Uri::from(order.address);
    let mut headers = headers::of_request(&order.headers);
    headers.insert(header::HOST, upstream.authority.clone());
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    *request.headers_mut() = headers;
    request
}
