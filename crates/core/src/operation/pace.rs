//! How fast one connection may be asked (N-10): a token bucket, told the time and never waiting by itself.

/// The rhythm of one connection. All times are milliseconds of one clock that never goes back.
#[derive(Debug, Clone)]
pub struct Pace {
    per_minute: Option<u32>,
    /// When the bucket would be full again; the farther away, the emptier it is.
    full_at: f64,
    /// No request leaves before.
    paused_until: f64,
}

impl Pace {
    /// A rhythm of this many requests a minute, or none.
    pub fn new(per_minute: Option<u32>) -> Self {
        Self { per_minute, full_at: 0.0, paused_until: 0.0 }
    }

    /// Takes a place for one request; it may leave after this many milliseconds. Half of the minute's requests may
    /// leave at once and the other half spread over the minute, so that no window of 60 seconds ever holds more.
    pub fn take(&mut self, now: f64) -> f64 {
        let leaves = match self.per_minute {
            None => now,
            Some(per_minute) => {
                let burst = f64::from((per_minute / 2).max(1));
                let each = 60_000.0 / f64::from((per_minute - per_minute / 2).max(1));
                self.full_at = self.full_at.max(now) + each;
                (self.full_at - burst * each).max(now)
            }
        };
        (leaves.max(self.paused_until) - now).max(0.0)
    }

    /// The server said that it is too much, and shall be left alone for this many seconds
    /// ([`crate::capabilities::Capabilities::wait_after`]). A longer pause never becomes a shorter one.
    pub fn refused(&mut self, now: f64, seconds: u32) {
        self.paused_until = self.paused_until.max(now + f64::from(seconds) * 1000.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Pace;
    use proptest::prelude::*;

    #[test]
    fn without_a_limit_nothing_waits() {
        let mut pace = Pace::new(None);
        assert!((0..1000).all(|_| pace.take(5.0) <= 0.0));
    }

    #[test]
    fn a_hint_holds_everything_back_until_then_x17a() {
        let mut pace = Pace::new(Some(120));
        pace.refused(1000.0, 20);
        assert!((pace.take(2000.0) - 19_000.0).abs() < 1.0);
        assert!(pace.take(21_000.0) <= 0.0);
        pace.refused(21_000.0, 5);
        pace.refused(21_000.0, 2);
        assert!((pace.take(21_000.0) - 5000.0).abs() < 1.0, "a longer pause never becomes a shorter one");
    }

    /// When each of `count` requests leaves that are all wanted at once, in milliseconds.
    fn moments(per_minute: u32, count: usize) -> Vec<f64> {
        let mut pace = Pace::new(Some(per_minute));
        (0..count).map(|_| pace.take(0.0).round()).collect()
    }

    #[test]
    fn half_of_a_minute_leaves_at_once_and_the_rest_evenly_n10() {
        let moments = moments(120, 180);
        assert!(moments.iter().take(60).all(|moment| *moment <= 0.0));
        for (place, moment) in moments.iter().enumerate().skip(60) {
            let expected = 1000.0 * (f64::from(u32::try_from(place).unwrap()) - 59.0);
            assert!((moment - expected).abs() < 1.0, "{place}: {moment}");
        }
    }

    #[test]
    fn an_odd_number_and_a_single_one_are_not_slower_than_they_must_be() {
        assert_eq!(moments(5, 4), [0.0, 0.0, 20_000.0, 40_000.0]);
        assert_eq!(moments(1, 3), [0.0, 60_000.0, 120_000.0]);
    }

    #[test]
    fn what_was_not_used_is_there_again_after_a_while_and_no_more_than_that() {
        let mut pace = Pace::new(Some(120));
        assert!((0..60).all(|_| pace.take(0.0) <= 0.0));
        assert!((0..30).all(|_| pace.take(30_000.0) <= 0.0), "one a second has come back");
        assert!(pace.take(30_000.0) > 0.0);
        assert!((0..60).all(|_| pace.take(3_600_000.0) <= 0.0) && pace.take(3_600_000.0) > 0.0, "never more than half");
    }

    proptest! {
        #[test]
        fn no_window_of_sixty_seconds_holds_more_than_allowed_n10(
            per_minute in 1..300_u32,
            gaps in prop::collection::vec(0..3000_u32, 1..600),
        ) {
            let mut pace = Pace::new(Some(per_minute));
            let mut now = 0.0;
            let mut left: Vec<f64> = Vec::new();
            for gap in gaps {
                now += f64::from(gap);
                left.push(now + pace.take(now));
            }
            left.sort_by(f64::total_cmp);
            for (at, start) in left.iter().enumerate() {
                let within = left.iter().skip(at).take_while(|moment| **moment < start + 59_999.0).count();
                prop_assert!(within <= per_minute as usize, "{} in a minute", within);
            }
        }
    }
}
