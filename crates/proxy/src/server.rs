//! Accepting requests, for the command line and for tests alike.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::serve::ListenerExt;
use rekey_site::{Configuration, Site};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;

use crate::admission::Admission;
use crate::connection::Connection;
use crate::exchange::{Order, exchange};
use crate::loopback::Loopback;
use crate::target::{FOLDER, NoTarget, Target};
use crate::trust::{self, TrustProblem};
use crate::{configuration, headers, problem};

/// More than any change of a credential has.
const LARGEST_BODY: usize = 1024 * 1024;

/// What is decided when the proxy starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder with the built page.
    pub site: PathBuf,
    /// The systems behind it.
    pub connections: Vec<Connection>,
    /// How long it waits.
    pub patience: Patience,
}

/// How long the proxy waits for a system.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For its name, its address and TLS, each.
    pub connecting: Duration,
    /// For the headers of an answer, and for each piece of the body.
    pub answering: Duration,
}

impl Default for Patience {
    /// A change deploys to every environment, and the console waits 120 seconds for it (N-09): it is the one that gives up.
    fn default() -> Self {
        Self { connecting: Duration::from_secs(10), answering: Duration::from_secs(130) }
    }
}

/// Why there is no proxy.
#[derive(Debug, Error)]
pub enum StartProblem {
    /// The address is taken, or not of this computer.
    #[error("cannot listen on {0}: {1}")]
    Listening(SocketAddr, io::Error),
    /// No certificate could be checked.
    #[error("{0}")]
    Trust(String),
}

impl From<TrustProblem> for StartProblem {
    fn from(problem: TrustProblem) -> Self {
        Self::Trust(problem.to_string())
    }
}

/// A running proxy. It accepts nothing more when it is dropped.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

impl Proxy {
    /// Serves beside the caller, who has to be inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// When it cannot listen, or cannot tell whom to trust.
    pub async fn start(listen: Loopback, options: Options) -> Result<Self, StartProblem> {
        let wanted = listen.address();
        let listening = |error| StartProblem::Listening(wanted, error);
        let listener = TcpListener::bind(wanted).await.map_err(listening)?;
        let address = listener.local_addr().map_err(listening)?;
        let state = Arc::new(Server::new(address.port(), options)?);
        let router = Router::new().fallback(answer).with_state(state);
        // Small answers must not wait for Nagle's timer; a stream that refuses is merely slower.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let accepting = tokio::spawn(async { drop(axum::serve(listener, router).await) });
        Ok(Self { address, accepting })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// What all requests share.
struct Server {
    admission: Admission,
    connections: Vec<Connection>,
    encryption: Option<TlsConnector>,
    patience: Patience,
    site: Site,
}

impl fmt::Debug for Server {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Server").field("connections", &self.connections).finish_non_exhaustive()
    }
}

impl Server {
    fn new(port: u16, options: Options) -> Result<Self, TrustProblem> {
        let is_encrypted = options.connections.iter().any(|connection| connection.upstream.is_encrypted);
        let configuration = configuration::text(&options.connections);
        Ok(Self {
            admission: Admission::on(port),
            encryption: if is_encrypted { Some(trust::of_this_computer()?) } else { None },
            site: Site::new(&options.site, Configuration::Always(configuration.into())),
            connections: options.connections,
            patience: options.patience,
        })
    }

    /// The answer of a system, or why there is none.
    async fn pass_on(&self, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let target = match Target::find(&self.connections, parts.method.as_str(), &parts.uri) {
            Ok(target) => target,
            Err(reason) => return nowhere(&reason),
        };
        let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
            return problem::answer(StatusCode::PAYLOAD_TOO_LARGE, "a request may have 1 MiB. Nothing was sent.");
        };
        let order = Order { method: parts.method, address: target.address, headers: parts.headers, body };
        let upstream = &target.connection.upstream;
        match exchange(upstream, self.encryption.as_ref(), self.patience, order).await {
            Ok(answer) => answer,
            Err(failure) => problem::answer(failure.status(), &failure.words(&upstream.origin)),
        }
    }
}

/// Answers everything.
async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response {
    if let Err(refusal) = server.admission.check(request.uri(), request.headers()) {
        let mut response = problem::answer(StatusCode::FORBIDDEN, &refusal.to_string());
        headers::protect_data(response.headers_mut());
        return response;
    }
    if request.uri().path().starts_with(FOLDER) {
        let mut response = server.pass_on(request).await;
        headers::protect_data(response.headers_mut());
        return response;
    }
    let mut response = server.site.answer(request.method().clone(), request.uri().path(), request.headers()).await;
    headers::protect_page(response.headers_mut());
    response
}

fn nowhere(reason: &NoTarget) -> Response {
    let status = match reason {
        NoTarget::Name | NoTarget::Path { .. } => StatusCode::NOT_FOUND,
        NoTarget::Climbs => StatusCode::BAD_REQUEST,
        NoTarget::Method { .. } => StatusCode::METHOD_NOT_ALLOWED,
    };
    let mut response = problem::answer(status, &format!("{reason}. Nothing was sent."));
    if let NoTarget::Method { allowed, .. } = reason
        && let Ok(allowed) = HeaderValue::from_str(&allowed.join(", "))
    {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    response
}
