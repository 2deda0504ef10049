//! Text that must not be seen by accident.

use std::fmt;

use zeroize::Zeroizing;

/// A password, a token or a body that holds one.
///
/// It prints as `[redacted]`, cannot be displayed or serialised, and its buffer is wiped when it is dropped (S-12).
/// Copies made by the browser are out of reach (reliability.md 7, item 6).
#[derive(Clone, Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over; the caller keeps no copy.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself. Called only by the dialects and at the edge to an input or the clipboard (design.md 2, 3).
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The length in code points, the unit of every length rule (UX-11).
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_output_never_shows_the_text() {
        let printed = format!("{:?}", Some(Secret::new("hunter2-canary".to_owned())));
        assert_eq!(printed, "Some(Secret([redacted]))");
    }

    #[test]
    fn length_counts_code_points_and_not_bytes() {
        assert_eq!(Secret::new("pässwörd🔑".to_owned()).length(), 9);
    }
}
