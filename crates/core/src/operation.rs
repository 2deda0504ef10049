//! Reads and writes as state machines without I/O.
//!
//! A machine is asked for the next [`Step`] with each [`Event`]; who drives it sends and waits. Because it has no I/O,
//! thousands of random schedules of faults run in a second, and one credential or a thousand run the same.

mod list;
mod pace;
mod read;
mod trace;
mod write;

use std::time::Duration;

pub use list::{List, ListStep};
pub use pace::Pace;
pub use read::{Read, Verdict};
pub use trace::{Found, Trace};
pub use write::{Looked, Write};

use crate::http::{Reply, Request};
use crate::outcome::Outcome;

/// What happened since the last step.
#[derive(Debug)]
pub enum Event {
    /// The operation begins.
    Start,
    /// The request of the last step was answered, or not.
    Replied(Reply),
    /// The wait of the last step is over.
    Waited,
}

/// What is to be done now.
#[derive(Debug)]
pub enum Step {
    /// Send this and come back with [`Event::Replied`].
    Send(Request),
    /// Wait and come back with [`Event::Waited`].
    Wait(Duration),
    /// The end. The next event is answered with the same kind of step again: nothing more is ever sent.
    Done(Outcome),
}
