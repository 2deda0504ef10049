//! The table that `cargo xtask bench` prints.

use super::measurements::{Page, Visit};
use super::quantity::{Compared, QUANTITIES, Quantity, Unit, Verdict};

/// Prints one table for each speed of the processor, and returns the verdict of each row.
pub(super) fn print(visits: &[Visit]) -> Vec<Verdict> {
    let mut slowdowns: Vec<_> = visits.iter().map(|visit| visit.slowdown).collect();
    slowdowns.sort_unstable();
    slowdowns.dedup();
    let mut verdicts = Vec::new();
    for slowdown in slowdowns {
        println!("\n{}", title(visits, slowdown));
        println!(
            "{:<26}{:>11}{:>11}{:>8}{:>9}{:>9}  verdict",
            "list of 10,000 credentials", "Rekey", "React", "ratio", "gate", "goal"
        );
        for quantity in &QUANTITIES {
            let (line, verdict) = row(quantity, visits, slowdown);
            println!("{line}");
            verdicts.push(verdict);
        }
    }
    verdicts
}

fn title(visits: &[Visit], slowdown: u64) -> String {
    let rounds = visits.iter().filter(|visit| visit.page == Page::Rekey && visit.slowdown == slowdown).count();
    let speed = match slowdown {
        1 => "Processor as it is".to_owned(),
        times => format!("Processor {times} times slower"),
    };
    format!("{speed}, rounds: {rounds}")
}

fn row(quantity: &Quantity, visits: &[Visit], slowdown: u64) -> (String, Verdict) {
    let Quantity { name, unit, target, .. } = quantity;
    let Some(medians) = quantity.medians(visits, slowdown) else {
        return (format!("{name:<26}not measured"), Verdict::Missed);
    };
    let limit = |value: f64, of: Compared| match of {
        Compared::Ratio => format!("{value:.1} x"),
        Compared::Amount => written(value, *unit),
    };
    let (gate, goal) =
        target.map_or_else(Default::default, |target| (limit(target.gate, target.of), limit(target.goal, target.of)));
    let verdict = medians.judge(*target);
    let (rekey, peer) = (written(medians.rekey, *unit), written(medians.peer, *unit));
    let line = format!("{name:<26}{rekey:>11}{peer:>11}{:>8.2}{gate:>9}{goal:>9}  {}", medians.ratio(), said(verdict));
    (line.trim_end().to_owned(), verdict)
}

fn written(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Milliseconds => format!("{value:.1} ms"),
        Unit::Count => format!("{value:.0}"),
        Unit::Megabytes => format!("{:.1} MB", value / 1e6),
    }
}

fn said(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::GoalHolds => "goal holds",
        Verdict::GateHolds => "gate holds",
        Verdict::Missed => "missed",
        Verdict::Open => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{Unit, written};

    #[test]
    fn each_unit_is_written_as_people_read_it() {
        for (value, unit, expected) in
            [(70.25, Unit::Milliseconds, "70.2 ms"), (525.0, Unit::Count, "525"), (16e6, Unit::Megabytes, "16.0 MB")]
        {
            assert_eq!(written(value, unit), expected);
        }
    }
}
