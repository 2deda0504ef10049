//! One TCP connection, and the power to break it.
//!
//! A client must be shown what a dying server or proxy does: the connection ends without an answer. A handler can only
//! return answers, so the connection itself is put into the request and broken from there.

use std::convert::Infallible;
use std::future::pending;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::sync::Notify;

use crate::application::Application;
use crate::settings::Connections;
use crate::wire::{Wire, WireControl};

/// The connection a request came in on.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    number: u64,
    broken: Arc<Notify>,
    /// What is below HTTP.
    pub(crate) wire: WireControl,
}

impl Connection {
    /// The `number`-th connection of this process.
    pub(crate) fn new(number: u64) -> Self {
        Self { number, broken: Arc::new(Notify::new()), wire: WireControl::default() }
    }

    /// Counts connections, so that the log can tell a fresh one from a reused one (X08, X09).
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Closes the socket without another byte. Nothing after this call happens for the request: it never returns.
    pub(crate) async fn cut(&self) -> Infallible {
        self.broken.notify_one();
        pending().await
    }

    /// Speaks HTTP/1.1 on `stream` until either side ends it or a fault [cuts](Self::cut) it.
    pub(crate) async fn serve(self, stream: TcpStream, router: Router) {
        let router = router.layer(Extension(self.clone()));
        let wire = TokioIo::new(Wire::new(stream, self.wire));
        let conversation = http1::Builder::new().serve_connection(wire, TowerToHyperService::new(router));
        tokio::select! {
            // A conversation that ends badly is the client's doing or a scripted fault; neither concerns the server.
            _ = conversation => {}
            () = self.broken.notified() => {}
        }
    }
}

/// Closes the connection after an answer, where the settings say so: the next request comes on a fresh one (M4).
pub(crate) async fn close_after_answer(
    State(application): State<Arc<Application>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    if application.settings().connections == Connections::Closed {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
