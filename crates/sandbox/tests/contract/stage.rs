//! A sandbox of its own for each test, and the short names the tests speak in.

use std::net::SocketAddr;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rekey_sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use crate::client::{Answer, Reply, Request};

pub(crate) const RETAIL: &str = "/apinizer/apiops/projects/retail/credentials/";
pub(crate) const API_USER: &str = "/apinizer/apiops/projects/retail/credentials/api-user/";
pub(crate) const TOKEN: &str = "rekey-demo-token";

/// A running sandbox.
pub(crate) struct Stage {
    sandbox: Sandbox,
    /// Ends, with everything in it, after the sandbox.
    _runtime: Runtime,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::with(Options::default())
    }

    pub(crate) fn in_generation(generation: &str) -> Self {
        Self::with(Options { generation: generation.parse().unwrap(), ..Options::default() })
    }

    pub(crate) fn with(options: Options) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let start = async { Sandbox::start(TcpListener::bind("127.0.0.1:0").await.unwrap(), options).unwrap() };
        let sandbox = runtime.block_on(start);
        Self { sandbox, _runtime: runtime }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.sandbox.address()
    }

    pub(crate) fn send(&self, request: &Request) -> Reply {
        request.send(self.address())
    }

    /// A read with the demo token.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&Request::new("GET", path).token(TOKEN)).answer()
    }

    /// A write with the demo token.
    pub(crate) fn write(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.send(&Request::new(method, path).token(TOKEN).json(body)).answer()
    }

    /// `PATCH` of `api-user`, whatever becomes of it.
    pub(crate) fn change_password(&self, password: &str) -> Reply {
        self.send(&Request::new("PATCH", API_USER).token(TOKEN).json(&json!({ "password": password })))
    }

    /// A call behind the scenes, which must succeed.
    pub(crate) fn control(&self, call: &str, body: &Value) {
        let answer = self.send(&Request::new("POST", &format!("/_sandbox/{call}")).json(body)).answer();
        assert!(answer.status < 300, "{call}: {} {}", answer.status, answer.text());
    }

    /// Lets the next `PATCH` of `api-user` meet `fault`.
    pub(crate) fn fault(&self, fault: &Value) {
        self.control("faults", &json!([{ "method": "PATCH", "path": API_USER, "fault": fault }]));
    }

    pub(crate) fn log(&self) -> Vec<Value> {
        let rows = self.send(&Request::new("GET", "/_sandbox/log")).answer().json();
        rows.as_array().unwrap().clone()
    }

    /// The first row of the log, as soon as it is there and `is_wanted`; fails after ten seconds.
    pub(crate) fn first_row_once(&self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            match self.log().first() {
                Some(row) if is_wanted(row) => return row.clone(),
                row => assert!(Instant::now() < deadline, "still {row:?}"),
            }
            sleep(Duration::from_millis(10));
        }
    }

    /// The status a gateway gives to a caller.
    pub(crate) fn gateway(&self, environment: &str, username: &str, password: &str) -> u16 {
        self.gateway_answer(environment, username, password).status
    }

    pub(crate) fn gateway_answer(&self, environment: &str, username: &str, password: &str) -> Answer {
        let basic = STANDARD.encode(format!("{username}:{password}"));
        let path = format!("/_sandbox/gateway/{environment}");
        self.send(&Request::new("GET", &path).header("Authorization", &format!("Basic {basic}"))).answer()
    }

    /// Which of the three environments accept this password of `api-user`.
    pub(crate) fn accepting(&self, password: &str) -> Vec<&'static str> {
        let accepts = |environment: &&str| self.gateway(environment, "api-user", password) == 200;
        ["test", "staging", "production"].into_iter().filter(accepts).collect()
    }

    /// The list entry of a credential of `retail`.
    pub(crate) fn listed(&self, username: &str) -> Value {
        let list = self.get(RETAIL).json();
        let found = list["resultList"].as_array().unwrap().iter().find(|entry| entry["username"] == username);
        found.cloned().unwrap_or_else(|| panic!("{username} is not listed"))
    }
}

pub(crate) const EVERYWHERE: [&str; 3] = ["test", "staging", "production"];

/// A complete record for `PUT`.
pub(crate) fn full_record() -> Value {
    json!({
        "username": "api-user", "password": "a brand new secret", "email": "someone@else.example",
        "fullName": "Someone Else", "description": "changed", "roleNameList": ["billing"], "enabled": true,
        "ipList": ["10.0.0.0/8"], "expireDate": "2099-12-31T23:59:59.000Z",
    })
}

/// Checks status and text of a refusal in the shape of a generation.
pub(crate) fn assert_refused(answer: &Answer, generation: &str, status: u16, code: &str, text: &str) {
    let expected = match generation {
        "b" => json!({ "status": "FAILURE", "resultMessage": text }),
        _ => json!({ "error": code, "error_description": text }),
    };
    assert_eq!((answer.status, answer.json()), (status, expected), "generation {generation}");
    assert_eq!(answer.header("content-type"), Some("application/json;charset=UTF-8"));
}
