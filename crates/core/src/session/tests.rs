use proptest::prelude::*;

use super::{Moment, SessionAge, SessionEnd, SessionLimits, Standing};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// Both clocks agree.
fn at(milliseconds: f64) -> Moment {
    Moment { steady: milliseconds, wall: 1.8e12 + milliseconds }
}

fn limits() -> SessionLimits {
    SessionLimits::default()
}

#[test]
fn a_session_that_nobody_uses_is_announced_and_over_after_ten_minutes_s14() {
    let age = SessionAge::new(at(0.0));
    for (moment, standing) in [
        (0.0, Standing::Going),
        (9.0 * MINUTE - 1.0, Standing::Going),
        (9.0 * MINUTE, Standing::Idling { left: MINUTE }),
        (10.0 * MINUTE - 1.0, Standing::Idling { left: 1.0 }),
        (10.0 * MINUTE, Standing::Over(SessionEnd::Idle)),
        (99.0 * HOUR, Standing::Over(SessionEnd::Lifetime)),
    ] {
        assert_eq!(age.standing(limits(), at(moment)), standing, "{moment}");
    }
}

#[test]
fn use_keeps_a_session_until_it_has_lasted_eight_hours_s14() {
    let mut age = SessionAge::new(at(0.0));
    for minute in 1..480 {
        age.use_now(limits(), at(f64::from(minute) * MINUTE));
        assert_eq!(age.standing(limits(), at(f64::from(minute) * MINUTE)), Standing::Going);
    }
    assert_eq!(age.standing(limits(), at(8.0 * HOUR - 1.0)), Standing::Going);
    assert_eq!(age.standing(limits(), at(8.0 * HOUR)), Standing::Over(SessionEnd::Lifetime));
}

#[test]
fn what_is_over_is_not_revived_by_the_first_press_after_sleep_s14() {
    let mut age = SessionAge::new(at(0.0));
    // The steady clock stood still, the other one did not.
    let awake = Moment { steady: 1.0, wall: at(0.0).wall + 11.0 * MINUTE };
    age.use_now(limits(), awake);
    assert_eq!(age.standing(limits(), awake), Standing::Over(SessionEnd::Idle));
}

#[test]
fn a_write_on_its_way_is_not_cut_off_and_its_result_is_there_for_a_minute() {
    let mut age = SessionAge::new(at(0.0));
    for end in [10.0 * MINUTE, 8.0 * HOUR] {
        age.write(at(end + 30_000.0));
        assert_eq!(age.standing(limits(), at(end + 30_000.0)), Standing::Idling { left: MINUTE });
        assert!(matches!(age.standing(limits(), at(end + 90_000.0)), Standing::Over(_)));
    }
}

#[test]
fn a_sign_out_in_another_tab_waits_for_a_write_alone_s17() {
    let mut age = SessionAge::new(at(0.0));
    age.write(at(1.0));
    age.end_elsewhere();
    assert_eq!(age.standing(limits(), at(2.0)), Standing::Going);
    age.use_now(limits(), at(MINUTE));
    assert_eq!(age.standing(limits(), at(MINUTE + 1.0)), Standing::Over(SessionEnd::Elsewhere));
}

proptest! {
    /// Whatever the clocks do, a session ends by the one that has gone further.
    #[test]
    fn neither_sleep_nor_a_clock_that_is_put_back_makes_a_session_longer(
        slept in 0.0..2.0 * HOUR,
        set in -24.0 * HOUR..24.0 * HOUR,
        passed in 0.0..HOUR,
    ) {
        let start = at(0.0);
        let now = Moment { steady: start.steady + passed, wall: start.wall + passed + slept + set };
        let age = SessionAge::new(start);
        let is_over = matches!(age.standing(limits(), now), Standing::Over(_));
        prop_assert_eq!(is_over, passed.max(passed + slept + set) >= 10.0 * MINUTE);
    }

    /// Used or not, no session outlives its lifetime, and none that is used in time ends before.
    #[test]
    fn a_session_ends_with_its_lifetime_and_not_before_while_it_is_used(gaps in prop::collection::vec(0.0..9.9 * MINUTE, 1..200)) {
        let (mut age, mut now) = (SessionAge::new(at(0.0)), 0.0);
        for gap in gaps {
            now += gap;
            let is_over = matches!(age.standing(limits(), at(now)), Standing::Over(_));
            prop_assert_eq!(is_over, now >= 8.0 * HOUR);
            age.use_now(limits(), at(now));
        }
    }
}
