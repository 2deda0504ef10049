//! What is measured beside what, and in which settings.

mod form;
mod list;

use std::str::FromStr;

use anyhow::{Error, bail};

use super::measurements::Page;
use super::peer::Peer;
use super::quantity::Quantity;

/// One table: some pages, visited in the same settings.
pub(crate) struct Subject {
    /// What it is called on the command line, and its file in `end2end/bench`.
    pub(super) name: &'static str,
    /// What stands above its tables.
    pub(super) title: &'static str,
    /// Who is visited, the console first.
    pub(super) pages: &'static [Page],
    /// The peers to build, by the variables that name their folders to `end2end/bench`.
    pub(super) peers: &'static [(&'static str, Peer)],
    /// Whether it stands behind nginx with Brotli; without, the sandbox serves it.
    pub(super) needs_server: bool,
    /// The settings by their names, and what is measured in each.
    pub(super) settings: &'static [(&'static str, &'static [Quantity])],
}

/// Everything there is, in the order in which it is measured.
pub(super) const SUBJECTS: [&Subject; 2] = [&form::FORM, &list::LIST];

impl FromStr for &'static Subject {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match SUBJECTS.iter().find(|subject| subject.name == name) {
            Some(subject) => Ok(subject),
            None => bail!("there is nothing to measure that is called `{name}`; there are {}", names().join(" and ")),
        }
    }
}

fn names() -> Vec<&'static str> {
    SUBJECTS.iter().map(|subject| subject.name).collect()
}

#[cfg(test)]
mod tests {
    use super::{SUBJECTS, Subject};
    use crate::bench::quantity::Compared;

    /// The rows of performance.md, "Targets".
    #[test]
    fn the_targets_are_those_of_the_specification() {
        let targets_of = |subject: &Subject, setting: &str| -> Vec<_> {
            let (_, quantities) = subject.settings.iter().find(|(name, _)| *name == setting).unwrap();
            let targets =
                quantities.iter().filter_map(|quantity| quantity.target.map(|target| (quantity.name, target)));
            targets.map(|(name, target)| (name, target.gate, target.goal)).collect()
        };
        let [form, list] = SUBJECTS;
        assert_eq!(
            targets_of(form, "fast 4G"),
            [
                ("transferred", 140e3, 110e3),
                ("requests", 5.0, 5.0),
                ("first paint", 1.6, 1.15),
                ("first form answers", 0.9, 0.75),
                ("blocking time", 60.0, 30.0),
                ("calls from sign-in to form", 1.0, 1.0),
                ("submit to result", 1.15, 1.05),
                ("heap with Wasm", 1.0, 0.85),
            ]
        );
        assert_eq!(targets_of(form, "slow 4G"), [("first form answers", 0.97, 0.88)]);
        for setting in ["processor as it is", "processor four times slower"] {
            assert_eq!(
                targets_of(list, setting),
                [
                    ("last byte to first rows", 1.3, 0.9),
                    ("filter key to rows, p95", 1.0, 0.8),
                    ("DOM elements", 700.0, 575.0),
                    ("heap with Wasm", 32e6, 16e6),
                ]
            );
        }
    }

    #[test]
    fn a_ratio_is_of_a_page_that_is_visited() {
        for subject in SUBJECTS {
            for quantity in subject.settings.iter().flat_map(|(_, quantities)| *quantities) {
                if let Some(Compared::Ratio(page)) = quantity.target.map(|target| target.of) {
                    assert!(subject.pages.contains(&page), "{}: {}", subject.name, quantity.name);
                }
            }
        }
    }

    #[test]
    fn a_subject_is_found_by_its_name() {
        assert_eq!("form".parse::<&Subject>().unwrap().name, "form");
        let said = "table".parse::<&Subject>().err().unwrap().to_string();
        assert!(said.ends_with("there are form and list"), "{said}");
    }
}
