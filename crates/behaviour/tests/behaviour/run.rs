//! The machines of the core, driven to their end.

use std::time::Duration;

use rekey_core::credential::Entry;
use rekey_core::http::Request;
use rekey_core::operation::{Event, List, ListStep, Read, Step, Verdict, Write};
use rekey_core::outcome::{Outcome, ReadFailure};

use crate::stage::Stage;

/// Whether a wait really takes its time; otherwise it is only noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    Real,
    Noted,
}

/// A write at its end.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) outcome: Outcome,
    /// What was waited for on the way.
    pub(crate) waits: Vec<Duration>,
    pub(crate) write: Write,
}

/// Far more steps than any write or list takes.
const LAST_STEP: usize = 100;

/// Drives a write.
pub(crate) fn write(stage: &Stage<'_>, mut write: Write, waiting: Waits) -> Ended {
    let mut waits = Vec::new();
    let mut event = Event::Start;
    for _ in 0..LAST_STEP {
        event = match write.next(event) {
            Step::Send(request) => Event::Replied(stage.send(&request)),
            Step::Wait(wait) => {
                waits.push(wait);
                if waiting == Waits::Real {
                    stage.sleep(wait);
                }
                Event::Waited
            }
            Step::Done(outcome) => return Ended { outcome, waits, write },
        };
    }
    panic!("the write does not end");
}

/// Drives a list.
pub(crate) fn list(stage: &Stage<'_>, mut list: List) -> Result<Vec<Entry>, ReadFailure> {
    let mut step = list.start();
    for _ in 0..LAST_STEP {
        step = match step {
            ListStep::Send(request) => list.replied(stage.send(&request)),
            ListStep::Wait(_) => list.waited(),
            ListStep::Done(result) => return result,
        };
    }
    panic!("the list does not end");
}

/// Drives a read of one answer.
pub(crate) fn read(stage: &Stage<'_>, request: Request) -> rekey_core::http::Reply {
    let mut read = Read::new(request, 1);
    loop {
        let reply = stage.send(&read.request());
        match read.judge(&reply) {
            Verdict::Settled => return reply,
            Verdict::Repeat(_) => {}
        }
    }
}
