//! A typed end against the clocks of the person's zone, and the ends that one press picks (UX-46).

use super::{Clock, CredentialDraft, ExpiryEdit};
use crate::credential::Credential;
use crate::timestamp::{LocalDateTime, Timestamp};

const DAY: i64 = 86_400_000;

/// The moments at which the clocks of a zone show a date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moments {
    /// The browser cannot tell.
    Unknown,
    /// Never: the clocks jump over it.
    None,
    /// Once, as nearly always.
    One(Timestamp),
    /// Twice: the clocks are set back past it. The earlier one first.
    Two(Timestamp, Timestamp),
}

impl Moments {
    /// The last of them.
    pub fn last(self) -> Option<Timestamp> {
        match self {
            Self::Unknown | Self::None => None,
            Self::One(moment) | Self::Two(_, moment) => Some(moment),
        }
    }
}

impl Clock<'_> {
    /// When the clocks show a date and time: what the browser takes for it is converted back and compared, and so is
    /// what it would be by the offsets of the day before and the day after, because a change of the clocks lies between
    /// them where there is one.
    pub fn moments(&self, local: LocalDateTime) -> Moments {
        let Some(near) = (self.resolve)(local) else { return Moments::Unknown };
        let shows = |moment: &Timestamp| (self.local)(*moment) == local;
        let by_offset_at = |days: i64| {
            let other = Timestamp::from_milliseconds(near.milliseconds() + days * DAY)?;
            let offset = (self.local)(other).as_utc().milliseconds() - other.milliseconds();
            Timestamp::from_milliseconds(local.as_utc().milliseconds() - offset).filter(shows)
        };
        match (by_offset_at(-1), by_offset_at(1)) {
            (Some(first), Some(second)) if first < second => Moments::Two(first, second),
            (Some(moment), _) | (None, Some(moment)) => Moments::One(moment),
            (None, None) if shows(&near) => Moments::One(near),
            (None, None) => Moments::None,
        }
    }
}

impl CredentialDraft {
    /// When the clocks show a newly typed end once more; the first time is what is sent.
    pub fn second_end(&self, base: &Credential, clock: &Clock<'_>) -> Option<Timestamp> {
        let Ok(ExpiryEdit::At(_)) = self.parse_expiry(base, clock) else { return None };
        match clock.moments(LocalDateTime::parse(&self.expiry_date, &self.expiry_time)?) {
            Moments::Two(_, second) => Some(second),
            Moments::Unknown | Moments::None | Moments::One(_) => None,
        }
    }
}

/// An end that one press picks, so long from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// So many days.
    Days(u16),
    /// The same day of the next year.
    Year,
}

impl Pick {
    /// What there is to pick.
    pub const ALL: [Self; 4] = [Self::Days(30), Self::Days(90), Self::Days(180), Self::Year];

    /// The date as a date field takes it, by the person's calendar. The time stays empty, which is the end of that day.
    pub fn date(self, clock: &Clock<'_>) -> Option<String> {
        let today = (clock.local)(clock.now);
        let date = match self {
            Self::Days(days) => {
                Timestamp::from_milliseconds(today.as_utc().milliseconds() + i64::from(days) * DAY)?.utc()
            }
            // No year is longer than asked for: after 29 February comes 28 February.
            Self::Year if (today.month, today.day) == (2, 29) => {
                LocalDateTime { year: today.year + 1, day: 28, ..today }
            }
            Self::Year => LocalDateTime { year: today.year + 1, ..today },
        };
        Some(date.date())
    }
}

#[cfg(test)]
mod tests;
