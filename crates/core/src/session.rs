//! How long a session may last (S-14): what two clocks show, and nothing that could ask them.

use std::time::Duration;

/// How long before its end an idle session is announced (WCAG 2.2.1 wants 20 seconds at least).
pub const WARNING: Duration = Duration::from_mins(1);

/// The limits of every session with a token. There is no way to have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// How long nobody may use the tab.
    pub idle: Duration,
    /// How long a session lasts, however much it is used.
    pub lifetime: Duration,
}

impl Default for SessionLimits {
    fn default() -> Self {
        Self { idle: Duration::from_mins(10), lifetime: Duration::from_hours(8) }
    }
}

/// What the computer's two clocks show at one moment, in milliseconds.
///
/// The steady one cannot be set, but may stop while the computer sleeps; the other one goes on, but can be set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Milliseconds of the clock that cannot be set.
    pub steady: f64,
    /// Milliseconds of the time of day.
    pub wall: f64,
}

impl Moment {
    /// The milliseconds since an earlier moment, by the clock that says more: neither sleep nor a clock that was put
    /// back makes a session longer.
    pub fn since(self, earlier: Self) -> f64 {
        (self.steady - earlier.steady).max(self.wall - earlier.wall).max(0.0)
    }
}

/// Why a session ends on this side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEnd {
    /// Nobody used the tab.
    Idle,
    /// It has lasted as long as it may.
    Lifetime,
    /// Somebody signed out in another tab (S-17).
    Elsewhere,
}

impl SessionEnd {
    /// Whether it may have ended behind somebody's back, whose changes then wait for them.
    pub fn keeps_changes(self) -> bool {
        match self {
            Self::Idle | Self::Lifetime => true,
            Self::Elsewhere => false,
        }
    }
}

/// How a session stands at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// It goes on.
    Going,
    /// It ends soon because nobody uses the tab; any use keeps it.
    Idling {
        /// Milliseconds until then.
        left: f64,
    },
    /// It is over.
    Over(SessionEnd),
}

/// The age of one session.
#[derive(Debug, Clone, Copy)]
pub struct SessionAge {
    started: Moment,
    used: Moment,
    /// When a write of it was last on its way.
    wrote: Option<Moment>,
    is_over_elsewhere: bool,
}

impl SessionAge {
    /// Somebody has just signed in.
    pub fn new(now: Moment) -> Self {
        Self { started: now, used: now, wrote: None, is_over_elsewhere: false }
    }

    /// Somebody signed out in another tab.
    pub fn end_elsewhere(&mut self) {
        self.is_over_elsewhere = true;
    }

    /// A write is on its way. It is not cut off, and for as long as a warning is shown its result is, too.
    pub fn write(&mut self, now: Moment) {
        self.wrote = Some(now);
    }

    /// Somebody uses the tab. A session that is over stays over: who comes back to a computer that slept finds it so.
    pub fn use_now(&mut self, limits: SessionLimits, now: Moment) {
        if !matches!(self.standing(limits, now), Standing::Over(_)) {
            self.used = now;
        }
    }

    /// How it stands.
    pub fn standing(&self, limits: SessionLimits, now: Moment) -> Standing {
        let held = self.wrote.map_or(0.0, |wrote| milliseconds(WARNING) - now.since(wrote));
        if self.is_over_elsewhere && held <= 0.0 {
            return Standing::Over(SessionEnd::Elsewhere);
        }
        let left = |limit: Duration, since: Moment| (milliseconds(limit) - now.since(since)).max(held);
        if left(limits.lifetime, self.started) <= 0.0 {
            return Standing::Over(SessionEnd::Lifetime);
        }
        match left(limits.idle, self.used) {
            left if left <= 0.0 => Standing::Over(SessionEnd::Idle),
            left if left <= milliseconds(WARNING) => Standing::Idling { left },
            _ => Standing::Going,
        }
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests;
