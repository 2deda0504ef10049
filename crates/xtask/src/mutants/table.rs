//! The figures, by group.

use anyhow::{Result, ensure};

use super::group::Group;
use super::mutant::{End, Mutant};

/// The least share of the mutants of a group that has to be noticed, in percent (reliability.md 5).
const GATE: usize = 80;

/// How the mutants of one group ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    killed: usize,
    missed: usize,
    timed_out: usize,
    unviable: usize,
}

impl Row {
    fn add(&mut self, end: End) {
        match end {
            End::Killed => self.killed += 1,
            End::Missed => self.missed += 1,
            End::TimedOut => self.timed_out += 1,
            End::Unviable => self.unviable += 1,
        }
    }

    /// The share that was noticed, in percent and rounded down; nothing where there was nothing to notice.
    fn share(self) -> Option<usize> {
        let noticed = self.killed + self.timed_out;
        (noticed * 100).checked_div(noticed + self.missed)
    }
}

/// All groups, and those mutants that live.
pub(super) struct Table {
    rows: Vec<(Group, Row)>,
    missed: Vec<String>,
}

impl Table {
    pub(super) fn of(mutants: &[Mutant]) -> Self {
        let row = |group: Group| {
            let mut row = Row::default();
            mutants.iter().filter(|mutant| mutant.group == group).for_each(|mutant| row.add(mutant.end));
            (group, row)
        };
        let missed = mutants.iter().filter(|mutant| mutant.end == End::Missed).map(|mutant| mutant.name.clone());
        Self { rows: Group::ALL.map(row).to_vec(), missed: missed.collect() }
    }

    pub(super) fn print(&self) {
        println!("\n{:<24} {:>7} {:>7} {:>9} {:>9} {:>9}", "", "killed", "missed", "time-out", "unviable", "noticed");
        for (group, row) in &self.rows {
            let share = row.share().map_or("–".to_owned(), |share| format!("{share} %"));
            let Row { killed, missed, timed_out, unviable } = row;
            println!("{:<24} {killed:>7} {missed:>7} {timed_out:>9} {unviable:>9} {share:>9}", group.name());
        }
        for name in &self.missed {
            println!("missed: {name}");
        }
    }

    /// Fails if a group is below the gate. A group without mutants has nothing to fail at.
    pub(super) fn check(&self) -> Result<()> {
        let shares = self.rows.iter().filter_map(|(group, row)| Some((*group, row.share()?)));
        let below: Vec<_> = shares.clone().filter(|(_, share)| *share < GATE).map(|(group, _)| group.name()).collect();
        ensure!(shares.count() > 0, "there was no mutant");
        ensure!(below.is_empty(), "less than {GATE} % of the mutants were noticed: {}", below.join(", "));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Group, Mutant, Table};

    fn table(ends: &[(Group, End, usize)]) -> Table {
        let mutants = ends.iter().flat_map(|(group, end, count)| {
            let mutant = Mutant { group: *group, end: *end, name: "a mutant".to_owned() };
            std::iter::repeat_n(mutant, *count)
        });
        Table::of(&mutants.collect::<Vec<_>>())
    }

    #[test]
    fn each_group_has_to_reach_the_gate_by_itself() {
        let good = (Group::Requests, End::Killed, 100);
        assert!(table(&[good, (Group::Merge, End::Killed, 4), (Group::Merge, End::Missed, 1)]).check().is_ok());
        assert!(table(&[good, (Group::Merge, End::Killed, 3), (Group::Merge, End::Missed, 1)]).check().is_err());
    }

    #[test]
    fn what_never_ends_is_noticed_and_what_does_not_compile_says_nothing() {
        let timed_out = (Group::Repeats, End::TimedOut, 4);
        assert!(table(&[timed_out, (Group::Repeats, End::Missed, 1)]).check().is_ok());
        assert!(table(&[(Group::Repeats, End::Unviable, 9)]).check().is_err(), "nothing was tried");
    }
}
