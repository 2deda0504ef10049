//! What one may not have meant to be part of a secret (UX-10): told with its count, and taken out only on request.

use super::Secret;
use crate::visible::is_hidden;

/// A kind of character that is easily part of a secret by mistake. No character is of two kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// A blank or tab before the first or behind the last character that is none.
    OuterBlank,
    /// A line end before or behind the one line that there is.
    OuterLineEnd,
    /// A blank that is not the one of the space bar, such as a no-break space.
    LookAlikeBlank,
    /// A character that is not seen, such as a zero-width space.
    Invisible,
    /// Any other character beyond ASCII: not every program takes it for the same bytes.
    BeyondAscii,
}

impl Oddity {
    /// All of them, in their order on screen.
    const ALL: [Self; 5] =
        [Self::OuterBlank, Self::OuterLineEnd, Self::LookAlikeBlank, Self::Invisible, Self::BeyondAscii];
}

/// How often something odd is in a secret, in code points (UX-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub oddity: Oddity,
    /// How many there are; at least one.
    pub count: usize,
}

impl Secret {
    /// What is odd about it, each kind once.
    pub fn review(&self) -> Vec<Finding> {
        let count = |oddity| (oddity, self.oddities().filter(|(_, found)| *found == Some(oddity)).count());
        let found = Oddity::ALL.into_iter().map(count).filter(|(_, count)| *count > 0);
        found.map(|(oddity, count)| Finding { oddity, count }).collect()
    }

    /// The same without what is odd in one way; everything else stays as it is.
    #[must_use]
    pub fn without(&self, oddity: Oddity) -> Self {
        // Room is reserved first, so that no copy stays behind in memory that was moved away from.
        let mut text = String::with_capacity(self.expose().len());
        text.extend(self.oddities().filter(|(_, found)| *found != Some(oddity)).map(|(character, _)| character));
        Self::new(text)
    }

    /// Each character with what is odd about it.
    fn oddities(&self) -> impl Iterator<Item = (char, Option<Oddity>)> {
        let text = self.expose();
        let start = text.len() - text.trim_start_matches(is_outer).len();
        let end = text.trim_end_matches(is_outer).len();
        // The lines of a key or a certificate are meant; a line end at either side of a single line is not.
        let is_one_line = !text.trim_matches(is_outer).contains(is_line_end);
        text.char_indices().map(move |(at, character)| {
            let is_outside = at < start || at >= end;
            (character, oddity(character, is_outside, is_one_line))
        })
    }
}

fn oddity(character: char, is_outside: bool, is_one_line: bool) -> Option<Oddity> {
    match character {
        character if is_line_end(character) => (is_outside && is_one_line).then_some(Oddity::OuterLineEnd),
        character if is_blank(character) && is_outside => Some(Oddity::OuterBlank),
        ' ' => None,
        character if is_blank(character) => Some(Oddity::LookAlikeBlank),
        character if is_unseen(character) => Some(Oddity::Invisible),
        character => (!character.is_ascii()).then_some(Oddity::BeyondAscii),
    }
}

fn is_outer(character: char) -> bool {
    is_blank(character) || is_line_end(character)
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

/// Whether it takes room and shows nothing: the white space of Unicode, and the letters that look like it.
fn is_blank(character: char) -> bool {
    let is_white = character.is_whitespace() && !is_line_end(character) && !is_unseen(character);
    is_white || matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether it takes no room.
fn is_unseen(character: char) -> bool {
    is_hidden(character) && character != '\t'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Oddity::{self, BeyondAscii, Invisible, LookAlikeBlank, OuterBlank, OuterLineEnd};
    use super::{Finding, Secret};

    fn review(text: &str) -> Vec<(Oddity, usize)> {
        let found = Secret::new(text.to_owned()).review();
        found.into_iter().map(|Finding { oddity, count }| (oddity, count)).collect()
    }

    #[test]
    fn each_kind_is_found_with_its_count_ux10() {
        for (text, found) in [
            ("", vec![]),
            ("correct horse, new staple", vec![]),
            ("inner  blanks   are meant", vec![]),
            (" one at the front and three behind   ", vec![(OuterBlank, 4)]),
            ("a tab behind\t", vec![(OuterBlank, 1)]),
            ("a no-break space behind\u{a0}", vec![(OuterBlank, 1)]),
            ("a\ttab within", vec![(LookAlikeBlank, 1)]),
            ("no\u{a0}break, thin\u{2009}, wide\u{3000} and filler\u{3164}x", vec![(LookAlikeBlank, 4)]),
            ("zero\u{200b}width, mark\u{feff}, soft\u{ad}hyphen, turned\u{202e}", vec![(Invisible, 4)]),
            ("bell\u{7}, null\u{0}, next line\u{85}.", vec![(Invisible, 3)]),
            ("separated\u{2028}lines", vec![(Invisible, 1)]),
            ("Grüße, 鍵", vec![(BeyondAscii, 3)]),
            ("one line\n", vec![(OuterLineEnd, 1)]),
            ("\r\none line \r\n", vec![(OuterBlank, 1), (OuterLineEnd, 4)]),
            ("first line\nsecond line\n", vec![]),
            (" first line\n second line\n", vec![(OuterBlank, 1)]),
            (
                " \u{a0}ü\u{200b}\u{2003}x ",
                vec![(OuterBlank, 3), (LookAlikeBlank, 1), (Invisible, 1), (BeyondAscii, 1)],
            ),
            (" \t \u{a0}", vec![(OuterBlank, 4)]),
        ] {
            assert_eq!(review(text), found, "{text:?}");
        }
    }

    #[test]
    fn counts_are_code_points_and_not_bytes_ux11() {
        assert_eq!(review("🔑🔑 and e\u{301}"), [(BeyondAscii, 3)]);
    }

    #[test]
    fn removing_takes_out_that_kind_and_nothing_else() {
        let text = " \u{a0}gr\u{fc}n\u{200b} \u{2003}x\n";
        for (oddity, left) in [
            (OuterBlank, "gr\u{fc}n\u{200b} \u{2003}x\n"),
            (OuterLineEnd, " \u{a0}gr\u{fc}n\u{200b} \u{2003}x"),
            (LookAlikeBlank, " \u{a0}gr\u{fc}n\u{200b} x\n"),
            (Invisible, " \u{a0}gr\u{fc}n \u{2003}x\n"),
            (BeyondAscii, " \u{a0}grn\u{200b} \u{2003}x\n"),
        ] {
            assert_eq!(Secret::new(text.to_owned()).without(oddity).expose(), left, "{oddity:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_removed_is_not_found_again(text in "[ \\t\\n\\r\u{a0}\u{2003}\u{3164}\u{200b}\u{feff}\u{ad}a-cü鍵🔑]{0,24}") {
            let secret = Secret::new(text);
            for Finding { oddity, count } in secret.review() {
                let less = secret.without(oddity);
                prop_assert_eq!(less.length() + count, secret.length());
                prop_assert!(less.review().iter().all(|finding| finding.oddity != oddity), "{:?} in {:?}", oddity, less.expose());
            }
        }

        #[test]
        fn printable_ascii_without_blanks_at_its_ends_is_never_odd(text in "[!-~]([ -~]{0,40}[!-~])?") {
            prop_assert_eq!(review(&text), []);
        }
    }
}
