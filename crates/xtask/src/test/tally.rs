//! How many tests ran, as the tools that ran them say.

use super::fault_matrix::Cells;

/// Counts that were measured; nothing is printed that was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
    was_measured: bool,
    /// The cells of the fault matrix.
    pub(super) cells: Option<Cells>,
}

impl Tally {
    /// Adds what one run has counted.
    pub(super) fn add(&mut self, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
        self.was_measured = true;
    }

    /// Prints the lines that whoever runs the checks looks for.
    pub(super) fn print(self) {
        if let Some(Cells { run, passed }) = self.cells {
            println!("fault matrix: {passed} of {run} cells passed");
        }
        if self.was_measured {
            println!("{} passed, {} failed", self.passed, self.failed);
        }
    }
}
