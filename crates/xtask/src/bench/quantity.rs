//! The rows of the table: what is measured, and what it may be (performance.md, "Targets").

use super::measurements::{Page, Visit};
use super::statistics::{median, percentile_95};

/// One thing that is measured in every visit.
pub(super) struct Quantity {
    /// What it is called.
    pub(super) name: &'static str,
    /// How it is written.
    pub(super) unit: Unit,
    /// What it may be.
    pub(super) target: Option<Target>,
    of: fn(&Visit) -> Option<f64>,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Milliseconds,
    Count,
    Megabytes,
}

/// Above the gate is too much, below the goal is good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Target {
    pub(super) gate: f64,
    pub(super) goal: f64,
    /// What is compared with them.
    pub(super) of: Compared,
}

/// What a target speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compared {
    /// The console's number divided by the peer's.
    Ratio,
    /// The console's own number.
    Amount,
}

/// Whether a target is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    GoalHolds,
    GateHolds,
    Missed,
    /// It has no target.
    Open,
}

/// Medians of the visits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Medians {
    pub(super) rekey: f64,
    pub(super) peer: f64,
}

/// Everything that is measured.
pub(super) const QUANTITIES: [Quantity; 6] = [
    Quantity {
        name: "last byte to first rows",
        unit: Unit::Milliseconds,
        target: Some(Target { gate: 1.3, goal: 0.9, of: Compared::Ratio }),
        of: |visit| Some(visit.last_byte_to_rows),
    },
    Quantity {
        name: "request to first rows",
        unit: Unit::Milliseconds,
        target: None,
        of: |visit| Some(visit.request_to_rows),
    },
    Quantity {
        name: "filter key to rows, p95",
        unit: Unit::Milliseconds,
        target: Some(Target { gate: 1.0, goal: 0.8, of: Compared::Ratio }),
        of: |visit| percentile_95(&visit.key_to_rows),
    },
    Quantity {
        name: "scroll to the last row",
        unit: Unit::Milliseconds,
        target: None,
        of: |visit| Some(visit.scroll_to_end),
    },
    Quantity {
        name: "DOM elements",
        unit: Unit::Count,
        target: Some(Target { gate: 700.0, goal: 575.0, of: Compared::Amount }),
        of: |visit| Some(visit.elements),
    },
    Quantity {
        name: "heap with Wasm",
        unit: Unit::Megabytes,
        target: Some(Target { gate: 32e6, goal: 16e6, of: Compared::Amount }),
        of: |visit| Some(visit.heap),
    },
];

impl Quantity {
    /// The medians of both pages over the visits with one speed of the processor. Nothing if one was not visited.
    pub(super) fn medians(&self, visits: &[Visit], slowdown: u64) -> Option<Medians> {
        let median_of = |page: Page| {
            let wanted = visits.iter().filter(|visit| visit.page == page && visit.slowdown == slowdown);
            median(&wanted.filter_map(self.of).collect::<Vec<_>>())
        };
        Some(Medians { rekey: median_of(Page::Rekey)?, peer: median_of(Page::Peer)? })
    }
}

impl Medians {
    /// How many times the peer's number the console's is.
    pub(super) fn ratio(self) -> f64 {
        self.rekey / self.peer
    }

    /// Whether they keep a target.
    pub(super) fn judge(self, target: Option<Target>) -> Verdict {
        let Some(Target { gate, goal, of }) = target else { return Verdict::Open };
        let reached = match of {
            Compared::Ratio => self.ratio(),
            Compared::Amount => self.rekey,
        };
        // What is no number keeps no target.
        if reached <= goal {
            Verdict::GoalHolds
        } else if reached <= gate {
            Verdict::GateHolds
        } else {
            Verdict::Missed
        }
    }
}

#[cfg(test)]
mod tests;
