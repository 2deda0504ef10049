//! How many tests ran, as the tools that ran them say.

use super::fault_matrix::Cells;

/// Counts that were measured; nothing is printed that was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
    was_measured: bool,
    /// The cells of the fault matrix.
    pub(super) cells: Option<Cells>,
    /// What did not run, and why.
    left_out: Vec<String>,
}

impl Tally {
    /// Adds what one run has counted.
    pub(super) fn add(&mut self, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
        self.was_measured = true;
    }

    /// Notes that something did not run, so that nobody takes it for passed.
    pub(super) fn leave_out(&mut self, what: String) {
        println!("left out: {what}");
        self.left_out.push(what);
    }

    /// Prints what was left out, then the lines that whoever runs the checks looks for.
    pub(super) fn print(&self) {
        for what in &self.left_out {
            println!("left out: {what}");
        }
        if let Some(Cells { run, passed }) = self.cells {
            println!("fault matrix: {passed} of {run} cells passed");
        }
        if self.was_measured {
            println!("{} passed, {} failed", self.passed, self.failed);
        }
    }
}
