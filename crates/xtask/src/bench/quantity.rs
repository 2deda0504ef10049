//! One row of a table: what is measured, and what it may be (performance.md, "Targets").

use super::measurements::{Page, Visit};
use super::statistics::{median, percentile_95};

/// One thing that is measured in every visit.
pub(super) struct Quantity {
    /// What it is called.
    pub(super) name: &'static str,
    /// What the browser calls it.
    pub(super) figure: &'static str,
    /// What one visit's figures come to.
    pub(super) of: Share,
    /// How it is written.
    pub(super) unit: Unit,
    /// What it may be.
    pub(super) target: Option<Target>,
}

/// Which of the figures of one visit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// The only one, or the middle one.
    Median,
    /// The one that 95 of 100 do not exceed.
    Percentile95,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Milliseconds,
    Count,
    Kilobytes,
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
    /// The console's number divided by that of another page.
    Ratio(Page),
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

impl Quantity {
    /// One figure for each visit, and no target.
    pub(super) const fn new(name: &'static str, figure: &'static str, unit: Unit) -> Self {
        Self { name, figure, of: Share::Median, unit, target: None }
    }

    /// Several figures for each visit, of which the 95th percentile counts.
    pub(super) const fn percentile_95(self) -> Self {
        Self { of: Share::Percentile95, ..self }
    }

    /// The console's own number has a gate and a goal.
    pub(super) const fn at_most(self, gate: f64, goal: f64) -> Self {
        Self { target: Some(Target { gate, goal, of: Compared::Amount }), ..self }
    }

    /// So has its ratio to that of another page.
    pub(super) const fn at_most_times(self, page: Page, gate: f64, goal: f64) -> Self {
        Self { target: Some(Target { gate, goal, of: Compared::Ratio(page) }), ..self }
    }

    /// The median over the visits to a page in a setting. Nothing if it was not measured there.
    pub(super) fn median(&self, visits: &[Visit], setting: &str, page: Page) -> Option<f64> {
        let wanted = visits.iter().filter(|visit| visit.page == page && visit.setting == setting);
        let share = |figures: &Vec<f64>| match self.of {
            Share::Median => median(figures),
            Share::Percentile95 => percentile_95(figures),
        };
        median(&wanted.filter_map(|visit| visit.figures.get(self.figure).and_then(share)).collect::<Vec<_>>())
    }

    /// How many times that of another page the console's number is.
    pub(super) fn ratio(&self, visits: &[Visit], setting: &str, page: Page) -> Option<f64> {
        Some(self.median(visits, setting, Page::Rekey)? / self.median(visits, setting, page)?)
    }

    /// Whether the target is kept.
    pub(super) fn judge(&self, visits: &[Visit], setting: &str) -> Verdict {
        let Some(Target { gate, goal, of }) = self.target else { return Verdict::Open };
        let reached = match of {
            Compared::Ratio(page) => self.ratio(visits, setting, page),
            Compared::Amount => self.median(visits, setting, Page::Rekey),
        };
        match reached {
            Some(reached) if reached <= goal => Verdict::GoalHolds,
            Some(reached) if reached <= gate => Verdict::GateHolds,
            // What is no number, or was not measured, keeps no target.
            Some(_) | None => Verdict::Missed,
        }
    }
}

#[cfg(test)]
mod tests;
