//! Why a connection does not work, from plain evidence (N-13, M6): the browser tells a page of every failure the same, so
//! several questions are asked, and what is told apart by their answers is told with what has to be changed.
//!
//! No question carries a secret, and none changes anything. What cannot be told apart is said to be unknown.

mod cause;
mod recognition;
mod suspicion;
#[cfg(test)]
mod tests;

use std::net::{Ipv4Addr, Ipv6Addr};

pub use cause::{Cause, Gravity};
pub use recognition::Recognition;
pub use suspicion::Suspicion;

use crate::base_url::BaseUrl;
use crate::configuration::{Auth, Connection};
use crate::dialect::Dialect;
use crate::http::{Fault, Request, Response};

/// How far two clocks may be apart before it is told, in milliseconds (F-17).
const TOLERANCE: i64 = 5 * 60 * 1000;

/// Everything that is known of a connection and of the page that it is for.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// How the system is spoken to.
    pub dialect: Dialect,
    /// Where it stands.
    pub base: BaseUrl,
    /// Who signs the requests.
    pub auth: Auth,
    /// The page.
    pub page: Page,
    /// Whether the browser believes that it has a network. That it believes so proves nothing (F-13).
    pub online: bool,
    /// Whether pages may ask what is on the local network (E-09).
    pub local_network: Permission,
    /// Whether this page may write to the clipboard (UX-25).
    pub clipboard: Permission,
    /// What came of the questions.
    pub probes: Probes,
    /// What this computer's clock says, in milliseconds since 1970.
    pub now: i64,
}

/// The page that asks.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its scheme, host and port.
    pub origin: String,
    /// Whether it is inside another page.
    pub framed: bool,
    /// Whether its own policy (COEP) keeps answers from it that it could have without CORS.
    pub isolated: bool,
}

/// What a browser says of something that a page may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Permission {
    /// Allowed.
    Granted,
    /// Somebody will be asked.
    Prompt,
    /// Refused.
    Denied,
    /// The browser does not know this permission.
    #[default]
    NotKnown,
}

/// The answer to a question that carried no sign-in.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What came.
    pub response: Response,
    /// The server's clock, where a page may read it (M7), in milliseconds since 1970.
    pub date: Option<i64>,
}

/// What came of one question.
pub type Probe = Result<Answer, Fault>;

/// The questions, in the order in which they are asked; a later one only where an earlier one leaves something open.
#[derive(Debug, Clone)]
pub struct Probes {
    /// A read that needs no permission of the server's beforehand.
    pub plain: Probe,
    /// Whether anything answers at all, even what a page may not read (M6).
    pub opaque: Option<bool>,
    /// The same read with the headers of a real request and nothing in them, which the server has to allow beforehand.
    pub preflighted: Option<Probe>,
}

impl Probes {
    /// Nothing was asked: the browser is offline.
    pub fn none() -> Self {
        Self { plain: Err(Fault::Offline), opaque: None, preflighted: None }
    }
}

/// One thing that has to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// The page came over an encrypted connection (UX-61).
    Page,
    /// The browser has a network.
    Network,
    /// The page's policy allows the origin (X04).
    Policy,
    /// The browser lets the page ask the local network (X05).
    LocalNetwork,
    /// Something answers there (X01, X02).
    Reach,
    /// The server lets this page read its answers (X03).
    Cors,
    /// The server lets this page send the headers of a request (X03, X43).
    Headers,
    /// What answers is the API (X21, X25).
    Api,
    /// The two clocks agree (N-11).
    Clock,
    /// A frame may write to the clipboard (UX-25).
    Clipboard,
}

/// How a thing stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// As it must be.
    Fine,
    /// Something is wrong with it.
    Wrong(Cause),
    /// Nobody can tell, or there was no reason to ask.
    Unknown,
}

/// A thing and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The thing.
    pub check: Check,
    /// How it stands.
    pub state: State,
}

/// The evidence and what follows from it.
#[derive(Debug, Clone)]
pub struct Report {
    /// What is known.
    pub evidence: Evidence,
    /// What follows, in the order in which a request meets it.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Draws the conclusions.
    pub fn of(evidence: Evidence) -> Self {
        let findings = evidence.findings();
        Self { evidence, findings }
    }

    /// What keeps requests from working, the first that a request meets.
    pub fn obstacle(&self) -> Option<&Cause> {
        self.causes().find(|cause| cause.gravity() == Gravity::Blocks)
    }

    /// Everything that is wrong.
    pub fn causes(&self) -> impl Iterator<Item = &Cause> {
        self.findings.iter().filter_map(|finding| match &finding.state {
            State::Wrong(cause) => Some(cause),
            State::Fine | State::Unknown => None,
        })
    }
}

impl Evidence {
    /// What would be asked of a connection: without a sign-in, so that it can be asked before there is one.
    pub fn question(connection: &Connection) -> Request {
        connection.dialect.probe()
    }

    fn findings(&self) -> Vec<Finding> {
        let foreign = self.base.origin().is_some();
        let states = [
            (Check::Page, Some(self.page_state())),
            (Check::Network, Some(self.network())),
            (Check::Policy, Some(self.policy())),
            (Check::LocalNetwork, self.local_network()),
            (Check::Reach, Some(self.reach())),
            (Check::Cors, foreign.then(|| self.cors())),
            (Check::Headers, foreign.then(|| self.headers())),
            (Check::Api, Some(self.api())),
            (Check::Clock, Some(self.clock())),
            (Check::Clipboard, self.page.framed.then(|| self.clipboard_state())),
        ];
        states.into_iter().filter_map(|(check, state)| Some(Finding { check, state: state? })).collect()
    }

    fn page_state(&self) -> State {
        let in_clear = self.page.origin.strip_prefix("http://").is_some_and(|host| !is_this_computer(host_of(host)));
        if in_clear { State::Wrong(Cause::InClear { page: self.page.origin.clone() }) } else { State::Fine }
    }

    fn network(&self) -> State {
        if self.online { State::Fine } else { State::Wrong(Cause::Offline) }
    }

    fn policy(&self) -> State {
        match &self.probes.plain {
            Err(Fault::BlockedByPolicy(origin)) => State::Wrong(Cause::Policy { origin: origin.clone() }),
            Err(Fault::Offline | Fault::Withdrawn | Fault::Stopped) => State::Unknown,
            Ok(_) | Err(Fault::Unreachable | Fault::TimedOut | Fault::Redirected) => State::Fine,
        }
    }

    /// Told only where it matters: for an address of the local network, and where the browser has refused something that
    /// did not work.
    fn local_network(&self) -> Option<State> {
        let (page, there) = (nearness(&self.page.origin), nearness(self.base.origin()?));
        // A page that is as near itself needs no permission.
        if page >= there && page > Nearness::Unknown {
            return None;
        }
        let (silent, local) = (self.is_silent(), there > Nearness::Unknown);
        match self.local_network {
            Permission::Denied if silent => Some(State::Wrong(Cause::LocalNetworkDenied { framed: self.page.framed })),
            Permission::Prompt if silent && local => Some(State::Wrong(Cause::LocalNetworkAsked)),
            Permission::NotKnown if local => Some(State::Unknown),
            Permission::Granted | Permission::Prompt | Permission::Denied if local => Some(State::Fine),
            Permission::Granted | Permission::Prompt | Permission::Denied | Permission::NotKnown => None,
        }
    }

    fn reach(&self) -> State {
        let origin = self.origin();
        match &self.probes.plain {
            Ok(answer) => match answer.response.status {
                status @ (502..=504) => State::Wrong(Cause::Gateway { status }),
                _ => State::Fine,
            },
            Err(Fault::Redirected) => State::Fine,
            Err(Fault::TimedOut) => State::Wrong(Cause::Silent { origin }),
            Err(Fault::Unreachable) => match (self.base.origin(), self.probes.opaque) {
                (Some(_), Some(true)) => State::Fine,
                (Some(_), None) => State::Wrong(Cause::Hidden { origin, page: self.page.origin.clone() }),
                // The permission is the likelier reason, and is told in its own place.
                (Some(_), Some(false)) if matches!(self.local_network(), Some(State::Wrong(_))) => State::Unknown,
                (Some(origin), Some(false)) if self.is_mixed(origin) => {
                    State::Wrong(Cause::Mixed { base: self.base() })
                }
                (Some(_), Some(false)) | (None, _) => State::Wrong(Cause::Unreachable { origin, base: self.base() }),
            },
            Err(Fault::Offline | Fault::BlockedByPolicy(_) | Fault::Withdrawn | Fault::Stopped) => State::Unknown,
        }
    }

    fn cors(&self) -> State {
        match (&self.probes.plain, self.probes.opaque) {
            (Ok(_), _) => State::Fine,
            (Err(Fault::Unreachable), Some(true)) => {
                State::Wrong(Cause::Cors { origin: self.origin(), page: self.page.origin.clone() })
            }
            (Err(_), _) => State::Unknown,
        }
    }

    fn headers(&self) -> State {
        match &self.probes.preflighted {
            Some(Ok(_) | Err(Fault::Redirected)) => State::Fine,
            Some(Err(Fault::Unreachable)) => {
                State::Wrong(Cause::Preflight { origin: self.origin(), page: self.page.origin.clone() })
            }
            Some(Err(_)) | None => State::Unknown,
        }
    }

    fn api(&self) -> State {
        let base = self.base();
        let answer = match &self.probes.plain {
            Ok(answer) => answer,
            // A version that is gone is told by a redirect (contracts/thousandeyes.md 2.3), and so is much else.
            Err(Fault::Redirected) => return State::Wrong(Cause::Redirected { base }),
            Err(_) => return State::Unknown,
        };
        match Recognition::of(self.dialect, &answer.response) {
            Recognition::Itself => State::Fine,
            Recognition::Open if self.auth == Auth::Proxy => State::Fine,
            Recognition::Open => State::Wrong(Cause::Open),
            Recognition::Retired => State::Wrong(Cause::Retired),
            Recognition::Another(product) => State::Wrong(Cause::OtherApi { product, base }),
            Recognition::Page { status, title } => State::Wrong(Cause::Page { status, title, base }),
            Recognition::NotHere(status) => State::Wrong(Cause::NotHere { status, base }),
            Recognition::Failing(status) => State::Wrong(Cause::Failing { status }),
            Recognition::Unclear => State::Unknown,
        }
    }

    fn clock(&self) -> State {
        let date = self.probes.plain.as_ref().ok().and_then(|answer| answer.date);
        match date.map(|date| self.now.saturating_sub(date)) {
            None => State::Unknown,
            Some(ahead) if ahead.saturating_abs() > TOLERANCE => State::Wrong(Cause::Clock { minutes: ahead / 60_000 }),
            Some(_) => State::Fine,
        }
    }

    fn clipboard_state(&self) -> State {
        match self.clipboard {
            Permission::Denied => State::Wrong(Cause::Clipboard),
            Permission::Granted | Permission::Prompt => State::Fine,
            Permission::NotKnown => State::Unknown,
        }
    }

    /// Whether nothing at all came back.
    fn is_silent(&self) -> bool {
        matches!(self.probes.plain, Err(Fault::Unreachable)) && self.probes.opaque != Some(true)
    }

    /// Whether an encrypted page asks without encryption, which some browsers refuse even for the own computer.
    fn is_mixed(&self, origin: &str) -> bool {
        self.page.origin.starts_with("https://") && origin.starts_with("http://")
    }

    /// Where requests go.
    fn origin(&self) -> String {
        self.base.origin().unwrap_or(&self.page.origin).to_owned()
    }

    /// The base address as the configuration has it.
    fn base(&self) -> String {
        self.base.to_string()
    }
}

/// The host of what follows a scheme, without its port.
fn host_of(authority: &str) -> &str {
    match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => authority.split_once(':').map_or(authority, |(host, _)| host),
    }
}

fn is_this_computer(host: &str) -> bool {
    host.rsplit('.').next() == Some("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || host.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
}

/// Where an origin is by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// Anywhere: a name may lead to the local network as well.
    Unknown,
    /// On the local network.
    Local,
    /// On this computer.
    Here,
}

fn nearness(origin: &str) -> Nearness {
    let host = origin.split_once("://").map_or(origin, |(_, authority)| host_of(authority));
    let is_private = |address: Ipv4Addr| address.is_private() || address.is_link_local();
    let is_local = host.rsplit('.').next() == Some("local")
        || host.parse::<Ipv4Addr>().is_ok_and(is_private)
        || host.parse::<Ipv6Addr>().is_ok_and(|address| address.is_unique_local() || address.is_unicast_link_local());
    match host {
        host if is_this_computer(host) => Nearness::Here,
        _ if is_local => Nearness::Local,
        _ => Nearness::Unknown,
    }
}
