//! Drives the core's operations: sends what they want sent, waits as long as they want, decides nothing.

use std::time::Duration;

use gloo_timers::future::sleep;
use rekey_core::base_url::BaseUrl;
use rekey_core::http::{Method, Reply, Request};
use rekey_core::operation::{Event, Read, Step, Verdict, Write};
use rekey_core::outcome::Outcome;

use crate::transport::{self, Stop};

/// What a write is doing, for the line that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activity {
    /// Reads the record once more.
    Comparing,
    /// Has sent the change, at this moment of [`crate::clock::milliseconds`].
    Sent(f64),
}

/// Where a write has come to.
#[derive(Debug)]
pub enum Pause {
    /// It is over.
    Over(Outcome),
    /// It asks about a conflict; [`Event::Overwrite`] goes on.
    Conflict(Outcome),
}

/// Reads, and repeats what a repeat can mend.
pub async fn read(base: &BaseUrl, request: Request, stop: &Stop) -> Reply {
    let mut read = Read::new(request, seed());
    loop {
        let reply = transport::send(base, &read.request(), stop).await;
        match read.judge(&reply) {
            Verdict::Settled => return reply,
            Verdict::Repeat(wait) => sleep(wait).await,
        }
    }
}

/// Drives a write from an event to its end or its question.
pub async fn write(
    base: &BaseUrl,
    operation: &mut Write,
    first: Event,
    stop: &Stop,
    report: impl Fn(Activity),
) -> Pause {
    let mut next = operation.next(first);
    loop {
        let event = match next {
            Step::Send(request) => {
                let reads = request.method == Method::Get;
                report(if reads { Activity::Comparing } else { Activity::Sent(crate::clock::milliseconds()) });
                Event::Replied(transport::send(base, &request, stop).await)
            }
            Step::Wait(wait) => {
                sleep(wait.max(Duration::from_millis(1))).await;
                Event::Waited
            }
            Step::Ask(conflict) => return Pause::Conflict(Outcome::Conflict(conflict)),
            Step::Done(outcome) => return Pause::Over(outcome),
        };
        next = operation.next(event);
    }
}

/// A number that differs between tabs; it only spreads repeats.
pub fn seed() -> u64 {
    js_sys::Math::random().to_bits()
}

/// Sends something once that is not safe to repeat, such as a sign-in.
pub async fn exchange(base: &BaseUrl, request: &Request, stop: &Stop) -> Reply {
    transport::send(base, request, stop).await
}
