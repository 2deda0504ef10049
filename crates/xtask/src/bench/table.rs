//! The tables that `cargo xtask bench` prints.

use std::fmt::Write as _;

use super::measurements::{Page, Visit};
use super::quantity::{Compared, Quantity, Unit, Verdict};
use super::subject::Subject;

/// Prints one table for each setting, and returns the verdict of each row.
pub(super) fn print(subject: &Subject, visits: &[Visit]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for (setting, quantities) in subject.settings {
        let rounds = visits.iter().filter(|visit| visit.page == Page::Rekey && visit.setting == *setting).count();
        println!("\n{}: {setting}, rounds: {rounds}", subject.title);
        println!("{}", head(subject));
        for quantity in *quantities {
            let verdict = quantity.judge(visits, setting);
            println!("{}", row(subject, quantity, visits, setting, verdict));
            verdicts.push(verdict);
        }
    }
    verdicts
}

fn head(subject: &Subject) -> String {
    let mut line = format!("{:<28}", "");
    for page in subject.pages {
        let _ = write!(line, "{:>11}", page.name());
    }
    for page in peers(subject) {
        let _ = write!(line, "{:>11}", format!("x {}", page.name()));
    }
    line + &format!("{:>16}{:>16}  verdict", "gate", "goal")
}

fn row(subject: &Subject, quantity: &Quantity, visits: &[Visit], setting: &str, verdict: Verdict) -> String {
    let mut line = format!("{:<28}", quantity.name);
    for page in subject.pages {
        let number = quantity.median(visits, setting, *page).map(|number| written(number, quantity.unit));
        let _ = write!(line, "{:>11}", number.unwrap_or_default());
    }
    for page in peers(subject) {
        let ratio = quantity.ratio(visits, setting, page).filter(|ratio| ratio.is_finite());
        let _ = write!(line, "{:>11}", ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default());
    }
    let limit = |number: f64, of: Compared| match of {
        Compared::Ratio(page) => format!("{number:.2} x {}", page.name()),
        Compared::Amount => written(number, quantity.unit),
    };
    if let Some(target) = quantity.target {
        let (gate, goal) = (limit(target.gate, target.of), limit(target.goal, target.of));
        let _ = write!(line, "{gate:>16}{goal:>16}  {}", said(verdict));
    }
    line.trim_end().to_owned()
}

/// Whom the console is compared with.
fn peers(subject: &Subject) -> impl Iterator<Item = Page> {
    subject.pages.iter().copied().filter(|page| *page != Page::Rekey)
}

fn written(number: f64, unit: Unit) -> String {
    match unit {
        Unit::Milliseconds => format!("{number:.1} ms"),
        Unit::Count => format!("{number:.0}"),
        Unit::Kilobytes => format!("{:.1} kB", number / 1e3),
        Unit::Megabytes => format!("{:.1} MB", number / 1e6),
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
    use std::collections::BTreeMap;

    use super::{head, row, written};
    use crate::bench::measurements::{Page, Visit};
    use crate::bench::quantity::{Quantity, Unit, Verdict};
    use crate::bench::subject::Subject;

    const PAINT: Quantity =
        Quantity::new("first paint", "paint", Unit::Milliseconds).at_most_times(Page::Plain, 1.6, 1.15);
    const SUBJECT: Subject = Subject {
        name: "form",
        title: "form",
        pages: &[Page::Rekey, Page::React, Page::Plain],
        peers: &[],
        needs_server: false,
        settings: &[("fast", &[PAINT])],
    };

    #[test]
    fn a_row_stands_below_its_head() {
        let visit = |page, time| Visit {
            page,
            setting: "fast".to_owned(),
            figures: BTreeMap::from([("paint".to_owned(), vec![time])]),
        };
        let visits = [visit(Page::Rekey, 300.0), visit(Page::Plain, 200.0)];
        let line = row(&SUBJECT, &PAINT, &visits, "fast", Verdict::GateHolds);
        let words: Vec<_> = line.split_whitespace().collect();
        let expected = "first paint 300.0 ms 200.0 ms 1.50 1.60 x by hand 1.15 x by hand gate holds";
        assert_eq!(words.join(" "), expected, "React was not visited");
        let head = head(&SUBJECT);
        for (title, cell) in [("by hand", "200.0 ms"), ("x by hand", "1.50"), ("verdict", "gate holds")] {
            let (above, below) = (head.find(title).unwrap(), line.find(cell).unwrap());
            let ends = title == "verdict" || above + title.len() == below + cell.len();
            assert!(ends && (title != "verdict" || above == below), "{head}\n{line}");
        }
    }

    #[test]
    fn each_unit_is_written_as_people_read_it() {
        for (value, unit, expected) in [
            (70.25, Unit::Milliseconds, "70.2 ms"),
            (525.0, Unit::Count, "525"),
            (110_400.0, Unit::Kilobytes, "110.4 kB"),
            (16e6, Unit::Megabytes, "16.0 MB"),
        ] {
            assert_eq!(written(value, unit), expected);
        }
    }
}
