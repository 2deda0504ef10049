use std::collections::BTreeMap;

use super::{Quantity, Unit, Verdict};
use crate::bench::measurements::{Page, Visit};

fn visit(page: Page, setting: &str, times: &[f64]) -> Visit {
    let figures = BTreeMap::from([("time".to_owned(), times.to_vec())]);
    Visit { page, setting: setting.to_owned(), figures }
}

const TIME: Quantity = Quantity::new("time", "time", Unit::Milliseconds);

#[test]
fn each_number_is_the_median_of_its_own_page_and_setting() {
    let visits: Vec<_> = [1.0, 9.0, 2.0]
        .into_iter()
        .flat_map(|time| {
            [
                visit(Page::Rekey, "fast", &[time]),
                visit(Page::React, "fast", &[10.0 * time]),
                visit(Page::Rekey, "slow", &[100.0 * time]),
            ]
        })
        .collect();
    assert_eq!(TIME.median(&visits, "fast", Page::Rekey), Some(2.0));
    assert_eq!(TIME.ratio(&visits, "fast", Page::React), Some(0.1));
    assert_eq!(TIME.median(&visits, "slow", Page::Rekey), Some(200.0));
    assert_eq!(TIME.ratio(&visits, "slow", Page::React), None, "the peer was not visited");
    let other = Quantity { figure: "other", ..TIME };
    assert_eq!(other.median(&visits, "fast", Page::Rekey), None, "it was not measured");
}

#[test]
fn several_figures_of_a_visit_count_by_their_share() {
    let figures: Vec<_> = (1..=20).map(f64::from).collect();
    let visits = [visit(Page::Rekey, "fast", &figures)];
    assert_eq!(TIME.median(&visits, "fast", Page::Rekey), Some(10.5));
    assert_eq!(TIME.percentile_95().median(&visits, "fast", Page::Rekey), Some(19.0));
}

#[test]
fn a_target_is_of_a_ratio_or_of_the_console_alone() {
    for (rekey, plain, verdict) in [
        (90.0, 100.0, Verdict::GoalHolds),
        (91.0, 100.0, Verdict::GateHolds),
        (130.0, 100.0, Verdict::GateHolds),
        (131.0, 100.0, Verdict::Missed),
        (0.0, 0.0, Verdict::Missed),
    ] {
        let visits = [visit(Page::Rekey, "fast", &[rekey]), visit(Page::Plain, "fast", &[plain])];
        assert_eq!(TIME.at_most_times(Page::Plain, 1.3, 0.9).judge(&visits, "fast"), verdict, "{rekey} {plain}");
    }
    for (rekey, verdict) in [(575.0, Verdict::GoalHolds), (576.0, Verdict::GateHolds), (701.0, Verdict::Missed)] {
        let visits = [visit(Page::Rekey, "fast", &[rekey])];
        assert_eq!(TIME.at_most(700.0, 575.0).judge(&visits, "fast"), verdict, "{rekey}");
        assert_eq!(TIME.judge(&visits, "fast"), Verdict::Open);
    }
    assert_eq!(TIME.at_most(700.0, 575.0).judge(&[], "fast"), Verdict::Missed, "nothing was measured");
}
