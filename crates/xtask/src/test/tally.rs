//! How many tests ran, as the tools that ran them say.

/// Counts that were measured; nothing is printed that was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
    was_measured: bool,
}

impl Tally {
    /// Adds what one run has counted.
    pub(super) fn add(&mut self, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
        self.was_measured = true;
    }

    /// Prints the line that whoever runs the checks looks for.
    pub(super) fn print(self) {
        if self.was_measured {
            println!("{} passed, {} failed", self.passed, self.failed);
        }
    }
}
