//! Drives the core's operations: sends what they want sent, waits as long as they want, decides nothing.

use std::time::Duration;

use gloo_timers::future::sleep;
use leptos::prelude::untrack;
use rekey_core::configuration::Connection;
use rekey_core::credential::Entry;
use rekey_core::http::{Method, Reply, Request, Wiped};
use rekey_core::operation::{Event, List, ListStep, Read, Step, Verdict, Write};
use rekey_core::outcome::{Outcome, ReadFailure};
use rekey_core::problem::ApiProblem;

use crate::clock;
use crate::console::Console;
use crate::transport::{self, Stop};

/// How long a wait sleeps before it looks whether somebody has stopped it, in milliseconds.
const LONGEST_NAP: f64 = 250.0;

/// What a write is doing, for the line that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activity {
    /// Reads the record once more.
    Comparing,
    /// Has sent the change, at this moment of [`crate::clock::milliseconds`].
    Sent(f64),
    /// Sends at this moment: the rate limit, or a repeat, makes it wait (X17a, N-10).
    Waiting(f64),
}

/// Reads, and repeats what a repeat can mend, until somebody signs out.
pub async fn read(console: Console, connection: &Connection, request: Request) -> Reply {
    let stop = console.begin_read(&connection.id);
    let mut read = Read::new(request, seed());
    loop {
        let reply = send(console, connection, &read.request(), &stop).await;
        match read.judge(&reply) {
            Verdict::Settled => return reply,
            Verdict::Repeat(pause) => wait(after(pause), &stop).await,
        }
    }
}

/// Reads a list to its end, or until somebody signs out. `waits` is told until when, if the server wants to be left alone meanwhile.
pub async fn list(
    console: Console,
    connection: &Connection,
    mut list: List,
    waits: impl Fn(f64),
) -> Result<Vec<Entry>, ReadFailure> {
    let until_sign_out = console.begin_read(&connection.id);
    let mut step = list.start();
    loop {
        step = match step {
            ListStep::Send(request) => {
                in_rhythm(console, connection, &until_sign_out).await;
                let base = &connection.base_url;
                let mut take = |piece: Wiped| list.received(piece.after(0));
                let reply = transport::send_in_pieces(base, &request, &until_sign_out, &mut take).await;
                note(console, connection, &reply);
                list.replied(reply)
            }
            ListStep::Wait(pause) => {
                if pause >= Duration::from_secs(1) {
                    waits(after(pause));
                }
                wait(after(pause), &until_sign_out).await;
                list.waited()
            }
            ListStep::Done(result) => return result,
        };
    }
}

/// Drives a write to its end.
pub async fn write(
    console: Console,
    connection: &Connection,
    operation: &mut Write,
    stop: &Stop,
    report: impl Fn(Activity),
) -> Outcome {
    let mut next = operation.next(Event::Start);
    loop {
        let event = match next {
            Step::Send(request) => {
                if let Some(until) = due(console, connection) {
                    report(Activity::Waiting(until));
                    wait(until, stop).await;
                }
                let reads = request.method == Method::Get;
                report(if reads { Activity::Comparing } else { Activity::Sent(clock::milliseconds()) });
                Event::Replied(send_now(console, connection, &request, stop).await)
            }
            Step::Wait(pause) => {
                let until = after(pause);
                report(Activity::Waiting(until));
                wait(until, stop).await;
                Event::Waited
            }
            Step::Done(outcome) => return outcome,
        };
        next = operation.next(event);
    }
}

/// A number that differs between tabs; it only spreads repeats.
pub fn seed() -> u64 {
    js_sys::Math::random().to_bits()
}

/// Sends something once, in the rhythm of its connection (N-10).
pub async fn send(console: Console, connection: &Connection, request: &Request, stop: &Stop) -> Reply {
    in_rhythm(console, connection, stop).await;
    send_now(console, connection, request, stop).await
}

/// Waits for a place in the rhythm of a connection.
async fn in_rhythm(console: Console, connection: &Connection, stop: &Stop) {
    if let Some(until) = due(console, connection) {
        wait(until, stop).await;
    }
}

/// Takes a place in the rhythm of a connection: at which moment a request may leave, if not at once.
fn due(console: Console, connection: &Connection) -> Option<f64> {
    let wait = console.paced(&connection.id, |pace| pace.take(clock::steady()));
    (wait > 0.0).then(|| clock::milliseconds() + wait)
}

/// The moment after a pause.
fn after(pause: Duration) -> f64 {
    clock::milliseconds() + pause.as_secs_f64() * 1000.0
}

/// Waits for a moment, or until somebody stops waiting. A clock that is set back meanwhile makes it no longer (X33).
async fn wait(until: f64, stop: &Stop) {
    let mut rest = until - clock::milliseconds();
    while rest > 0.0 && !stop.is_stopped() {
        let nap = rest.clamp(1.0, LONGEST_NAP);
        sleep(Duration::from_secs_f64(nap / 1000.0)).await;
        rest = (rest - nap).min(until - clock::milliseconds());
    }
}

async fn send_now(console: Console, connection: &Connection, request: &Request, stop: &Stop) -> Reply {
    let reply = transport::send(&connection.base_url, request, stop).await;
    note(console, connection, &reply);
    reply
}

/// A server that wants to be left alone is left alone. One that answers has accepted the token, which tells what a host
/// gave from what it gave in vain.
fn note(console: Console, connection: &Connection, reply: &Reply) {
    let Ok(response) = reply else { return };
    let session = untrack(|| console.sessions.begun(&connection.id));
    if let (200..300, Some((session, _))) = (response.status, session) {
        console.host.change_sign_in(&connection.id, |sign_in| sign_in.accept(session));
    }
    if response.status == 429 {
        let wait = connection.dialect.capabilities().wait_after(&ApiProblem::read(response));
        console.paced(&connection.id, |pace| {
            pace.refused(clock::steady(), wait);
            0.0
        });
    }
}
