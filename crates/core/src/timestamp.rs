//! Moments in UTC as the vendors write them, and the local date and time a person types.
//!
//! A date library would weigh more than this file (performance.md: no `chrono`); the tests hold it against `time`.

use std::fmt;

/// A moment in UTC, in milliseconds since 1970-01-01T00:00:00.000Z, from the year 1 to the year 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(i64);

/// A date and time of a wall clock, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalDateTime {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

const MILLISECONDS_PER_DAY: i64 = 86_400_000;

impl Timestamp {
    /// A moment by its milliseconds; nothing outside the years 1 to 9999.
    pub fn from_milliseconds(milliseconds: i64) -> Option<Self> {
        (-62_135_596_800_000..253_402_300_800_000).contains(&milliseconds).then_some(Self(milliseconds))
    }

    /// Milliseconds since 1970-01-01T00:00:00.000Z.
    pub fn milliseconds(self) -> i64 {
        self.0
    }

    /// Reads `YYYY-MM-DDTHH:mm:ss`, an optional fraction, and `Z` or an offset such as `+03:00`.
    /// Anything else is nothing: an unreadable date is unknown, not expired (A6).
    pub fn parse(text: &str) -> Option<Self> {
        let (seconds, rest) = text.split_at_checked(19)?;
        let (date, time) = seconds.split_once('T')?;
        let time = LocalDateTime::parse(date, time)?;
        let digits = rest.strip_prefix('.').map_or("", |rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            rest.get(..end).unwrap_or_default()
        });
        if rest.starts_with('.') && digits.is_empty() {
            return None;
        }
        let zone = rest.get(if digits.is_empty() { 0 } else { digits.len() + 1 }..)?;
        let digits = digits.bytes().chain([b'0'; 3]).take(3);
        let milliseconds = digits.fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
        Self::from_milliseconds(time.as_utc().0 + milliseconds - parse_offset(zone)?)
    }

    /// `YYYY-MM-DDTHH:mm:ssZ`, as a vendor writes it that has no fractions (Z6).
    pub fn seconds(self) -> String {
        let mut text = self.to_string();
        text.truncate("YYYY-MM-DDTHH:mm:ss".len());
        text + "Z"
    }

    /// The same moment as a wall clock in UTC shows it.
    pub fn utc(self) -> LocalDateTime {
        let days = self.0.div_euclid(MILLISECONDS_PER_DAY);
        let seconds = self.0.rem_euclid(MILLISECONDS_PER_DAY) / 1000;
        let (year, month, day) = civil_from_days(days);
        let small = |value: i64| u8::try_from(value).unwrap_or_default();
        LocalDateTime {
            year: u16::try_from(year).unwrap_or_default(),
            month: small(month),
            day: small(day),
            hour: small(seconds / 3600),
            minute: small(seconds / 60 % 60),
            second: small(seconds % 60),
        }
    }
}

impl fmt::Display for Timestamp {
    /// `YYYY-MM-DDTHH:mm:ss.sssZ`, the one form that is sent (F-16).
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LocalDateTime { year, month, day, hour, minute, second } = self.utc();
        let milliseconds = self.0.rem_euclid(1000);
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milliseconds:03}Z")
    }
}

impl LocalDateTime {
    /// Reads `YYYY-MM-DD` and `HH:mm` or `HH:mm:ss`, as the browser's date and time fields give them.
    pub fn parse(date: &str, time: &str) -> Option<Self> {
        let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = date.as_bytes() else { return None };
        let (hour, minute, second) = match *time.as_bytes() {
            [h0, h1, b':', n0, n1] => ([h0, h1], [n0, n1], [b'0'; 2]),
            [h0, h1, b':', n0, n1, b':', s0, s1] => ([h0, h1], [n0, n1], [s0, s1]),
            _ => return None,
        };
        let year = u16::from(two([y0, y1])?) * 100 + u16::from(two([y2, y3])?);
        let (month, day) = (two([m0, m1])?, two([d0, d1])?);
        let (hour, minute, second) = (two(hour)?, two(minute)?, two(second)?);
        let valid = year >= 1
            && (1..=12).contains(&month)
            && (1..=days_in_month(year.into(), month.into())).contains(&day.into())
            && hour < 24
            && minute < 60
            && second < 60;
        valid.then_some(Self { year, month, day, hour, minute, second })
    }

    /// The moment at which a clock in UTC shows this.
    pub fn as_utc(self) -> Timestamp {
        let days = days_from_civil(i64::from(self.year), i64::from(self.month), i64::from(self.day));
        let seconds = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        Timestamp(days * MILLISECONDS_PER_DAY + seconds * 1000)
    }

    /// The date as a date field takes it.
    pub fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Hour and minute as a time field takes them.
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

/// The number of two digits.
fn two(digits: [u8; 2]) -> Option<u8> {
    let [tens, ones] = digits.map(|digit| char::from(digit).to_digit(10).and_then(|digit| u8::try_from(digit).ok()));
    Some(tens? * 10 + ones?)
}

fn parse_offset(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let (sign, rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let &[h0, h1, b':', m0, m1] = rest.as_bytes() else { return None };
    let (hours, minutes) = (i64::from(two([h0, h1])?), i64::from(two([m0, m1])?));
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60_000)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days_from_civil(next.0, next.1, 1) - days_from_civil(year, month, 1)
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that start in March.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let century_cycle = shifted_year.div_euclid(400);
    let year_of_cycle = shifted_year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    century_cycle * 146_097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let century_cycle = shifted.div_euclid(146_097);
    let day_of_cycle = shifted.rem_euclid(146_097);
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = century_cycle * 400 + year_of_cycle + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::{LocalDateTime, Timestamp};
    use proptest::prelude::*;
    use time::{OffsetDateTime, format_description::well_known::Rfc3339};

    #[test]
    fn documented_dates_are_read_and_written_in_the_documented_form() {
        for (read, written) in [
            ("2025-12-31T23:59:59.000Z", "2025-12-31T23:59:59.000Z"),
            ("2025-12-31T23:59:59Z", "2025-12-31T23:59:59.000Z"),
            ("2025-12-31T23:59:59.1239Z", "2025-12-31T23:59:59.123Z"),
            ("2026-01-01T02:59:59+03:00", "2025-12-31T23:59:59.000Z"),
            ("2024-02-29T00:00:00-00:30", "2024-02-29T00:30:00.000Z"),
        ] {
            assert_eq!(Timestamp::parse(read).map(|moment| moment.to_string()).as_deref(), Some(written), "{read}");
        }
    }

    #[test]
    fn anything_else_is_unknown_and_not_expired() {
        for text in [
            "",
            "example",
            "2025-12-31",
            "2025-12-31T23:59",
            "2025-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-12-31T24:00:00Z",
            "2025-12-31T23:59:60Z",
            "0000-01-01T00:00:00Z",
            "2025-12-31T23:59:59",
            "2025-12-31T23:59:59.Z",
            "2025-12-31 23:59:59Z",
            "2025-12-31T23:59:59+0300",
            "+025-12-31T23:59:59Z",
            "20251-2-31T23:59:59Z",
            "١٩٢٥-12-31T23:59:59Z",
            "0001-01-01T00:00:00+01:00",
            "2025-12-31T23:59:59Zx",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_moment_agrees_with_an_independent_library(milliseconds in -62_135_596_800_000_i64..253_402_300_800_000) {
            let moment = Timestamp::from_milliseconds(milliseconds).unwrap();
            let written = moment.to_string();
            let theirs = OffsetDateTime::parse(&written, &Rfc3339).unwrap();
            prop_assert_eq!(theirs.unix_timestamp_nanos(), i128::from(milliseconds) * 1_000_000);
            prop_assert_eq!(Timestamp::parse(&written), Some(moment));
        }

        #[test]
        fn no_text_makes_the_reader_fail_badly(text in ".{0,40}") {
            let _ = Timestamp::parse(&text);
        }

        #[test]
        fn the_fields_of_a_form_give_the_same_moment_back(minutes in -1_035_593_279_i64..4_223_371_679) {
            let moment = Timestamp::from_milliseconds(minutes * 60_000).unwrap();
            let clock = moment.utc();
            let read = LocalDateTime::parse(&clock.date(), &clock.time()).unwrap();
            prop_assert_eq!(read.as_utc(), moment);
        }
    }
}
