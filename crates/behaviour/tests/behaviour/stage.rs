//! A sandbox of its own for each test, set as its row says, and calls behind the vendor's back.

use std::cell::Cell;
use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Request as WireRequest, http};
use rekey_core::base_url::BaseUrl;
use rekey_core::http::{Patience, Reply, Request};
use rekey_sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::row::{Call, Row};
use crate::truth::Arrival;
use crate::{document, transport, wire};

/// How often a test asks whether something has happened at last, a hundredth of a second apart.
const PATIENCE: u32 = 500;
const JSON: &str = "application/json";

/// A running sandbox and the row that is played on it.
pub(crate) struct Stage<'row> {
    pub(crate) row: &'row Row,
    sandbox: Sandbox,
    base: BaseUrl,
    write_within: Cell<Option<Duration>>,
    /// Ends, with everything in it, after the sandbox.
    runtime: Runtime,
}

impl<'row> Stage<'row> {
    pub(crate) fn of(row: &'row Row) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let start =
            async { Sandbox::start(TcpListener::bind("127.0.0.1:0").await.unwrap(), Options::default()).unwrap() };
        let sandbox = runtime.block_on(start);
        let base = BaseUrl::parse(&format!("http://{}{}", sandbox.address(), row.mount)).unwrap();
        let stage = Self { row, sandbox, base, write_within: Cell::new(None), runtime };
        stage.control("settings", &row.settings);
        stage
    }

    /// Sends a request of the core, which must be one that the vendor documents.
    pub(crate) fn send(&self, request: &Request) -> Reply {
        document::hold(self.row.document, request);
        self.send_anything(request)
    }

    /// Sends a request of the core that names what no vendor would have given it.
    pub(crate) fn send_anything(&self, request: &Request) -> Reply {
        let limit = if request.patience == Patience::Write { self.write_within.get() } else { None };
        self.runtime.block_on(transport::send(self.address(), &self.base, request, limit))
    }

    /// From now on the answer to a write is waited for no longer than this; `None` is as long as a person would.
    pub(crate) fn wait_for_writes(&self, limit: Option<Duration>) {
        self.write_within.set(limit);
    }

    /// Passes the time of a wait that cannot be left out.
    pub(crate) fn sleep(&self, duration: Duration) {
        self.runtime.block_on(async { tokio::time::sleep(duration).await });
    }

    /// A call behind the scenes, which must succeed.
    pub(crate) fn control(&self, call: &str, body: &Value) {
        let request = WireRequest::post(format!("/_sandbox/{call}")).header(CONTENT_TYPE, JSON);
        let (status, answer) = self.exchange(request, body.to_string());
        assert!(status < 300, "{call}: {status} {}", String::from_utf8_lossy(&answer));
    }

    /// Lets the next such call on a record meet a fault.
    pub(crate) fn script(&self, call: &Call, id: &str, fault: &Value) {
        let target = call.target_of(id);
        let path = format!("{}{}", self.row.mount, target.split('?').next().unwrap_or_default());
        self.control("faults", &json!([{ "method": call.method, "path": path, "fault": fault }]));
    }

    /// The status of a read with this authorization.
    pub(crate) fn ask(&self, path: &str, authorization: &str) -> u16 {
        self.exchange(WireRequest::get(path).header(AUTHORIZATION, authorization), String::new()).0
    }

    /// A call of the vendor that the core does not make, which must succeed.
    pub(crate) fn call(&self, method: &str, target: &str, authorization: &str, body: Option<&Value>) {
        let request = WireRequest::builder().method(method).uri(format!("{}{target}", self.row.mount));
        let request = request.header(AUTHORIZATION, authorization).header(CONTENT_TYPE, JSON);
        let (status, answer) = self.exchange(request, body.map_or_else(String::new, Value::to_string));
        assert!(status < 300, "{method} {target}: {status} {}", String::from_utf8_lossy(&answer));
    }

    /// Every request of this stage to the vendor, oldest first.
    pub(crate) fn arrivals(&self) -> Vec<Arrival> {
        let (_, log) = self.exchange(WireRequest::get("/_sandbox/log"), String::new());
        serde_json::from_slice(&log).unwrap()
    }

    /// Whether what arrived is carried out in the end: a server may still be at it when its client has left.
    pub(crate) fn applies(&self, arrival: &Arrival) -> bool {
        let is_applied = || self.arrivals().iter().any(|row| row.sequence == arrival.sequence && row.applied);
        (0..PATIENCE).any(|_| {
            is_applied() || {
                self.sleep(Duration::from_millis(10));
                false
            }
        })
    }

    /// The writes that arrive while `action` runs, and what it gives.
    pub(crate) fn writes_during<Output>(&self, action: impl FnOnce() -> Output) -> (Output, Vec<Arrival>) {
        let (output, arrivals) = self.arrivals_during(action);
        (output, arrivals.into_iter().filter(Arrival::is_write).collect())
    }

    /// The requests that arrive while `action` runs, and what it gives.
    pub(crate) fn arrivals_during<Output>(&self, action: impl FnOnce() -> Output) -> (Output, Vec<Arrival>) {
        let before = self.arrivals().len();
        let output = action();
        (output, self.arrivals().split_off(before))
    }

    fn exchange(&self, request: http::request::Builder, body: String) -> (u16, Bytes) {
        let request = request.header(HOST, "sandbox").body(Full::from(body)).unwrap();
        self.runtime.block_on(wire::exchange(self.address(), request)).unwrap()
    }

    fn address(&self) -> SocketAddr {
        self.sandbox.address()
    }
}
