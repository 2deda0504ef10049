//! Text that must not be seen by accident.

mod review;
#[cfg(test)]
mod traits;

pub use review::{Finding, Oddity};

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

    /// Whether it has more than one line.
    pub fn has_lines(&self) -> bool {
        self.0.contains(['\n', '\r'])
    }

    /// How many line ends it has; CR and LF together are one.
    pub fn line_ends(&self) -> usize {
        let both = self.0.matches("\r\n").count();
        self.0.matches(['\n', '\r']).count() - both
    }

    /// Whether a line ends with CR and LF.
    pub fn has_windows_line_ends(&self) -> bool {
        self.0.contains("\r\n")
    }

    /// The same with CR and LF at the end of each line. A text area of a browser gives LF alone (Z15).
    #[must_use]
    pub fn with_windows_line_ends(&self) -> Self {
        // Room is reserved first, so that no copy stays behind in memory that was moved away from.
        let mut text = String::with_capacity(self.0.len() * 2);
        for character in self.0.chars() {
            if character == '\n' && !text.ends_with('\r') {
                text.push('\r');
            }
            text.push(character);
        }
        Self::new(text)
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
    fn line_ends_are_made_once() {
        let text = Secret::new("a\nb\r\nc\n".to_owned());
        assert!(text.has_lines() && text.has_windows_line_ends());
        assert_eq!(text.with_windows_line_ends().expose(), "a\r\nb\r\nc\r\n");
        assert_eq!(text.line_ends(), 3);
        assert!(!Secret::new("a b".to_owned()).has_lines());
    }

    #[test]
    fn length_counts_code_points_and_not_bytes() {
        assert_eq!(Secret::new("pässwörd🔑".to_owned()).length(), 9);
    }
}
