//! A proxy of its own for each test, in front of the sandbox or of another server.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use rekey_proxy::{Connection, Options, Patience, Proxy};
use rekey_sandbox::Sandbox;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::client::{Answer, Request};

pub(crate) const TOKEN: &str = "rekey-demo-token";
pub(crate) const RETAIL: &str = "/connect/apinizer/apiops/projects/retail/credentials/";

/// A running proxy.
pub(crate) struct Stage {
    proxy: Proxy,
    sandbox: Sandbox,
    /// Ends, with everything in it, after the proxy.
    _runtime: Runtime,
}

impl Stage {
    /// In front of the sandbox, as each of the systems that it plays.
    pub(crate) fn new() -> Self {
        Self::with(None, Patience::default())
    }

    /// In front of another server, as an Apinizer.
    pub(crate) fn before(server: SocketAddr) -> Self {
        Self::with(Some(server), Patience::default())
    }

    /// In front of another server, with less patience.
    pub(crate) fn impatient(server: SocketAddr) -> Self {
        let patience = Patience { connecting: Duration::from_secs(10), answering: Duration::from_millis(300) };
        Self::with(Some(server), patience)
    }

    fn with(server: Option<SocketAddr>, patience: Patience) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (sandbox, proxy) = runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let sandbox = Sandbox::start(listener, rekey_sandbox::Options::default()).unwrap();
            let origin = format!("http://{}", server.unwrap_or(sandbox.address()));
            let names = ["apinizer", "thousandeyes", "thousandeyes-v6", "zstack"];
            let connections: Vec<Connection> =
                names.iter().map(|name| format!("{name}={origin}").parse().unwrap()).collect();
            let site = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/site");
            let options = Options { site, connections, patience };
            (sandbox, Proxy::start("127.0.0.1:0".parse().unwrap(), options).await.unwrap())
        });
        Self { proxy, sandbox, _runtime: runtime }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.proxy.address()
    }

    /// Where the sandbox is, behind the proxy.
    pub(crate) fn sandbox(&self) -> SocketAddr {
        self.sandbox.address()
    }

    pub(crate) fn send(&self, request: &Request) -> Answer {
        request.send(self.address())
    }

    /// A call behind the proxy's back, which must succeed.
    pub(crate) fn control(&self, call: &str, body: &Value) {
        let answer = Request::of_nobody("POST", &format!("/_sandbox/{call}")).json(body).send(self.sandbox());
        assert!(answer.status < 300, "{call}: {} {}", answer.status, answer.text());
    }

    /// What really arrived at the sandbox.
    pub(crate) fn log(&self) -> Vec<Value> {
        let rows = Request::of_nobody("GET", "/_sandbox/log").send(self.sandbox()).json();
        rows.as_array().unwrap().clone()
    }
}
