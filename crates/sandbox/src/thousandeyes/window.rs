//! A window of time in which something may happen so often. It starts with the first time (contract, 2.2).

use jiff::{SignedDuration, Timestamp};

/// What holds for the windows to come. A window that runs under another rule ends when the rule changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) allowance: u32,
    pub(super) seconds: u32,
}

#[derive(Debug, Clone, Copy)]
struct Running {
    rule: Rule,
    ends: Timestamp,
    used: u32,
}

/// How much is left, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub(super) remaining: u32,
    /// The second since 1970 at which a new window can start; rounded up, so that who waits for it has waited enough.
    pub(super) resets_at: i64,
}

/// The window that runs, if one does.
#[derive(Debug, Default)]
pub(super) struct Window {
    running: Option<Running>,
}

impl Window {
    /// Counts one use, unless none is left.
    pub(super) fn take(&mut self, rule: Rule, now: Timestamp) -> bool {
        let mut running = self.current(rule, now).unwrap_or(Running { rule, ends: end(rule, now), used: 0 });
        let granted = running.used < rule.allowance;
        if granted {
            running.used += 1;
        }
        self.running = Some(running);
        granted
    }

    /// What is left; before the first use, everything.
    pub(super) fn state(&self, rule: Rule, now: Timestamp) -> State {
        let (used, ends) = self.current(rule, now).map_or((0, end(rule, now)), |running| (running.used, running.ends));
        let resets_at = ends.as_second() + i64::from(ends.subsec_nanosecond() > 0);
        State { remaining: rule.allowance.saturating_sub(used), resets_at }
    }

    fn current(&self, rule: Rule, now: Timestamp) -> Option<Running> {
        self.running.filter(|running| running.rule == rule && now < running.ends)
    }
}

fn end(rule: Rule, start: Timestamp) -> Timestamp {
    start.saturating_add(SignedDuration::from_secs(rule.seconds.into())).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: Rule = Rule { allowance: 2, seconds: 60 };

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(milliseconds).unwrap()
    }

    #[test]
    fn a_window_starts_with_the_first_use_and_rolls_over_as_a_whole() {
        let mut window = Window::default();
        let granted = [(1_500, true), (40_000, true), (61_499, false), (61_500, true), (62_000, true), (63_000, false)];
        for (moment, expected) in granted {
            assert_eq!(window.take(RULE, at(moment)), expected, "at {moment}");
        }
    }

    #[test]
    fn what_is_left_is_told_with_the_second_that_has_surely_passed() {
        let mut window = Window::default();
        assert_eq!(window.state(RULE, at(1_500)), State { remaining: 2, resets_at: 62 });
        window.take(RULE, at(1_500));
        assert_eq!(window.state(RULE, at(30_000)), State { remaining: 1, resets_at: 62 });
        assert_eq!(window.state(RULE, at(61_500)), State { remaining: 2, resets_at: 122 });
    }

    #[test]
    fn another_rule_starts_afresh() {
        let mut window = Window::default();
        window.take(RULE, at(0));
        let stricter = Rule { allowance: 1, ..RULE };
        assert!(window.take(stricter, at(1)));
        assert!(!window.take(stricter, at(2)));
        assert!(!window.take(Rule { allowance: 0, ..RULE }, at(3)));
    }
}
