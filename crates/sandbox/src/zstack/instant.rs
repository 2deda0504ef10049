//! Dates: RFC 3339 is read, UTC with seconds is written, as in the published examples (section 1).

use jiff::{SignedDuration, Timestamp};

/// `d` is a digit, `+` either sign.
const DATE_AND_TIME: &str = "dddd-dd-ddTdd:dd:dd";
const OFFSET: &str = "+dd:dd";
/// What an instant can hold: nanoseconds.
const LONGEST_FRACTION: usize = 9;

/// Writes `instant` without its fraction.
pub(super) fn format(instant: Timestamp) -> String {
    format!("{instant:.0}")
}

/// Reads RFC 3339 and nothing else: the parser of the library is more generous.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let (date_and_time, rest) = text.split_at_checked(DATE_AND_TIME.len())?;
    let (fraction, zone) = rest.split_at_checked(rest.find(['Z', '+', '-'])?)?;
    let is_known_form = fits(date_and_time, DATE_AND_TIME)
        && (fraction.is_empty() || fraction.strip_prefix('.').is_some_and(is_fraction))
        && (zone == "Z" || fits(zone, OFFSET));
    if is_known_form { text.parse().ok() } else { None }
}

/// `now`, or the second after `last` if that is not over: each write moves the date that tells of it.
pub(super) fn after(last: Option<&str>, now: Timestamp) -> Timestamp {
    let earliest = last.and_then(parse).and_then(|last| last.saturating_add(SignedDuration::from_secs(1)).ok());
    earliest.map_or(now, |earliest| earliest.max(now))
}

fn fits(text: &str, form: &str) -> bool {
    let fits = |(byte, wanted): (u8, u8)| match wanted {
        b'd' => byte.is_ascii_digit(),
        b'+' => matches!(byte, b'+' | b'-'),
        _ => byte == wanted,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
}

fn is_fraction(digits: &str) -> bool {
    (1..=LONGEST_FRACTION).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_standard_is_told_in_utc_with_seconds() {
        for (sent, told) in [
            ("2026-01-15T08:00:00Z", "2026-01-15T08:00:00Z"),
            ("2026-01-15T08:00:00.000Z", "2026-01-15T08:00:00Z"),
            ("2026-01-15T08:00:00.999999999Z", "2026-01-15T08:00:00Z"),
            ("2026-01-15T08:00:00+02:00", "2026-01-15T06:00:00Z"),
            ("2024-02-29T23:30:00-01:00", "2024-03-01T00:30:00Z"),
        ] {
            assert_eq!(parse(sent).map(format).as_deref(), Some(told), "{sent}");
        }
    }

    #[test]
    fn what_only_resembles_a_date_is_none() {
        for text in [
            "",
            "example",
            "2026-01-15",
            "2026-01-15T08:00Z",
            "2026-01-15T08:00:00",
            "2026-01-15 08:00:00Z",
            "2026-01-15t08:00:00z",
            "2026-02-30T08:00:00Z",
            "2026-01-15T24:00:00Z",
            "2026-01-15T08:00:00.Z",
            "2026-01-15T08:00:00+0200",
            "2026-01-15T08:00:00+02",
            "2026-01-15T08:00:00Z ",
            "20260115T080000Z",
            "2026-01-15T08:00:00Z[UTC]",
            "1768464000",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_write_is_always_later() {
        let now = parse("2026-01-15T08:00:00.5Z").unwrap();
        for (last, next) in [
            (None, "2026-01-15T08:00:00Z"),
            (Some("example"), "2026-01-15T08:00:00Z"),
            (Some("2026-01-15T07:00:00Z"), "2026-01-15T08:00:00Z"),
            (Some("2026-01-15T08:00:00Z"), "2026-01-15T08:00:01Z"),
            (Some("2026-01-15T08:00:07Z"), "2026-01-15T08:00:08Z"),
        ] {
            assert_eq!(format(after(last, now)), next, "{last:?}");
        }
    }
}
