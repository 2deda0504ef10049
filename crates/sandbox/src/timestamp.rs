//! The one way dates are written: UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ` (contract, section 4).

use jiff::Timestamp;

/// Writes `instant` in the documented form.
pub(crate) fn format(instant: Timestamp) -> String {
    format!("{instant:.3}")
}

/// Reads the documented form and nothing else.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let instant: Timestamp = text.parse().ok()?;
    // The parser is more generous than the contract (offsets, lower case, fewer digits); the round trip is not.
    (format(instant) == text).then_some(instant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_form_survives_the_round_trip() {
        assert_eq!(parse("2030-12-31T23:59:59.000Z").map(format).as_deref(), Some("2030-12-31T23:59:59.000Z"));
    }

    #[test]
    fn every_other_form_is_refused() {
        for text in ["2030-12-31", "2030-12-31T23:59:59Z", "2030-12-31T23:59:59.000+02:00", "2030-02-30T00:00:00.000Z"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
