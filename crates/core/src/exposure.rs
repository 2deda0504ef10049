//! Whether a press inside a frame is the person's own (E-04).
//!
//! The page around a frame can cover a button with something else, or put it below the pointer just before a click. So
//! a press counts only if its button has been in sight, with nothing over it, for long enough to be seen.

use std::time::Duration;

/// How long a button has to have been in sight: longer than from one click of a double click to the next.
pub const LEAST_SIGHT: Duration = Duration::from_millis(500);

/// What the browser tells of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing of it is on the screen.
    Out,
    /// It is on the screen with something over it, or looks as if it were not there.
    Covered,
    /// It is on the screen, and nothing is over it as far as the browser can tell.
    Clear,
}

/// Why a press does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Something is over the button.
    Covered,
    /// It is not in sight, or has only just come into it.
    TooSoon,
}

/// How a button has been seen so far. Moments are of a clock that never goes back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exposure {
    is_covered: bool,
    clear_since: Option<Duration>,
}

impl Exposure {
    /// Takes down what the browser tells at a moment.
    pub fn see(&mut self, sight: Sight, at: Duration) {
        self.is_covered = sight == Sight::Covered;
        self.clear_since = (sight == Sight::Clear).then(|| self.clear_since.unwrap_or(at));
    }

    /// Whether a press at a moment counts.
    ///
    /// # Errors
    /// Why it does not.
    pub fn press(self, at: Duration) -> Result<(), Obstacle> {
        if self.is_covered {
            return Err(Obstacle::Covered);
        }
        let is_seen = self.clear_since.is_some_and(|since| at.saturating_sub(since) >= LEAST_SIGHT);
        is_seen.then_some(()).ok_or(Obstacle::TooSoon)
    }
}

#[cfg(test)]
mod tests {
    use super::{Exposure, LEAST_SIGHT, Obstacle, Sight};
    use proptest::prelude::*;
    use std::time::Duration;

    const fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    fn seen(sights: &[(Sight, u64)]) -> Exposure {
        let mut exposure = Exposure::default();
        for (sight, moment) in sights {
            exposure.see(*sight, at(*moment));
        }
        exposure
    }

    #[test]
    fn a_press_counts_half_a_second_after_the_button_came_into_sight_e04() {
        let exposure = seen(&[(Sight::Out, 0), (Sight::Clear, 1000), (Sight::Clear, 1400)]);
        assert_eq!(exposure.press(at(1499)), Err(Obstacle::TooSoon));
        assert_eq!(exposure.press(at(1500)), Ok(()));
    }

    #[test]
    fn nothing_counts_before_the_browser_has_told_anything_e04() {
        assert_eq!(Exposure::default().press(at(10_000)), Err(Obstacle::TooSoon));
    }

    #[test]
    fn what_is_covered_or_gone_has_to_be_seen_anew_e04() {
        let covered = seen(&[(Sight::Clear, 0), (Sight::Covered, 5000)]);
        assert_eq!(covered.press(at(9000)), Err(Obstacle::Covered));
        let uncovered = seen(&[(Sight::Clear, 0), (Sight::Covered, 5000), (Sight::Clear, 9000)]);
        assert_eq!(uncovered.press(at(9100)), Err(Obstacle::TooSoon));
        assert_eq!(uncovered.press(at(9500)), Ok(()));
        let gone = seen(&[(Sight::Clear, 0), (Sight::Out, 5000)]);
        assert_eq!(gone.press(at(9000)), Err(Obstacle::TooSoon));
    }

    proptest! {
        #[test]
        fn a_press_never_counts_unless_all_of_the_last_half_second_was_clear_e04(
            steps in prop::collection::vec((0_u8..3, 0_u64..400), 1..12),
            later in 0_u64..1200,
        ) {
            let mut exposure = Exposure::default();
            let (mut now, mut clear_since) = (0, None);
            for (kind, wait) in steps {
                now += wait;
                let sight = [Sight::Out, Sight::Covered, Sight::Clear][usize::from(kind)];
                exposure.see(sight, at(now));
                clear_since = if sight == Sight::Clear { clear_since.or(Some(now)) } else { None };
            }
            let pressed = now + later;
            let counts = clear_since.is_some_and(|since| at(pressed - since) >= LEAST_SIGHT);
            prop_assert_eq!(exposure.press(at(pressed)).is_ok(), counts);
        }
    }
}
