use super::{Compared, Medians, QUANTITIES, Target, Verdict};
use crate::bench::measurements::{Page, Visit};

fn visit(page: Page, slowdown: u64, time: f64) -> Visit {
    Visit {
        page,
        slowdown,
        last_byte_to_rows: time,
        request_to_rows: time,
        key_to_rows: vec![time; 20],
        scroll_to_end: time,
        elements: time,
        heap: time,
    }
}

#[test]
fn each_quantity_is_the_median_of_its_own_page_and_speed() {
    let visits: Vec<_> = [1.0, 9.0, 2.0]
        .into_iter()
        .flat_map(|time| {
            [visit(Page::Rekey, 1, time), visit(Page::Peer, 1, 10.0 * time), visit(Page::Rekey, 4, 100.0 * time)]
        })
        .collect();
    for quantity in &QUANTITIES {
        assert_eq!(quantity.medians(&visits, 1), Some(Medians { rekey: 2.0, peer: 20.0 }), "{}", quantity.name);
        assert_eq!(quantity.medians(&visits, 4), None, "{}: the peer was not visited", quantity.name);
    }
}

#[test]
fn a_target_is_of_the_ratio_or_of_the_console_alone() {
    let medians = |rekey: f64, peer: f64| Medians { rekey, peer };
    let ratio = Some(Target { gate: 1.3, goal: 0.9, of: Compared::Ratio });
    let amount = Some(Target { gate: 700.0, goal: 575.0, of: Compared::Amount });
    for (medians, target, verdict) in [
        (medians(90.0, 100.0), ratio, Verdict::GoalHolds),
        (medians(91.0, 100.0), ratio, Verdict::GateHolds),
        (medians(130.0, 100.0), ratio, Verdict::GateHolds),
        (medians(131.0, 100.0), ratio, Verdict::Missed),
        (medians(0.0, 0.0), ratio, Verdict::Missed),
        (medians(575.0, 1.0), amount, Verdict::GoalHolds),
        (medians(576.0, 9e9), amount, Verdict::GateHolds),
        (medians(701.0, 9e9), amount, Verdict::Missed),
        (medians(9e9, 1.0), None, Verdict::Open),
    ] {
        assert_eq!(medians.judge(target), verdict, "{medians:?} {target:?}");
    }
}

/// The rows of performance.md, "Targets", that speak of a list of 10,000.
#[test]
fn the_targets_are_those_of_the_specification() {
    let targets: Vec<_> = QUANTITIES
        .iter()
        .filter_map(|quantity| quantity.target.map(|target| (quantity.name, target.gate, target.goal)))
        .collect();
    assert_eq!(
        targets,
        [
            ("last byte to first rows", 1.3, 0.9),
            ("filter key to rows, p95", 1.0, 0.8),
            ("DOM elements", 700.0, 575.0),
            ("heap with Wasm", 32e6, 16e6),
        ]
    );
}
